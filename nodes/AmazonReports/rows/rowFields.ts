import type { INodeProperties } from 'n8n-workflow';

/** What is made of a report's content. */
const give: INodeProperties = {
	displayName: 'Give',
	name: 'give',
	type: 'options',
	options: [
		{ name: 'File', value: 'file', description: 'As Amazon wrote it, for other programs' },
		{ name: 'Number of Rows', value: 'count', description: 'Only how many rows there are' },
		{ name: 'Rows', value: 'rows', description: 'Read, one item for each row or for a batch of them' },
	],
	default: 'rows',
	builderHint: {
		propertyHint: 'For an AI agent choose Number of Rows, or Rows with Columns and Keep Rows Where.',
	},
};

const OF_ROWS = { show: { give: ['rows'] } };
const OF_CONTENT = { show: { give: ['rows', 'count'] } };

const columns: INodeProperties = {
	displayName: 'Columns',
	name: 'columns',
	type: 'string',
	displayOptions: OF_ROWS,
	default: '',
	placeholder: 'e.g. seller-sku, price, quantity',
	description: 'Which columns to give, separated by commas; all when empty',
	builderHint: {
		propertyHint: 'Name the columns as the report has them, separated by commas; no expressions.',
	},
};

const keepWhere: INodeProperties = {
	displayName: 'Keep Rows Where',
	name: 'keepWhere',
	type: 'fixedCollection',
	displayOptions: OF_CONTENT,
	typeOptions: { multipleValues: true },
	placeholder: 'Add Condition',
	default: {},
	description: 'All conditions must be met',
	options: [
		{
			displayName: 'Condition',
			name: 'condition',
			values: [
				{
					displayName: 'Column',
					name: 'column',
					type: 'string',
					default: '',
					placeholder: 'e.g. status',
				},
				{
					displayName: 'Condition',
					name: 'is',
					type: 'options',
					options: [
						{ name: 'Contains', value: 'contains' },
						{ name: 'Equals', value: 'equals' },
						{ name: 'Is Between', value: 'between' },
					],
					default: 'equals',
				},
				{
					displayName: 'From',
					name: 'from',
					type: 'string',
					displayOptions: { show: { is: ['between'] } },
					default: '',
					placeholder: 'e.g. 10 or 2026-11-01',
					description: 'A number or a date; no lower end when empty',
				},
				{
					displayName: 'To',
					name: 'to',
					type: 'string',
					displayOptions: { show: { is: ['between'] } },
					default: '',
					placeholder: 'e.g. 20 or 2026-11-30',
					description: 'Itself included; no upper end when empty',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					displayOptions: { hide: { is: ['between'] } },
					default: '',
					description: 'Capital and small letters count as the same',
				},
			],
		},
	],
};

const IN_CONTENT = { show: { '/give': ['rows', 'count'] } };
const IN_ROWS = { show: { '/give': ['rows'] } };

/** Entries of the collection Options. */
export const readingOptions: readonly INodeProperties[] = [
	{
		displayName: 'Column Names',
		name: 'columnNames',
		type: 'options',
		displayOptions: IN_CONTENT,
		options: [
			{ name: 'As Written', value: 'asWritten' },
			{
				name: 'English',
				value: 'english',
				description: 'Known headers of other languages are translated, such as Händler-SKU to seller-sku',
			},
			{ name: 'Plain', value: 'plain', description: 'In small letters, with _ between words' },
		],
		default: 'asWritten',
	},
	{
		displayName: 'Rows per Item',
		name: 'rowsPerItem',
		type: 'number',
		displayOptions: IN_ROWS,
		typeOptions: { minValue: 1, maxValue: 10_000 },
		default: 1_000,
		description:
			'Each item then holds a list named rows instead of one row: for reports with more than 10,000 rows, which take far less memory so',
	},
	{
		displayName: 'Stop After (Rows)',
		name: 'stopAfter',
		type: 'number',
		displayOptions: IN_CONTENT,
		typeOptions: { minValue: 1 },
		default: 1000,
		description: 'Of the rows that are kept; the rest of the report is not read',
	},
	{
		displayName: 'Typed Values',
		name: 'typed',
		type: 'boolean',
		displayOptions: IN_ROWS,
		default: false,
		description:
			'Whether to turn numbers into numbers and dates into ISO 8601, read in the style of the first marketplace. SKUs and numbers with leading zeros stay text.',
	},
];

const binaryField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryField',
	type: 'string',
	required: true,
	displayOptions: { show: { give: ['file'] } },
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
};

/** How a report's content is given, in the order of the form. */
export const rowFields: readonly INodeProperties[] = [give, columns, keepWhere, binaryField];
