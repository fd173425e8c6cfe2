import { findEarlier, type AskedReport, type ListedReport } from '../../../../nodes/amazon/reports/coolDown';

const NOW = Date.parse('2026-11-28T10:30:00Z');
const TYPE = { id: 'GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA', coolDownMinutes: 30 };
const ASKED: AskedReport = { type: TYPE, marketplaceIds: ['DE', 'FR'], window: {} };
const WINDOW = { dataStartTime: '2026-11-01T00:00:00Z', dataEndTime: '2026-11-08T00:00:00Z' };

function listed(changes: Partial<ListedReport> = {}): ListedReport {
	const createdTime = '2026-11-28T10:12:30+00:00';
	return {
		reportId: 'R1',
		reportType: TYPE.id,
		marketplaceIds: ['FR', 'DE'],
		dataStartTime: createdTime,
		dataEndTime: createdTime,
		createdTime,
		processingStatus: 'DONE',
		...changes,
	};
}

const found = (report: ListedReport, asked: Partial<AskedReport> = {}) =>
	findEarlier([report], { ...ASKED, ...asked }, NOW)?.ageMinutes;

describe('a report that answers the question already', () => {
	it.each<[name: string, changes: Partial<ListedReport>, asked: Partial<AskedReport>]>([
		['is ready', {}, {}],
		['is being made', { processingStatus: 'IN_PROGRESS' }, {}],
		['waits', { processingStatus: 'IN_QUEUE' }, {}],
		['has no dates in the list', { dataStartTime: undefined, dataEndTime: undefined }, {}],
		[
			'has the same dates in other words',
			{ dataStartTime: '2026-11-01T00:00:00+00:00', dataEndTime: '2026-11-08T01:00:00+01:00' },
			{ window: WINDOW },
		],
		[
			'goes to its now, as this one to its own',
			{ dataStartTime: '2026-11-01T00:00:00Z' },
			{ window: { dataStartTime: WINDOW.dataStartTime } },
		],
		[
			'goes to its now, as this one that was cut to its own',
			{ dataStartTime: '2026-11-01T00:00:00Z' },
			{ window: { ...WINDOW, dataEndTime: '2026-11-28T10:30:00Z' } },
		],
		['names a marketplace twice', { marketplaceIds: ['DE', 'FR', 'DE'] }, {}],
		['was made with no options, as this one', {}, { options: {} }],
		[
			'has other dates that say nothing',
			{ dataStartTime: '2026-11-25T10:12:30Z' },
			{
				type: { ...TYPE, dates: { use: 'required', isNominal: true } },
				window: { dataStartTime: '2026-11-25T10:30:00Z' },
			},
		],
	])('%s', (_name, changes, asked) => {
		expect(found(listed(changes), asked)).toBe(17);
	});

	it.each<[name: string, changes: Partial<ListedReport>, asked: Partial<AskedReport>]>([
		['is of another type', { reportType: 'GET_RESERVED_INVENTORY_DATA' }, {}],
		['failed', { processingStatus: 'FATAL' }, {}],
		['was cancelled', { processingStatus: 'CANCELLED' }, {}],
		['is of fewer marketplaces', { marketplaceIds: ['DE'] }, {}],
		['is of more marketplaces', { marketplaceIds: ['DE', 'FR', 'IT'] }, {}],
		['names no marketplaces', { marketplaceIds: undefined }, {}],
		['has dates where this one has none', WINDOW, {}],
		['has none where this one has dates', {}, { window: WINDOW }],
		['ends at another time', { ...WINDOW, dataEndTime: '2026-11-09T00:00:00Z' }, { window: WINDOW }],
		['is too old', { createdTime: '2026-11-28T10:00:00Z' }, {}],
		['says no readable time', { createdTime: 'soon', dataStartTime: undefined, dataEndTime: undefined }, {}],
		['may have other options', {}, { options: { custom: 'true' } }],
		['needs no rest', {}, { type: { id: TYPE.id } }],
	])('is none that %s', (_name, changes, asked) => {
		expect(found(listed(changes), asked)).toBeUndefined();
	});

	it('is the youngest', () => {
		const older = listed({
			reportId: 'R0',
			createdTime: '2026-11-28T10:05:00Z',
			dataStartTime: undefined,
			dataEndTime: undefined,
		});
		const earlier = findEarlier([older, listed(), older], ASKED, NOW);
		expect(earlier).toMatchObject({ report: { reportId: 'R1' }, ageMinutes: 17 });
	});

	it('is not of the future, whatever the clocks show', () => {
		const createdTime = '2026-11-28T10:31:00Z';
		expect(found(listed({ createdTime, dataStartTime: createdTime, dataEndTime: createdTime }))).toBe(0);
	});

	it('is not found among none', () => {
		expect(findEarlier([], ASKED, NOW)).toBeUndefined();
	});
});
