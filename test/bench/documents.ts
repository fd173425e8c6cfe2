import { decideAll } from '../../nodes/AmazonListings/offer/decide';
import { divide, sendingText, type Sending } from '../../nodes/AmazonListings/offer/sending';
import type { OfferSettings } from '../../nodes/AmazonListings/offer/settings';
import { pack } from '../../nodes/amazon/feeds/pack';
import { JSON_LISTINGS_FEED } from '../../nodes/amazon/tables/feedTypes';
import { MARKETPLACES } from '../../nodes/amazon/tables/marketplaces';
import { runApart } from './apart';
import { priceList, RULES } from './priceList';
import { atMost, type Row } from './row';

const COUNT = 100_000;
const ROUNDS = 9;
const MIB = 1024 * 1024;

interface Figures {
	ratio: number;
	buildMs: number;
	stringifyMs: number;
	memoryMib: number;
}

/** Rules, messages and splitting against `JSON.stringify` of the same messages; in a process of its own. */
export async function measureDocuments(): Promise<Row[]> {
	const { ratio, buildMs, stringifyMs, memoryMib } = await runApart<Figures>(__filename, 'figures');
	const note = `${Math.round(buildMs)} ms against ${Math.round(stringifyMs)} ms, the best of ${ROUNDS} each`;
	return [
		atMost('feed documents for 100,000 items: time against JSON.stringify', ratio, 2, 'x', note),
		atMost('feed documents for 100,000 items: memory beyond the input', memoryMib, 150, 'MiB'),
	];
}

/** Called in the other process. */
export function figures(): Figures {
	const input = priceList(COUNT);
	globalThis.gc?.();
	const beforeMib = process.memoryUsage().rss / MIB;
	build(input);
	const memoryMib = process.resourceUsage().maxRSS / 1024 - beforeMib;
	const messages = sendingOf(input).map((decision) => JSON.parse(`{${sendingText(decision)}`) as object);
	const buildTimes: number[] = [];
	const stringifyTimes: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		buildTimes.push(timed(() => build(input)));
		stringifyTimes.push(timed(() => JSON.stringify(messages)));
	}
	const buildMs = Math.min(...buildTimes);
	const stringifyMs = Math.min(...stringifyTimes);
	return { ratio: buildMs / stringifyMs, buildMs, stringifyMs, memoryMib };
}

function timed(work: () => unknown): number {
	globalThis.gc?.();
	const start = performance.now();
	work();
	return performance.now() - start;
}

function sendingOf(items: ReturnType<typeof priceList>): Sending[] {
	const marketplaces = MARKETPLACES.filter(({ country }) => country === 'DE');
	const settings = { ...RULES, options: {}, notation: {}, marketplaces } as unknown as OfferSettings;
	const marketplaceIds = marketplaces.map(({ id }) => id);
	return divide(decideAll({ kind: 'offer', items, settingsOf: () => settings, marketplaceIds, now: 0 }))
		.sending;
}

/** Document by document, as they are uploaded: none is kept. */
function build(items: ReturnType<typeof priceList>): number {
	const packing = { marketplaceIdOf: ({ marketplace }: Sending) => marketplace.id, textOf: sendingText };
	const options = {
		sellerId: 'A2EXAMPLE',
		feedType: JSON_LISTINGS_FEED,
		chunkSize: 20_000,
		separateMarketplaces: true,
	};
	let sizeBytes = 0;
	for (const draft of pack(sendingOf(items), packing, options)) sizeBytes += draft.sizeBytes;
	return sizeBytes;
}
