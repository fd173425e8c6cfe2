import { ExecuteContext } from 'n8n-core';
import { constants, deflateRawSync } from 'node:zlib';

import { answers, told } from '../stage';
import { byId, LISTINGS, useReports, XML_ORDERS } from './reportScene';

const scene = useReports();

const MIB = 1024 ** 2;
const HEADER = 'listing-id\tseller-sku\tprice\tfulfillment-channel\tstatus\titem-name\n';

/** The most memory that this process, the simulated Amazon included, takes beyond what it has while work goes on. */
async function memoryOf(work: () => Promise<unknown>): Promise<number> {
	const before = process.memoryUsage().rss;
	let most = before;
	const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
	try {
		await work();
	} finally {
		clearInterval(timer);
	}
	return (most - before) / MIB;
}

/** A gzip of some megabytes that holds as many times 16 MiB. */
function bomb(times: number): Buffer {
	const head = Buffer.from('1f8b0800000000000003', 'hex');
	const row = `${'A'.repeat(1_023)}\n`;
	const piece = deflateRawSync(row.repeat(16 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
	const first = deflateRawSync(HEADER, { finishFlush: constants.Z_FULL_FLUSH });
	return Buffer.concat([head, first, ...Array.from({ length: times }, () => piece)]);
}

describe('a document of any size', () => {
	it('ends at two gigabytes, in the memory of its rows alone', async () => {
		const bytes = bomb(140);
		expect(bytes.length).toBeLessThan(16 * MIB);
		const id = scene.add({ reportType: LISTINGS, document: { bytes, isGzipped: false } });
		const memoryMib = await memoryOf(async () => {
			const said = told(await scene.download(id, { give: 'count' }));
			expect(said).toMatch(
				/more than 2147483648 bytes.*Before that, \d{6,} rows were read.*Ask Amazon for less/,
			);
		});
		expect(memoryMib).toBeLessThan(300);
	}, 120_000);

	it.each([
		['a line', LISTINGS, HEADER, /Row 1 has more than 1048576 characters/],
		['an element of XML', XML_ORDERS, '<AmazonEnvelope><Message><Order><x>', /not XML, or cut off/],
	])(
		'%s of 100 MB costs no more than its bytes',
		async (_, reportType, start, error) => {
			const bytes = Buffer.concat([Buffer.from(start), Buffer.alloc(100_000_000, 'x')]);
			const id = scene.add({ reportType, document: { bytes, isGzipped: false } });
			const memoryMib = await memoryOf(async () => {
				expect(told(await scene.download(id))).toMatch(error);
			});
			expect(memoryMib).toBeLessThan(300);
		},
		60_000,
	);

	it('of 60 MB is counted in little memory', async () => {
		const id = scene.add({ reportType: LISTINGS, document: { rows: 300_000 } });
		const memoryMib = await memoryOf(async () => {
			const [counted] = answers(await scene.download(id, { give: 'count' }));
			expect(counted).toMatchObject({ rows: 300_000, isWhole: true });
		});
		expect(memoryMib).toBeLessThan(300);
	}, 120_000);
});

describe('Stop', () => {
	afterEach(() => {
		jest.restoreAllMocks();
		scene.stage.amazon.faults.clear();
	});

	const stopAfter = (delayMs: number) =>
		jest
			.spyOn(ExecuteContext.prototype, 'getExecutionCancelSignal')
			.mockImplementation(() => AbortSignal.timeout(delayMs));

	it('ends waiting for a report', async () => {
		scene.stage.amazon.faults.add({ kind: 'report-stuck', forMs: 600_000, operation: 'createReport' });
		stopAfter(400);
		const startMs = Date.now();
		const result = await scene.run('requestAndDownload', { reportType: byId(LISTINGS) });
		expect(result.status).toBe('error');
		expect(Date.now() - startMs).toBeLessThan(3_000);
	});

	it('ends reading a long one', async () => {
		const id = scene.add({ reportType: LISTINGS, document: { rows: 3_000_000 } });
		stopAfter(500);
		const startMs = Date.now();
		const result = await scene.download(id, { give: 'count' });
		expect(result.status).toBe('error');
		expect(Date.now() - startMs).toBeLessThan(3_000);
	});
});
