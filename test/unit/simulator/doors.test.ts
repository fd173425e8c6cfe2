import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { startSimulator, type Simulator } from '../../simulator';
import { startDemoStore, type DemoStore } from '../../stores';

const JSON_TYPE = { 'content-type': 'application/json' };
const RESET = '/simulator/reset';
const ORDERS = '/simulator/sellers/ASIMULATOREU1/orders';
const FAULT = JSON.stringify({ kind: 'status', status: 500, times: null });

let simulator: Simulator;
let store: DemoStore;

beforeAll(async () => {
	simulator = await startSimulator();
	store = await startDemoStore();
});
afterAll(() => Promise.all([simulator.stop(), store.stop()]));

interface Knock {
	to?: string;
	method?: string;
	path: string;
	headers?: Record<string, string>;
	body?: string;
}

/** A request with any Host: `fetch` would not let one choose it. */
async function knock({ to = simulator.url, method = 'POST', path, headers, body }: Knock) {
	const sent = request(to + path, { method, headers: { connection: 'close', ...headers } });
	sent.end(body);
	const [answer] = (await once(sent, 'response')) as [IncomingMessage];
	const chunks: Buffer[] = [];
	for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
	return { status: answer.statusCode, text: Buffer.concat(chunks).toString('utf8') };
}

const own = () => `http://${new URL(simulator.url).host}`;

describe("the simulator's own pages", () => {
	it.each<[string, Knock, number]>([
		['a form that a page posts', { path: RESET, headers: { 'content-type': 'text/plain' }, body: '{}' }, 415],
		['a fault that a page posts as text', { path: '/simulator/faults', body: FAULT }, 415],
		['a post without a body and a type', { path: ORDERS }, 415],
		[
			'a page of another address',
			{ path: RESET, headers: { ...JSON_TYPE, origin: 'http://shop.example' } },
			403,
		],
		['a page without an address', { path: RESET, headers: { ...JSON_TYPE, origin: 'null' } }, 403],
		['a page at another port', { path: RESET, headers: { ...JSON_TYPE, origin: 'http://127.0.0.1:1' } }, 403],
		['a name that was rebound', { path: RESET, headers: { ...JSON_TYPE, host: 'shop.example' } }, 421],
		['a look by such a name', { method: 'GET', path: '/simulator', headers: { host: 'shop.example' } }, 421],
		[
			'a look by a foreign page',
			{ method: 'GET', path: '/simulator', headers: { origin: 'http://a.b' } },
			403,
		],
	])('refuse %s', async (_name, wish, status) => {
		expect(await knock(wish)).toMatchObject({ status });
		expect(simulator.faults.list()).toEqual([]);
	});

	it.each<[string, () => Knock]>([
		['JSON without a page', () => ({ path: RESET, headers: JSON_TYPE, body: '{}' })],
		['JSON of their own page', () => ({ path: RESET, headers: { ...JSON_TYPE, origin: own() }, body: '{}' })],
		['an order without a body', () => ({ path: ORDERS, headers: JSON_TYPE })],
		['the name localhost', () => ({ method: 'GET', path: '/simulator', headers: { host: 'localhost:80' } })],
		['the address ::1', () => ({ method: 'GET', path: '/simulator', headers: { host: '[::1]' } })],
	])('take %s', async (_name, wish) => {
		expect([200, 201]).toContain((await knock(wish())).status);
	});
});

describe('a name that was rebound to this machine', () => {
	it.each([
		'shop.example',
		'localhost.shop.example',
		'127.0.0.1.shop.example',
		'127.0.0.1@shop.example',
		'10.0.0.1',
	])('%s reaches no operation of Amazon and no page of the stores', async (host) => {
		const headers = { host };
		for (const path of ['/auth/o2/token', '/feeds/2021-06-30/feeds', '/documents/x'])
			expect(await knock({ path, headers })).toMatchObject({ status: 421 });
		const page = await knock({ to: store.url, method: 'GET', path: '/', headers });
		expect([page.status, page.text]).toEqual([421, expect.stringContaining('on this machine only')]);
	});
});
