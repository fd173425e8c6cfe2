import { gunzipSync } from 'node:zlib';
import { ManualClock, startSimulator, type Simulator } from '../../simulator';
import { ask, signIn, type Session } from '../../simulator/client';
import { encode } from '../../simulator/reports/content/charset';
import {
	added,
	address,
	DE,
	download,
	fetchText,
	inDays,
	JP,
	LISTINGS,
	ORDERS,
	post,
	report,
	request,
	RETURNS,
	rowsOf,
	SETTLEMENT,
	UK,
} from './reportSetting';

let clock: ManualClock;
let simulator: Simulator;
let session: Session;

beforeEach(async () => {
	clock = new ManualClock();
	simulator = await startSimulator({ clock, limits: false, reportDelayMs: 0, tokenTtlSeconds: 1e7 });
	session = await signIn(simulator.url);
});
afterEach(() => simulator.stop());

const requested = async (body: object) => {
	const { reportDocumentId = '' } = await report(session, await request(session, body));
	return await download(session, reportDocumentId);
};
const lastDays = (days: number) => ({ dataStartTime: inDays(clock, -days) });

describe('charsets', () => {
	it('write what they have, and ? for what they have not', () => {
		const text = 'Größe „M“ Ćmielów 髙①～';
		const read = (charset: 'Cp1252' | 'Windows-31J' | 'ISO-8859-1' | 'UTF-8', name: string) =>
			new TextDecoder(name).decode(encode(text, charset), { stream: true });
		expect(read('UTF-8', 'utf-8')).toBe(text);
		expect(read('Cp1252', 'windows-1252')).toBe('Größe „M“ ?mielów ???');
		expect(read('Windows-31J', 'shift_jis')).toBe('Gr??e ?M“ ?miel?w 髙①～');
		expect(encode(text, 'ISO-8859-1').toString('latin1')).toBe('Größe ?M? ?mielów ???');
		expect(encode('😀', 'Cp1252').toString('latin1')).toBe('?');
	});

	it.each([
		['UTF-8', 'text/plain; charset=UTF-8', 'Ręcznik'],
		['Cp1252', 'text/plain; charset=Cp1252', 'Kaffeemühle „Groß“'],
		['Cp1252', 'text/plain; charset=Cp1252', 'R?cznik'],
		['Windows-31J', 'text/plain; charset=Windows-31J', '陶器'],
		['ISO-8859-1', 'text/plain; charset=ISO-8859-1', 'Kaffeemühle ?Groß?'],
	] as const)('%s is named by the download', async (charset, contentType, part) => {
		const document = await added(simulator, session, {
			reportType: LISTINGS,
			document: { rows: 50, charset },
		});
		expect(document.contentType).toBe(contentType);
		expect(document.text).toContain(part);
	});

	it('are those of the marketplace: Cp1252 in Europe, Japanese headers and cp932 in Japan', async () => {
		expect((await requested({ reportType: LISTINGS })).contentType).toBe('text/plain; charset=Cp1252');
		const east = { sellerId: 'ASIMULATORFE1', reportType: LISTINGS, marketplaceIds: [JP] };
		const seller = await signIn(simulator.url, simulator.state.seller('ASIMULATORFE1'));
		const japanese = await added(simulator, seller, east);
		expect(japanese.text).toMatch(/^商品名\t/);
		const reportOptions = { preferredReportDocumentLocale: 'en_US' };
		const english = await added(simulator, seller, { ...east, reportOptions });
		expect(english.text).toMatch(/^item-name\t/);
		expect(english.contentType).toBe('text/plain; charset=Windows-31J');
	});

	it('UTF-8 has a mark in front where Amazon, or a test, puts one', async () => {
		const prime = { reportType: 'GET_CSV_MFN_PRIME_RETURNS_REPORT', document: { rows: 1 } };
		expect((await added(simulator, session, prime)).text).toMatch(/^\uFEFFOrder ID,/);
		const text = { text: 'a\tb', hasByteOrderMark: true };
		expect((await added(simulator, session, { reportType: RETURNS, document: text })).text).toBe(
			'\uFEFFa\tb',
		);
	});
});

describe('documents agree with the simulated account', () => {
	it('listings: those of the catalogue, as they stand now', async () => {
		simulator.state.catalogue('ASIMULATOREU1').remove('DEMO-0002');
		const rows = rowsOf((await requested({ reportType: LISTINGS })).text);
		expect(rows).toHaveLength(1999);
		const listing = simulator.state.listing('ASIMULATOREU1', 'DEMO-0003');
		expect(rows[1]).toMatchObject({ 'seller-sku': 'DEMO-0003', asin1: listing?.asin, status: 'Active' });
		const open = rowsOf((await requested({ reportType: 'GET_FLAT_FILE_OPEN_LISTINGS_DATA' })).text);
		expect(open[1]).toMatchObject({ sku: 'DEMO-0003', price: rows[1]?.['price'] });
	});

	it('orders: each item of each order of the time and marketplace, in tabs and in XML', async () => {
		const own = simulator.orders('ASIMULATOREU1').filter(({ marketplaceId }) => marketplaceId === DE);
		const items = own.flatMap(({ order }) => order.orderItems);
		const rows = rowsOf((await requested({ reportType: ORDERS, ...lastDays(5) })).text);
		expect(rows).toHaveLength(items.length);
		expect(new Set(rows.map((row) => row['amazon-order-id']))).toEqual(
			new Set(own.map(({ orderId }) => orderId)),
		);
		const reportType = 'GET_XML_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL';
		const { text } = await requested({ reportType, ...lastDays(5) });
		expect(text.match(/<Message>/g)).toHaveLength(own.length);
		expect(text.match(/<OrderItem>/g)).toHaveLength(items.length);
	});

	it('returns: of orders that exist, the same in whatever stretch of time', async () => {
		const order = simulator.addOrder({
			...{ marketplaceId: UK, status: 'SHIPPED', createdAtMs: clock.now() - 2 * 24 * 3600_000 },
			lines: Array(8).fill({}) as [],
		});
		const body = { reportType: RETURNS, marketplaceIds: [UK] };
		const week = rowsOf((await requested({ ...body, ...lastDays(7) })).text);
		const month = rowsOf((await requested({ ...body, ...lastDays(30) })).text);
		expect(week.filter((row) => row['Order ID'] === order.orderId).length).toBeGreaterThan(0);
		expect(month).toEqual(expect.arrayContaining(week));
		expect(month.length).toBeGreaterThan(week.length);
	});

	it('settlements: 24 columns, and rows that add up to the total of the first', async () => {
		const { json } = await session.call({
			path: `/reports/2021-06-30/reports?reportTypes=${SETTLEMENT}&marketplaceIds=${DE}`,
		});
		const [last] = (json as { reports: Record<string, string>[] }).reports;
		const { text } = await download(session, last?.['reportDocumentId'] ?? '');
		const [total, ...rows] = rowsOf(text);
		expect(Object.keys(total ?? {})).toHaveLength(24);
		const cents = (amount = '') => Number(amount.replace(',', ''));
		expect(total?.['total-amount']).toMatch(/^\d+,\d\d$/);
		expect(rows.length).toBeGreaterThan(50);
		expect(rows.reduce((sum, row) => sum + cents(row['amount']), 0)).toBe(cents(total?.['total-amount']));
		const kinds = new Set(rows.map((row) => row['amount-description']));
		expect([...kinds]).toEqual(expect.arrayContaining(['Principal', 'Commission', 'Subscription Fee']));
	});

	it('of drawn rows: the same for the same seed, and settlements of any size add up', async () => {
		const text = async (seed: number) =>
			(await added(simulator, session, { reportType: SETTLEMENT, document: { rows: 500, seed } })).text;
		const [first, again, other] = [await text(1), await text(1), await text(2)];
		expect(first).toBe(again);
		expect(first).not.toBe(other);
		const [total, ...rows] = rowsOf(first);
		const cents = (amount = '') => Number(amount.replace(/[.,]/, ''));
		expect(rows.reduce((sum, row) => sum + cents(row['amount']), 0)).toBe(cents(total?.['total-amount']));
	});

	it('the ledger has every cell in quotation marks', async () => {
		const ledger = { reportType: 'GET_LEDGER_DETAIL_VIEW_DATA', document: { rows: 2 } };
		const { text } = await added(simulator, session, ledger);
		for (const line of text.trimEnd().split('\r\n')) expect(line).toMatch(/^("[^"]*"\t){14}"[^"]*"$/);
	});
});

describe('documents of somebody else', () => {
	it('are the bytes that were given, under the type that was given', async () => {
		const bytes = Buffer.from([0, 255, 128, 10]);
		const document = { bytes, contentType: 'application/pdf' };
		const got = await added(simulator, session, { reportType: 'GET_EASYSHIP_PICKEDUP', document });
		expect([got.bytes.equals(bytes), got.contentType, got.compression]).toEqual([
			true,
			'application/pdf',
			undefined,
		]);
	});

	it('answer the next createReport of their type, once', async () => {
		const reportType = 'GET_AFN_INVENTORY_DATA';
		const headers = { sku: 'Händler-SKU' };
		simulator.addReport({ reportType, whenRequested: true, document: { text: 'seller-sku\r\nA\r\n' } });
		expect((await requested({ reportType })).text).toBe('seller-sku\r\nA\r\n');
		expect(await request(session, { reportType })).toContain('NotSimulated');
		simulator.addReport({ reportType: LISTINGS, whenRequested: true, document: { rows: 1, headers } });
		expect((await requested({ reportType: LISTINGS })).text).not.toContain('Händler');
		const open = 'GET_FLAT_FILE_OPEN_LISTINGS_DATA';
		expect(
			(await added(simulator, session, { reportType: open, document: { rows: 1, headers } })).text,
		).toMatch(/^Händler-SKU\t/);
	});

	it('come by the page of the simulator too, with bytes in base64', async () => {
		const path = '/simulator/sellers/ASIMULATOREU1/reports';
		const bytes = Buffer.from('a\tb\r\n1\t2\r\n').toString('base64');
		const made = await ask(simulator.url, {
			...{ method: 'POST', path, body: { reportType: RETURNS, document: { bytes } } },
		});
		expect(made).toMatchObject({ status: 201, json: { report: { processingStatus: 'DONE' } } });
		const { report: stored } = made.json as { report: { reportDocumentId: string } };
		expect((await download(session, stored.reportDocumentId)).text).toBe('a\tb\r\n1\t2\r\n');
		const listed = await ask(simulator.url, { path });
		expect((listed.json as { reports: unknown[] }).reports[0]).toEqual(stored);
	});

	it.each<[string, object, string]>([
		['a type', { reportType: 'GET_NONSENSE' }, 'no report type'],
		['a mishap', { reportType: RETURNS, mishaps: ['bad'] }, 'Unknown mishap "bad"'],
		['two contents', { reportType: RETURNS, document: { rows: 1, text: 'a' } }, 'takes one of'],
		['a charset', { reportType: RETURNS, document: { charset: 'EBCDIC' } }, 'must be one of'],
		['a status', { reportType: RETURNS, status: 'READY' }, 'No report is READY'],
		['a time', { reportType: RETURNS, dataEndTime: 'now' }, '"dataEndTime" is not'],
	])('are refused with %s that does not exist', async (_name, body, part) => {
		const path = '/simulator/sellers/ASIMULATOREU1/reports';
		const { status, text } = await ask(simulator.url, { method: 'POST', path, body });
		expect([status, JSON.parse(text)]).toEqual([
			400,
			{ errors: [expect.objectContaining({ details: expect.stringContaining(part) as string })] },
		]);
	});
});

describe('mishaps of documents', () => {
	const mishap = async (...mishaps: NonNullable<Parameters<Simulator['addReport']>[0]['mishaps']>) =>
		await added(simulator, session, { reportType: LISTINGS, document: { rows: 50 }, mishaps });

	it('a flag of GZIP on plain bytes, and none on gzip', async () => {
		const plain = await mishap('gzip-flag-on-plain');
		expect([plain.compression, plain.bytes.subarray(0, 9).toString()]).toEqual(['GZIP', 'item-name']);
		const packed = await mishap('plain-flag-on-gzip');
		expect([packed.compression, packed.bytes[0]]).toEqual([undefined, 0x1f]);
	});

	it('fewer bytes than announced', async () => {
		await expect(mishap('wrong-length')).rejects.toThrow('terminated');
	});

	it('an end in the middle of the gzip that looks like an end', async () => {
		const cut = await mishap('cut-off');
		expect(cut.compression).toBe('GZIP');
		expect(() => gunzipSync(cut.bytes)).toThrow('unexpected end of file');
	});

	it('an address that has expired; others expire after five minutes', async () => {
		const spec = { reportType: LISTINGS, document: { rows: 1 } };
		const idOf = (stored: ReturnType<Simulator['addReport']>) => stored?.ended?.reportDocumentId ?? '';
		const expired = await address(
			session,
			idOf(simulator.addReport({ ...spec, mishaps: ['expired-address'] })),
		);
		expect((await fetchText(expired.url)).status).toBe(403);
		const { url } = await address(session, idOf(simulator.addReport(spec)));
		clock.advance(299_000);
		expect((await fetchText(url)).status).toBe(200);
		clock.advance(1000);
		expect((await fetchText(url)).status).toBe(403);
	});

	it('another type, nothing, only a header, another charset', async () => {
		expect((await mishap('other-type')).text).toMatch(/^Order ID\t/);
		expect((await mishap('empty')).bytes).toHaveLength(0);
		expect((await mishap('header-only')).text.match(/\r\n/g)).toHaveLength(1);
		const wrong = await mishap('wrong-charset');
		expect(wrong.contentType).toBe('text/plain; charset=UTF-8');
		expect(wrong.text).toContain('\uFFFD');
	});

	it('short rows, repeated and missing headers, blanks around values', async () => {
		const lengths = new Set(
			(await mishap('short-rows')).text
				.trimEnd()
				.split('\r\n')
				.map((line) => line.split('\t').length),
		);
		expect(lengths.size).toBeGreaterThan(2);
		const headers = async (name: 'repeated-headers' | 'missing-headers') =>
			(await mishap(name)).text.split('\r\n')[0]?.split('\t') ?? [];
		expect((await headers('repeated-headers')).filter((name) => name === 'listing-id')).toHaveLength(8);
		expect((await headers('missing-headers')).filter((name) => name === '').length).toBeGreaterThan(3);
		expect((await mishap('padded-cells')).text.split('\r\n')[1]).toMatch(/^ \S.* \t \t/);
	});

	it('strike what is asked for, too', async () => {
		simulator.faults.add({ kind: 'report-document', mishap: 'header-only', operation: 'createReport' });
		expect(rowsOf((await requested({ reportType: LISTINGS })).text)).toEqual([]);
	});
});

describe('compression', () => {
	it('is named, or removed by the client when the address says so', async () => {
		const stored = simulator.addReport({ reportType: LISTINGS });
		const id = stored?.ended?.reportDocumentId ?? '';
		const { url, compressionAlgorithm } = await address(session, id, '?enableContentEncodingUrlHeader=true');
		expect(compressionAlgorithm).toBe('GZIP');
		const answer = await fetchText(url);
		expect(answer.headers.get('content-encoding')).toBe('gzip');
		expect(answer.text).toMatch(/^item-name\t/);
		expect((await post(session, '/reports/2021-06-30/reports', {})).status).toBe(400);
	});

	it('small documents have none', async () => {
		expect(
			(await added(simulator, session, { reportType: LISTINGS, document: { rows: 1 } })).compression,
		).toBeUndefined();
	});
});
