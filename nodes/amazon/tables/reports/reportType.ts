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

/** Stretches of the calendar. Amazon's week runs from Sunday to Saturday (its report schemas say so). */
export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter';

/** Which time a report may be asked about. */
export interface ReportDates {
	/** `none`: it shows now; a time given with it is ignored by Amazon. */
	use: 'none' | 'optional' | 'required';
	/** Longest stretch between start and end. */
	longestDays?: number;
	/** Shortest stretch that Amazon answers. */
	shortestDays?: number;
	/** How far back the start may lie. */
	oldestDays?: number;
	/** Amazon rounds the stretch outward to whole ones of these (UTC), or refuses others. */
	whole?: CalendarUnit;
	/** The option whose value (`DAY`, `WEEK`, `MONTH`, `QUARTER`) says what must be whole in the place of `whole`. */
	wholeBy?: string;
	/** Amazon reads the days and no times: the end names the last day that counts, as the person's calendar has it. */
	isInDays?: true;
	/** Amazon refuses what is not exactly whole, or not over yet, instead of rounding. */
	isStrict?: true;
	/** Given for form's sake: what the report shows does not depend on it. */
	isNominal?: true;
	/** One of the whole stretches per report, not several. */
	isOnePeriod?: true;
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

/** Of a type that nobody knows: any time may be asked about, and none need. */
export const DATES_UNKNOWN: ReportDates = { use: 'optional' };

/** A row of the table; what it leaves out is as with most types. */
export type ReportRow = Pick<ReportType, 'id' | 'name'> & Partial<Omit<ReportType, 'group'>>;

/** The rows of a group. A type is made on request, as tab separated text, and may be asked about a time, unless its row says otherwise. */
export function reportsOf(group: ReportGroup, rows: readonly ReportRow[]): ReportType[] {
	return rows.map((row) => ({ format: 'tsv', madeBy: 'request', dates: DATES_UNKNOWN, ...row, group }));
}
