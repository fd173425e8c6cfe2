import { gunzipSync } from 'node:zlib';
import { startSimulator, type ReportSpec, type Simulator } from '../../simulator';
import { signIn, type Session } from '../../simulator/client';
import { address, LISTINGS } from './reportSetting';

let simulator: Simulator;
let session: Session;

beforeEach(async () => {
	simulator = await startSimulator({ limits: false });
	session = await signIn(simulator.url);
});
afterEach(() => simulator.stop());

const MEGABYTE = 2 ** 20;
/** More than 450 bytes each. */
const rows = (megabytes: number) => Math.ceil((megabytes * MEGABYTE) / 450);

async function open(spec: Omit<ReportSpec, 'reportType'>): Promise<Response> {
	const stored = simulator.addReport({ reportType: LISTINGS, ...spec });
	const { url } = await address(session, stored?.ended?.reportDocumentId ?? '');
	return await fetch(url);
}

/** Reads to the end; tells how many bytes there were, and how much memory was in use at most beyond the start. */
async function drain({ body }: Response): Promise<{ sizeBytes: number; peakBytes: number }> {
	const startBytes = process.memoryUsage.rss();
	let [sizeBytes, peakBytes] = [0, 0];
	for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
		sizeBytes += piece.length;
		peakBytes = Math.max(peakBytes, process.memoryUsage.rss() - startBytes);
	}
	return { sizeBytes, peakBytes };
}

describe('a document of any size', () => {
	it('is made while it is sent, and is never in memory', async () => {
		const response = await open({ document: { rows: rows(110), isGzipped: false } });
		expect(response.headers.get('content-length')).toBeNull();
		const { sizeBytes, peakBytes } = await drain(response);
		expect(sizeBytes).toBeGreaterThan(100 * MEGABYTE);
		expect(peakBytes).toBeLessThan(60 * MEGABYTE);
	}, 20_000);

	it('costs nothing until it is sent: a gigabyte is added at once, and a client may leave', async () => {
		const startedMs = performance.now();
		const response = await open({ document: { rows: rows(1024), isGzipped: false } });
		expect(performance.now() - startedMs).toBeLessThan(2000);
		await response.body?.cancel();
		expect((await session.call({ path: '/sellers/v1/marketplaceParticipations' })).status).toBe(200);
	});

	it('is the same each time, packed or not', async () => {
		const plain = await open({ document: { rows: rows(6), isGzipped: false } });
		const packed = await open({ document: { rows: rows(6) } });
		const bytes = Buffer.from(await packed.arrayBuffer());
		expect(gunzipSync(bytes).equals(Buffer.from(await plain.arrayBuffer()))).toBe(true);
	});

	it('may end too early: with the connection, or in the middle of the gzip as if it were whole', async () => {
		const document = { rows: rows(8) };
		const broken = await open({ document: { ...document, isGzipped: false }, mishaps: ['wrong-length'] });
		await expect(broken.arrayBuffer()).rejects.toThrow('terminated');
		const cut = await open({ document: { rows: rows(40) }, mishaps: ['cut-off'] });
		const bytes = Buffer.from(await cut.arrayBuffer());
		expect(bytes).toHaveLength(MEGABYTE + 77);
		expect(() => gunzipSync(bytes)).toThrow('unexpected end of file');
	}, 20_000);

	it('meets the faults of a download', async () => {
		const document = { rows: rows(6), isGzipped: false };
		simulator.faults.add({ kind: 'truncated-body', operation: 'downloadDocument' });
		await expect((await open({ document })).arrayBuffer()).rejects.toThrow('terminated');
		simulator.faults.add({ kind: 'slow-body', delayMs: 300, operation: 'downloadDocument' });
		const startedMs = performance.now();
		await (await open({ document })).arrayBuffer();
		expect(performance.now() - startedMs).toBeGreaterThan(290);
	});
});
