import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHarness, type Harness } from './harness';
import { baseNode, chain, withCredential } from './harness/sketch';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const manual = baseNode('Start', 'manualTrigger', 1);

describe('workflow harness against a server', () => {
	let harness: Harness;
	let server: Server;
	let address: string;
	let answer: Answer;

	beforeAll(async () => {
		server = createServer((request, response) => answer(request, response));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		harness = await createHarness({ binaryMode: 'default' });
	});

	afterAll(async () => {
		await harness.close();
		await new Promise((resolve) => server.close(resolve));
	});

	it('logs in before the first request, again after a 401, and keeps the token', async () => {
		const seen: string[] = [];
		let logins = 0;
		answer = (request, response) => {
			const login = request.url === '/users/login';
			if (login) logins += 1;
			else seen.push(request.headers.authorization ?? '');
			const refused = !login && request.headers.authorization === 'Bearer token-1' && seen.length > 1;
			response.writeHead(refused ? 401 : 200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(login ? { token: `token-${logins}` } : { ok: true }));
		};
		const data = { url: address, username: 'u', password: 'p' };
		harness.credentials.set('Account', { type: 'wekanApi', data });
		const request = baseNode('Request', 'httpRequest', 4.2, {
			...{
				url: `${address}/api`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'wekanApi',
			},
			options: {},
		});
		const workflow = chain(manual, withCredential(request, 'wekanApi', 'Account'));
		expect((await harness.run(workflow)).json('Request')).toEqual([{ ok: true }]);
		expect((await harness.run(workflow)).json('Request')).toEqual([{ ok: true }]);
		expect(seen).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
		expect(harness.credentials.data('Account')).toMatchObject({ token: 'token-2' });
		expect(harness.credentials.saves('Account')).toBe(2);
	});

	it('gives a failed request as a plain error with its status', async () => {
		answer = (_request, response) => response.writeHead(503).end('{}');
		const request = baseNode('Request', 'httpRequest', 4.2, { url: address, options: {} });
		const { error } = await harness.run(chain(manual, request));
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '503', node: 'Request' });
	});

	it('polls a trigger and carries its static data from one poll to the next', async () => {
		const entry = (title: string, date: string) =>
			`<item><title>${title}</title><pubDate>${new Date(date).toUTCString()}</pubDate></item>`;
		let items = entry('old', '2026-11-01T00:00:00Z');
		answer = (_request, response) =>
			response
				.writeHead(200, { 'content-type': 'application/rss+xml' })
				.end(`<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`);
		const workflow = chain(baseNode('Feed', 'rssFeedReadTrigger', 1, { feedUrl: address }));
		const first = await harness.poll(workflow, 'Feed', {
			staticData: { lastItemDate: '2026-10-01T00:00:00Z' },
		});
		expect(first.error).toBeUndefined();
		expect(first).toMatchObject({ json: [{ title: 'old' }], staticDataChanged: true });
		const second = await harness.poll(workflow, 'Feed', { staticData: first.staticData });
		expect(second).toMatchObject({ outputs: null, json: [] });
		items += entry('new', '2026-11-02T00:00:00Z');
		const third = await harness.poll(workflow, 'Feed', { staticData: second.staticData });
		expect(third.json).toMatchObject([{ title: 'new' }]);
		expect(third.staticData).toEqual({ lastItemDate: '2026-11-02T00:00:00.000Z' });
	});

	it('reports a poll that failed and leaves the static data as it was', async () => {
		const workflow = chain(baseNode('Feed', 'rssFeedReadTrigger', 1, { feedUrl: '' }));
		const result = await harness.poll(workflow, 'Feed', { staticData: { lastItemDate: 'x' } });
		expect(result).toMatchObject({ items: [], staticData: { lastItemDate: 'x' } });
		expect(result.error).toMatchObject({ name: 'NodeOperationError' });
	});

	it('keeps binary data in memory when asked to, and reads it', async () => {
		const file = baseNode('File', 'convertToFile', 1.1, { operation: 'toJson', options: {} });
		const [item] = (await harness.run(chain(manual, file), { items: [{ sku: 'Tür' }] })).items('File');
		expect(item?.binary?.['data']?.id).toBeUndefined();
		const bytes = item ? await harness.binary(item) : Buffer.alloc(0);
		expect(JSON.parse(bytes.toString('utf8'))).toEqual([{ sku: 'Tür' }]);
	});
});
