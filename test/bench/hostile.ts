import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

import { fetchReport } from '../../nodes/amazon/feeds/fetchReport';
import type { Feed } from '../../nodes/amazon/feeds/feed';
import type { Account } from '../../nodes/amazon/transport/account';
import { createClient } from '../../nodes/amazon/transport/client';
import type { Client } from '../../nodes/amazon/transport/contract';
import { NetworkError, type Http } from '../../nodes/amazon/transport/ports';
import { createThrottle } from '../../nodes/amazon/transport/throttle';
import { createTokenStore } from '../../nodes/amazon/transport/token';
import { clock } from '../../nodes/n8n/clock';
import { runApart } from './apart';
import { atMost, type Row } from './row';

const MIB = 1024 * 1024;
const MEMORY_MIB = 150;
const ERROR_MS = 100;

/** Reports that nobody in his right mind writes: what comes before, what is repeated, how often and what comes after. */
const REPORTS = {
	'45 MB of {}': ['JSON_LISTINGS_FEED', '{"issues":[', '{},', 15_000_000, '{}]}'],
	'60 MB of issues': [
		'JSON_LISTINGS_FEED',
		'{"issues":[',
		'{"messageId":1,"sku":"A","code":"8541","severity":"ERROR","message":"No."},',
		800_000,
		'{}]}',
	],
	'256 MB in one text': ['JSON_LISTINGS_FEED', '{"issues":[{"message":"', 'x'.repeat(64), 4_000_000, '"}]}'],
	'64 MB of <a/>': ['POST_PAYMENT_ADJUSTMENT_DATA', '<a>', '<a/>', 16_000_000, '</a>'],
	'60 MB of <Result/>': [
		'POST_PAYMENT_ADJUSTMENT_DATA',
		'<AmazonEnvelope><Message><ProcessingReport>',
		'<Result/>',
		6_000_000,
		'</ProcessingReport></Message></AmazonEnvelope>',
	],
} as const satisfies Record<string, readonly [string, string, string, number, string]>;

/** Words that a careless pattern takes seconds for. */
const ERRORS = [
	`http://${'a'.repeat(MIB)}`,
	'http://a/'.repeat(MIB / 9),
	`access_token${' '.repeat(MIB)}`,
	'Atza|'.repeat(MIB / 5),
	'a.'.repeat(MIB / 2),
];

/** Documents and error texts made to fill the memory or to take for ever; each document in a process of its own. */
export async function measureHostile(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const name of Object.keys(REPORTS)) {
		const figures = await runApart<Figures>(__filename, 'figures', { REPORT: name });
		const note = `${figures.outcome}, ${Math.round(figures.tookMs)} ms`;
		rows.push(
			atMost(`a report with ${name}: memory beyond the process`, figures.memoryMib, MEMORY_MIB, 'MiB', note),
		);
	}
	const { slowestMs } = await runApart<{ slowestMs: number }>(__filename, 'errorFigures');
	rows.push(atMost('an error of 1 MB, the slowest of five', slowestMs, ERROR_MS, 'ms'));
	return rows;
}

interface Figures {
	memoryMib: number;
	tookMs: number;
	outcome: string;
}

/** Called in the other process; the report's name is in its environment. */
export async function figures(): Promise<Figures> {
	const [feedType, before, part, times, after] = REPORTS[process.env.REPORT as keyof typeof REPORTS];
	const client = clientOf(() => Readable.from(repeated(before, part, times, after)).pipe(createGzip()));
	const feed = {
		feedId: '1',
		feedType,
		processingStatus: 'DONE',
		createdTime: '',
		resultFeedDocumentId: '1',
	};
	globalThis.gc?.();
	const beforeMib = process.memoryUsage().rss / MIB;
	const start = performance.now();
	const outcome = await fetchReport(client, feed as Feed).then(
		() => 'read',
		(error: Error) => `refused: ${error.message.slice(0, 60)}`,
	);
	const tookMs = performance.now() - start;
	return { memoryMib: process.resourceUsage().maxRSS / 1024 - beforeMib, tookMs, outcome };
}

/** Called in the other process. */
export async function errorFigures(): Promise<{ slowestMs: number }> {
	let slowestMs = 0;
	for (const message of ERRORS) {
		const body = JSON.stringify({ errors: [{ code: 'InvalidInput', message }] });
		const client = clientOf(() => Readable.from([Buffer.from(body)]), 400);
		const start = performance.now();
		await fetchReport(client, {
			...{ feedId: '1', feedType: 'JSON_LISTINGS_FEED', processingStatus: 'DONE', createdTime: '' },
			resultFeedDocumentId: '1',
		}).catch(() => {});
		slowestMs = Math.max(slowestMs, performance.now() - start);
	}
	return { slowestMs };
}

function* repeated(before: string, part: string, times: number, after: string): Generator<Buffer> {
	const atOnce = Math.ceil(65_536 / part.length);
	const piece = Buffer.from(part.repeat(atOnce));
	yield Buffer.from(before);
	for (let left = times; left > 0; left -= atOnce) yield piece;
	yield Buffer.from(after);
}

/** A client whose documents are `open`'s, or whose calls are answered with an error in its words. */
function clientOf(open: () => Readable, status = 200): Client {
	const http: Http = async ({ url }) => {
		const json = (body: object) => ({
			status: 200,
			headers: {},
			body: Readable.from([Buffer.from(JSON.stringify(body))]),
		});
		if (url.endsWith('/token')) return json({ access_token: 'Atza|access', expires_in: 3600 });
		if (status !== 200) return { status, headers: {}, body: open() };
		if (url.includes('/documents/1')) return json({ url: 'https://documents.s3.amazonaws.com/1' });
		if (url.startsWith('https://documents.')) return { status, headers: {}, body: open() };
		throw await Promise.resolve(new NetworkError('ENOTFOUND', url));
	};
	const account: Account = {
		environment: 'live',
		region: 'eu',
		marketplaceIds: [],
		sellerId: 'A1',
		clientId: 'client',
		clientSecret: 'amzn1.oa2-cs.v1.secret',
		refreshToken: 'Atzr|refresh',
	};
	const shared = { throttle: createThrottle(clock), tokens: createTokenStore() };
	return createClient({ account, http, clock, log: () => undefined, ...shared });
}
