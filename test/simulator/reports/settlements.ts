import type { SellerSeed } from '../seed';
import type { SimState } from '../state';
import { marketplaceOf } from './content/soldItems';
import { endReport } from './endReport';
import { NO_MISHAPS } from './mishaps';
import { periodsAfter } from './schedules';

const DAY_MS = 24 * 3600_000;
const REPORT_TYPE = 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2';
/** Amazon settles every two weeks. */
const PERIOD = 'P14D';
const PAST = 3;

/** One settlement is in one currency. */
function byCurrency({ marketplaceIds }: SellerSeed): string[][] {
	const groups = new Map<string, string[]>();
	for (const id of marketplaceIds) {
		const { currency } = marketplaceOf(id);
		groups.set(currency, [...(groups.get(currency) ?? []), id]);
	}
	return [...groups.values()];
}

/**
 * Settlements are made by Amazon alone: the last ended yesterday, two others before it, and from then on there is one
 * every two weeks.
 */
export function settleFromNowOn(state: SimState, seller: SellerSeed): void {
	const nowMs = state.amazonMs();
	const lastEndMs = nowMs - (nowMs % DAY_MS) - DAY_MS;
	for (const marketplaceIds of byCurrency(seller)) {
		const common = { sellerId: seller.sellerId, reportType: REPORT_TYPE, marketplaceIds };
		for (let count = PAST - 1; count >= 0; count--) {
			const endMs = periodsAfter(lastEndMs, PERIOD, -count);
			const report = state.reports.create({
				...{ ...common, options: {}, mishaps: NO_MISHAPS, isMadeWhenRead: true, skewMs: 0, delayMs: 0 },
				...{ startMs: periodsAfter(endMs, PERIOD, -1), endMs, createdAtMs: endMs + DAY_MS / 8 },
			});
			endReport(state, report);
		}
		state.schedules.create({
			...common,
			period: PERIOD,
			nextAtMs: periodsAfter(lastEndMs, PERIOD, 1),
			isAmazons: true,
		});
	}
}
