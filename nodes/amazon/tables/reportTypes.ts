/** What a report's document is written in; `file` is for people, not for rows (a PDF, a spreadsheet). */
export type ReportFormat = 'tsv' | 'csv' | 'xml' | 'json' | 'file';

/** What people want to know; the form lists the types by it. */
export const REPORT_GROUPS = {
	listings: 'What Do I List',
	orders: 'Orders',
	returns: 'Returns',
	money: 'Money',
	fbaStock: 'FBA Stock',
	tax: 'Tax',
	insights: 'Sales and Insights',
	account: 'Account',
} as const;

export type ReportGroup = keyof typeof REPORT_GROUPS;

/** Which time a report may be asked about. */
export interface ReportDates {
	/** `none`: it shows now; a time given with it is ignored by Amazon. */
	use: 'none' | 'optional' | 'required';
	/** Longest stretch between start and end. */
	longestDays?: number;
	/** How far back the start may lie. */
	oldestDays?: number;
	/** Amazon rounds the stretch outward to whole ones of these (UTC), or refuses others. */
	whole?: 'day' | 'week' | 'month' | 'quarter';
}

/** A value of `reportOptions` that a type understands. */
export interface ReportOption {
	/** As Amazon spells it, e.g. `reportPeriod`. */
	name: string;
	/** As a person reads it. */
	label: string;
	/** What it may be; empty where anything may be written. */
	values: readonly string[];
	isRequired?: true;
}

/** One type of report (Amazon's "Report Type Values" and the pages it leads to). */
export interface ReportType {
	id: string;
	/** As Seller Central, or a shopkeeper, calls it. */
	name: string;
	group: ReportGroup;
	format: ReportFormat;
	/** Its document holds buyers' data: Amazon gives it for a restricted data token only. */
	isRestricted?: true;
	/** Who makes it: who asks, Amazon alone (it can only be listed), or a schedule. */
	madeBy: 'request' | 'amazon' | 'schedule';
	/** Whether a schedule may make it too. */
	isSchedulable?: true;
	dates: ReportDates;
	/** Asked for again sooner, Amazon answers CANCELLED or FATAL. */
	coolDownMinutes?: number;
	options?: readonly ReportOption[];
	/** Cells stand in quotation marks; without it a quotation mark is a letter like any other. */
	isQuoted?: true;
	/** Of XML: the element of one record (names from the root, `a/b/c`); of JSON: the list of records. */
	records?: readonly string[];
	/** Some columns that tell its file from another type's. */
	columns?: readonly string[];
	/** Amazon makes it no more. */
	removed?: {
		/** Since when, ISO 8601 day. */
		since: string;
		/** What to ask for in its place: another type's id, or words. */
		instead: string;
	};
}
