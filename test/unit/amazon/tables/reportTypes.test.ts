import {
	REPORT_GROUPS,
	REPORT_TYPES,
	RETURN_CHANNELS,
	reportTypeById,
	type ReportOption,
} from '../../../../nodes/amazon/tables/reportTypes';

const names = (values: readonly { name: string }[]) => values.map(({ name }) => name);
const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);
const ID = /^[A-Z0-9]+(_[A-Z0-9]+)+$/;

describe('the types of report', () => {
	it('have ids and names of their own', () => {
		expect(repeated(REPORT_TYPES.map(({ id }) => id))).toEqual([]);
		expect(repeated(names(REPORT_TYPES))).toEqual([]);
		expect(REPORT_TYPES.filter(({ id }) => !ID.test(id))).toEqual([]);
	});

	it('are found by id', () => {
		for (const type of REPORT_TYPES) expect(reportTypeById(type.id)).toBe(type);
		expect(reportTypeById('GET_VENDOR_SALES_REPORT')).toBeUndefined();
	});

	it('stand in the order of the form: groups, their names sorted, removed ones last', () => {
		const made = REPORT_TYPES.filter(({ removed }) => removed === undefined);
		expect(REPORT_TYPES.slice(0, made.length)).toEqual(made);
		expect([...new Set(made.map(({ group }) => group))]).toEqual(Object.keys(REPORT_GROUPS));
		for (const group of Object.keys(REPORT_GROUPS)) {
			const ofGroup = names(made.filter((type) => type.group === group));
			expect(ofGroup).toEqual([...ofGroup].sort((a, b) => a.localeCompare(b, 'en')));
		}
	});

	it('are replaced by types that exist and are made', () => {
		const gone = REPORT_TYPES.flatMap(({ removed }) => removed ?? []);
		expect(gone.length).toBeGreaterThan(10);
		for (const { since, instead } of gone) {
			expect(since).toMatch(/^20\d\d-\d\d-\d\d$/);
			if (ID.test(instead)) expect(reportTypeById(instead)).toMatchObject({ id: instead });
			expect(reportTypeById(instead)?.removed).toBeUndefined();
		}
	});

	it.each([
		['GET_V2_SETTLEMENT_REPORT_DATA_XML', '2026-11-11', 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2'],
		['GET_FBA_INVENTORY_AGED_DATA', '2022-10-21', 'GET_FBA_INVENTORY_PLANNING_DATA'],
		['GET_FBA_FULFILLMENT_INVENTORY_RECEIPTS_DATA', '2023-01-31', 'GET_LEDGER_DETAIL_VIEW_DATA'],
	])('%s is gone since %s for %s', (id, since, instead) => {
		expect(reportTypeById(id)?.removed).toEqual({ since, instead });
	});

	it('say how their file is read where its form needs it', () => {
		const withRecords = REPORT_TYPES.filter(({ format }) => format === 'json');
		expect(withRecords.filter(({ records }) => records === undefined)).toEqual([]);
		for (const { columns } of REPORT_TYPES) {
			if (columns === undefined) continue;
			expect(columns.length).toBeGreaterThanOrEqual(3);
			expect(columns.length).toBeLessThanOrEqual(6);
			expect(repeated(columns)).toEqual([]);
		}
	});

	it('have limits that can be kept', () => {
		for (const { dates, coolDownMinutes } of REPORT_TYPES) {
			for (const days of [dates.longestDays, dates.shortestDays, dates.oldestDays, coolDownMinutes])
				if (days !== undefined) expect(days).toBeGreaterThan(0);
			expect(dates.shortestDays ?? 0).toBeLessThanOrEqual(dates.longestDays ?? Infinity);
		}
	});

	it('count by an option that they have, in words that are understood', () => {
		const counted = REPORT_TYPES.filter(({ dates }) => dates.wholeBy !== undefined);
		expect(counted.length).toBeGreaterThan(5);
		for (const { dates, options = [] } of counted) {
			const option = options.find(({ name }) => name === dates.wholeBy);
			expect(['DAY', 'WEEK', 'MONTH', 'QUARTER']).toEqual(
				expect.arrayContaining([...(option?.values ?? ['none'])]),
			);
			expect(option?.isRequired === true || dates.whole !== undefined).toBe(true);
		}
	});
});

describe('options', () => {
	const ALL = REPORT_TYPES.flatMap(({ id, options = [] }) =>
		options.map((option): [string, ReportOption] => [`${id} ${option.name}`, option]),
	);

	it.each(ALL)('%s is well formed', (_name, { name, label, values }) => {
		expect(name).toMatch(/^[A-Za-z]+$/);
		expect(label).toMatch(/^[A-Z]/);
		expect(repeated(values)).toEqual([]);
		expect(values.length).not.toBe(1);
	});

	it('have names of their own within a type', () => {
		for (const { options = [] } of REPORT_TYPES) {
			expect(repeated(names(options))).toEqual([]);
			expect(repeated(options.map(({ label }) => label))).toEqual([]);
		}
	});
});

describe('returns', () => {
	it.each<[keyof typeof RETURN_CHANNELS, string]>([
		['merchant', 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE'],
		['amazon', 'GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA'],
		['merchantPrime', 'GET_CSV_MFN_PRIME_RETURNS_REPORT'],
	])('of what %s ships are in %s', (channel, id) => {
		expect(RETURN_CHANNELS[channel].reportType).toBe(id);
		expect(reportTypeById(id)?.group).toBe('returns');
	});

	it('are asked about for each who ships', () => {
		expect(Object.keys(RETURN_CHANNELS)).toEqual(['merchant', 'amazon', 'merchantPrime']);
	});
});
