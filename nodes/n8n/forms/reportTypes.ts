import type { INodeProperties } from 'n8n-workflow';

import { REPORT_GROUPS, REPORT_TYPES, type ReportType } from '../../amazon/tables/reportTypes';

/** As a list shows a type: what it is about first, so that a search for "returns" finds them all. */
export function reportTypeName({ name, group, removed }: ReportType): string {
	return `${REPORT_GROUPS[group]}: ${name}${removed === undefined ? '' : ' (No Longer Made)'}`;
}

/** Several types. */
export const reportTypesField: INodeProperties = {
	displayName: 'Reports',
	name: 'reportTypes',
	type: 'multiOptions',
	options: REPORT_TYPES.filter(({ removed }) => removed === undefined).map((type) => ({
		name: reportTypeName(type),
		value: type.id,
	})),
	allowArbitraryValues: true,
	default: [],
	builderHint: { propertyHint: "Give Amazon's report types, such as GET_MERCHANT_LISTINGS_ALL_DATA." },
};
