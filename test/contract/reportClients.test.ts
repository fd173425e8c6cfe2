import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import { Agent } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { startSimulator, type Simulator } from '../simulator';
import { credentials, loadSdk } from './sdk';

const DE = 'A1PA6795UKMFR9';
const LISTINGS = 'GET_MERCHANT_LISTINGS_ALL_DATA';
const TO_SHIP = 'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING';

const rowsOf = (text: string) => text.trim().split('\r\n').slice(1);
const weekAgo = () => new Date(Date.now() - 7 * 24 * 3600_000).toISOString();

describe('@sp-api-sdk at the simulator: reports', () => {
	let simulator: Simulator;

	beforeEach(async () => {
		simulator = await startSimulator({ feedDelayMs: 0 });
	});
	afterEach(() => simulator.stop());

	async function setUp() {
		const { axios, SellingPartnerApiAuth, ReportsApiClient } = await loadSdk(() => simulator.url);
		const auth = new SellingPartnerApiAuth(credentials);
		const client = new ReportsApiClient({ auth, region: 'eu' });
		const request = async (reportType: string, dataStartTime?: string) => {
			const body = { reportType, marketplaceIds: [DE], ...(dataStartTime && { dataStartTime }) };
			const { data } = await client.createReport({ body });
			const { data: report } = await client.getReport({ reportId: data.reportId });
			return report;
		};
		return { axios, auth, client, request, ReportsApiClient };
	}

	it('requests, waits for, downloads and unpacks a report', async () => {
		const { axios, client, request } = await setUp();
		const report = await request(LISTINGS);
		expect(report).toMatchObject({ processingStatus: 'DONE', reportType: LISTINGS, marketplaceIds: [DE] });
		const { data: document } = await client.getReportDocument({
			reportDocumentId: report.reportDocumentId ?? '',
		});
		expect(document.compressionAlgorithm).toBe('GZIP');
		const { data, headers } = await axios.get<Buffer>(document.url, { responseType: 'arraybuffer' });
		expect(headers['content-type']).toBe('text/plain; charset=Cp1252');
		const rows = rowsOf(gunzipSync(data).toString('latin1'));
		expect(rows).toHaveLength(2000);
		expect(rows[0]?.split('\t')[3]).toBe('DEMO-0001');
	});

	it('downloads a restricted report with a restricted data token only', async () => {
		const { axios, auth, client, request, ReportsApiClient } = await setUp();
		const { reportDocumentId = '' } = await request(TO_SHIP, weekAgo());
		await expect(client.getReportDocument({ reportDocumentId })).rejects.toMatchObject({
			response: { status: 403 },
		});
		const { data } = await axios.post<{ restrictedDataToken: string }>(
			'https://sellingpartnerapi-eu.amazon.com/tokens/2021-03-01/restrictedDataToken',
			{
				restrictedResources: [{ method: 'GET', path: `/reports/2021-06-30/documents/${reportDocumentId}` }],
			},
			{ headers: { 'x-amz-access-token': await auth.getAccessToken() } },
		);
		const { restrictedDataToken } = data;
		const allowed = new ReportsApiClient({ auth, region: 'eu', restrictedDataToken });
		const { data: document } = await allowed.getReportDocument({
			...{ reportDocumentId, enableContentEncodingUrlHeader: true },
		});
		const { data: text } = await axios.get<string>(document.url);
		expect(text).toContain('recipient-name');
		expect(rowsOf(text).length).toBeGreaterThan(0);
	});

	it('schedules reports, page by page', async () => {
		const { client } = await setUp();
		const reportType = 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE';
		const { data } = await client.createReportSchedule({
			body: { reportType, marketplaceIds: [DE], period: 'P1D' },
		});
		const { data: all } = await client.getReportSchedules({ reportTypes: [reportType] });
		expect(all.reportSchedules.map(({ reportScheduleId }) => reportScheduleId)).toEqual([
			data.reportScheduleId,
		]);
		await client.cancelReportSchedule(data);
		await expect(client.getReportSchedule(data)).rejects.toMatchObject({ response: { status: 404 } });
		const settlements = ['GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2'];
		const { data: first } = await client.getReports({ reportTypes: settlements, pageSize: 4 });
		const { data: second } = await client.getReports({ nextToken: first.nextToken });
		expect([first.reports.length, second.reports.length]).toEqual([4, 2]);
	});
});

interface OtherClient {
	callAPI(wish: object): Promise<Record<string, string>>;
	download(document: object, options?: object): Promise<unknown>;
	downloadReport(wish: object): Promise<unknown>;
}
type OtherClientClass = new (config: object) => OtherClient;

/**
 * `amazon-sp-api` speaks https to Amazon's names only, whatever it is told. Its one opening is the agent, which here
 * leads every connection to a door that calls the simulator by its own name.
 */
async function openDoor(simulator: Simulator) {
	const { port } = new URL(simulator.url);
	const door = createServer((incoming, outgoing) => {
		const { method, url: path, headers } = incoming;
		const wish = {
			host: '127.0.0.1',
			port,
			method,
			path,
			headers: { ...headers, host: `127.0.0.1:${port}` },
		};
		const call = forward(wish, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
			answer.pipe(outgoing);
		});
		incoming.pipe(call);
	});
	door.listen(0, '127.0.0.1');
	await once(door, 'listening');
	const agent = new Agent();
	const plain = () => connect((door.address() as AddressInfo).port, '127.0.0.1');
	Object.assign(agent, { createConnection: plain });
	const close = () => {
		door.closeAllConnections();
		door.close();
	};
	return { agent, close };
}

describe('amazon-sp-api at the simulator: reports', () => {
	let simulator: Simulator;
	let door: Awaited<ReturnType<typeof openDoor>>;
	let client: OtherClient;

	beforeEach(async () => {
		simulator = await startSimulator({ feedDelayMs: 0 });
		door = await openDoor(simulator);
		// eslint-disable-next-line @typescript-eslint/no-require-imports -- it is CommonJS without a default export
		const Client = require('amazon-sp-api') as OtherClientClass;
		client = new Client({
			region: 'eu',
			refresh_token: credentials.refreshToken,
			credentials: {
				SELLING_PARTNER_APP_CLIENT_ID: credentials.clientId,
				SELLING_PARTNER_APP_CLIENT_SECRET: credentials.clientSecret,
			},
			options: { https_proxy_agent: door.agent },
		});
	});
	afterEach(async () => {
		door.close();
		await simulator.stop();
	});

	it('does all in one call, and reads the rows', async () => {
		const body = { reportType: LISTINGS, marketplaceIds: [DE] };
		const wish = { body, version: '2021-06-30', interval: 100, download: { json: true } };
		const rows = (await client.downloadReport(wish)) as Record<string, string>[];
		expect(rows).toHaveLength(2000);
		expect(rows[0]).toMatchObject({ 'seller-sku': 'DEMO-0001', price: '75.54', status: 'Active' });
	});

	it('reads what is written in cp932', async () => {
		const text = '出品者SKU\t商品名\r\n0001\t①髙ソ―\r\n';
		simulator.addReport({
			...{ reportType: 'GET_AFN_INVENTORY_DATA', whenRequested: true },
			document: { text, charset: 'Windows-31J' },
		});
		const body = { reportType: 'GET_AFN_INVENTORY_DATA', marketplaceIds: [DE] };
		const wish = { body, version: '2021-06-30', interval: 100, download: { json: true } };
		expect(await client.downloadReport(wish)).toEqual([{ 出品者SKU: '0001', 商品名: '①髙ソ―' }]);
	});

	it('downloads a restricted report', async () => {
		const call = (operation: string, endpoint: string, more: object) =>
			client.callAPI({ operation, endpoint, ...more });
		const body = { reportType: TO_SHIP, marketplaceIds: [DE], dataStartTime: weekAgo() };
		const { reportId } = await call('createReport', 'reports', { body });
		const { reportDocumentId } = await call('getReport', 'reports', { path: { reportId } });
		const refused = call('getReportDocument', 'reports', { path: { reportDocumentId } });
		await expect(refused).rejects.toMatchObject({ code: 'Unauthorized' });
		const path = `/reports/2021-06-30/documents/${reportDocumentId}`;
		const { restrictedDataToken } = await call('createRestrictedDataToken', 'tokens', {
			body: { restrictedResources: [{ method: 'GET', path }] },
		});
		const document = await call('getReportDocument', 'reports', {
			...{ path: { reportDocumentId }, restricted_data_token: restrictedDataToken },
		});
		const rows = (await client.download(document, { json: true })) as Record<string, string>[];
		expect(rows[0]).toHaveProperty('buyer-name');
	});
});
