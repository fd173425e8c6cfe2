import type { INodeProperties } from 'n8n-workflow';

import { REPORT_TYPES, RETURN_CHANNELS } from '../../amazon/tables/reportTypes';
import { marketplaceFilter } from '../../n8n/forms/marketplaces';
import { plainOrder } from '../../rules/item/plainOrder';

/** The entry of the list of types that asks who ships instead of naming a type. */
export const RETURNS = 'RETURNS';

/** A type, from the list or as Amazon writes it. */
export function reportTypeField(searchListMethod: string): INodeProperties {
	return {
		displayName: 'Report',
		name: 'reportType',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By Type',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. GET_MERCHANT_LISTINGS_ALL_DATA',
			},
		],
		description: 'What the report is about; any type of Amazon can be typed in',
		builderHint: {
			propertyHint: "Give Amazon's report type, such as GET_MERCHANT_LISTINGS_ALL_DATA, in mode By Type.",
		},
	};
}

export const reportType = reportTypeField('searchReportTypes');

export const returnsOf: INodeProperties = {
	displayName: 'Who Ships',
	name: 'returnsOf',
	type: 'options',
	displayOptions: { show: { reportType: [RETURNS] } },
	options: Object.entries(RETURN_CHANNELS)
		.map(([value, { label }]) => ({ name: label, value }))
		.sort((one, other) => plainOrder(one.name, other.name)),
	default: 'merchant',
	description: 'Amazon keeps the returns of what it ships and of what you ship in different reports',
};

export const marketplaces: INodeProperties = {
	...marketplaceFilter,
	description:
		'One report for all of them; all of the credential when empty. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** As with `marketplaceList`: shopkeepers know the options by their names. */
const optionList = {
	loadOptionsMethod: 'getReportOptions',
	loadOptionsDependsOn: ['reportType.value', 'returnsOf'],
};

/** Types of which the table knows that there is nothing to tell them. */
const WITHOUT_OPTIONS = REPORT_TYPES.filter(({ options = [] }) => options.length === 0).map(({ id }) => id);

/** What `reportOptions` the type takes; a list once the type is chosen. */
export const reportOptions: INodeProperties = {
	displayName: 'Report Options',
	name: 'reportOptions',
	type: 'fixedCollection',
	displayOptions: { hide: { reportType: ['', RETURNS, ...WITHOUT_OPTIONS] } },
	typeOptions: { multipleValues: true },
	placeholder: 'Add Report Option',
	default: {},
	description: 'What some reports can be told, such as the period of the rows',
	options: [
		{
			displayName: 'Option',
			name: 'option',
			values: [
				{
					displayName: 'Option',
					name: 'name',
					type: 'options',
					typeOptions: optionList,
					allowArbitraryValues: true,
					default: '',
					description: 'What the chosen report takes',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. DAY',
				},
			],
		},
	],
};

/** One report, from a list of the latest or by its id. */
export function reportField(searchListMethod: string): INodeProperties {
	return {
		displayName: 'Report',
		name: 'reportId',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 50039018869' },
		],
		description: 'The report, as Request or the trigger Report Finished names it',
		builderHint: { propertyHint: 'Give the reportId that Request or the trigger answered, in mode By ID.' },
	};
}

export const reportId = reportField('searchReports');
