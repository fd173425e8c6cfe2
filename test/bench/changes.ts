import type { IDataObject } from 'n8n-workflow';

import { priceList, RULES } from './priceList';
import { atMost, type Row } from './row';
import { openSetting, type Setting } from './setting';
import { RESOURCES } from '../../nodes/AmazonListings/resources';
import { LIMITS } from '../../nodes/amazon/tables/limits';
import type { Context, Outcome } from '../../nodes/n8n/operation';
import { QUEUE_SHARE } from '../simulator/feeds/feed';

const COUNT = 100_000;

/** How long the simulated Amazon works on a feed: the short end of what sellers see. */
const PROCESSING_MS = 15 * 60_000;

/** 100,000 prices and stocks from the list to an answer for every SKU, in simulated time. */
export async function measureChanges(): Promise<Row[]> {
	const setting = await openSetting({
		feedDelayMs: PROCESSING_MS,
		seed: { catalogues: [{ sellerId: 'ASIMULATOREU1', prefix: 'BENCH-', count: COUNT, anySuffix: true }] },
	});
	try {
		const startMs = setting.time.now();
		const { answered, unanswered } = await setting.time.run(async () => await sendAll(setting));
		const tookS = (setting.time.now() - startMs) / 1000;
		const calls = setting.simulator.calls().filter(({ path }) => path.startsWith('/feeds/')).length;
		const allowedS = processingMs(setting.simulator.state.feeds.list().length) / 1000;
		const oneByOneS = COUNT / LIMITS.patchListingsItem.ratePerSecond;
		return [
			atMost(
				'100,000 price + stock changes: SP-API calls with results',
				calls,
				30,
				'calls',
				`one call per SKU: ${COUNT}`,
			),
			atMost(
				'100,000 price + stock changes: time over what limits and processing allow',
				(tookS / allowedS - 1) * 100,
				2,
				'%',
				`${Math.round(tookS)} s simulated, ${Math.round(allowedS)} s of it Amazon's processing; one call per SKU: ${oneByOneS} s`,
			),
			atMost(
				'100,000 price + stock changes: SKUs without a final answer',
				unanswered,
				0,
				'SKUs',
				`${answered} accepted`,
			),
		];
	} finally {
		await setting.close();
	}
}

/** Amazon carries out one listings feed of a seller after the other; only the first one's wait in the queue counts. */
function processingMs(feeds: number): number {
	return PROCESSING_MS * (QUEUE_SHARE + feeds * (1 - QUEUE_SHARE));
}

async function sendAll(setting: Setting) {
	const submitted = await batch(
		setting.contextWith({ ...RULES, options: {} }),
		'offer',
		'submit',
		priceList(COUNT),
	);
	const results = await batch(
		setting.contextWith({ source: 'items', waitMinutes: 60 }),
		'feed',
		'getResult',
		jsonOf(submitted),
	);
	const answered = jsonOf(results).filter(({ status }) => status === 'accepted').length;
	return { answered, unanswered: COUNT - answered };
}

async function batch(
	context: Context,
	resource: string,
	value: string,
	items: IDataObject[],
): Promise<Outcome[]> {
	const operation = RESOURCES.find((one) => one.value === resource)?.operations.find(
		(one) => one.value === value,
	);
	if (operation === undefined || !('batch' in operation))
		throw new Error(`${resource}: ${value} is no batch operation`);
	return await operation.batch(context, items);
}

function jsonOf(outcomes: readonly Outcome[]): IDataObject[] {
	return outcomes.map((outcome) => {
		if ('error' in outcome) throw outcome.error;
		return outcome.json;
	});
}
