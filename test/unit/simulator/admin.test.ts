import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { ManualClock, startSimulator, USUAL_MISHAPS, type Simulator } from '../../simulator';
import { CallLog } from '../../simulator/callLog';
import { readCommandLine } from '../../simulator/commandLine';
import { FAULT_KINDS } from '../../simulator/faults';
import { GUIDE } from '../../simulator/guide';
import { ask, listingsFeed, signIn, submitFeed } from '../../simulator/client';

const clock = new ManualClock();
let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator({ clock });
});
afterEach(() => simulator.stop());

const post = (path: string, body: unknown) => ask(simulator.url, { method: 'POST', path, body });

describe('the pages about the simulator', () => {
	it('show no secret, no token and no signature', async () => {
		const session = await signIn(simulator.url);
		await submitFeed(session, listingsFeed(session.seller.sellerId, []));
		for (const path of ['/simulator', '/simulator/state', '/simulator/calls']) {
			const { status, text } = await ask(simulator.url, { path });
			expect([path, status]).toEqual([path, 200]);
			expect(text).toContain('ASIMULATOREU1');
			expect(text).not.toMatch(/simulator-secret|Atzr|Atza|signature/);
		}
	});

	it('show a listing as it stands', async () => {
		const sku = encodeURIComponent('DEMO-0001');
		const answer = await ask(simulator.url, { path: `/simulator/listings/ASIMULATOREU1/${sku}` });
		expect(answer.json).toMatchObject({ sku: 'DEMO-0001', productType: 'PRODUCT' });
	});

	it.each([
		['an unknown seller', 'GET', '/simulator/listings/AOTHER/DEMO-0001', undefined, 404],
		['an unknown SKU', 'GET', '/simulator/listings/ASIMULATOREU1/NONE', undefined, 404],
		['an unknown page', 'GET', '/simulator/none', undefined, 404],
		['an unknown fault', 'POST', '/simulator/faults', { kind: 'none' }, 400],
		['no fault', 'POST', '/simulator/faults', {}, 400],
		['a status without a number', 'POST', '/simulator/faults', { kind: 'status' }, 400],
	])('refuse %s', async (_name, method, path, body, status) => {
		expect((await ask(simulator.url, { method, path, body })).status).toBe(status);
	});

	it('plan faults and clear them', async () => {
		expect((await post('/simulator/faults', { kind: 'status', status: 503, times: null })).json).toEqual({
			id: 1,
		});
		const session = await signIn(simulator.url).catch(() => undefined);
		expect(session?.token).toBeUndefined();
		await post('/simulator/faults', { clear: true });
		expect((await signIn(simulator.url)).token).toMatch(/^Atza/);
	});

	it('reset everything', async () => {
		const { token } = await signIn(simulator.url);
		await post('/simulator/reset', {});
		expect(simulator.calls()).toEqual([]);
		const answer = await ask(simulator.url, {
			path: '/sellers/v1/marketplaceParticipations',
			headers: { 'x-amz-access-token': token },
		});
		expect(answer.status).toBe(403);
	});
});

describe('the call log', () => {
	const entry = (at: number) => ({
		at,
		operation: 'x',
		method: 'GET',
		path: '/',
		status: 200,
		requestId: '',
	});

	it.each([
		[0, []],
		[2, [0, 1]],
		[3, [0, 1, 2]],
		[7, [4, 5, 6]],
	])('after %d calls keeps the last three, oldest first', (count, kept) => {
		const log = new CallLog(3);
		for (let at = 0; at < count; at++) log.add(entry(at));
		expect([log.total, log.list().map(({ at }) => at)]).toEqual([count, kept]);
	});
});

describe('equal seeds', () => {
	it('give equal ids', async () => {
		const twin = await startSimulator({ clock });
		const [first, second] = await Promise.all([signIn(simulator.url), signIn(twin.url)]);
		await twin.stop();
		expect(first.token).toBe(second.token);
	});
});

describe('the command', () => {
	it('has a guide that names every fault and every option', () => {
		for (const kind of FAULT_KINDS.filter((each) => each.startsWith('feed') || each.includes('-success')))
			expect(GUIDE).toContain(kind);
		for (const option of ['--port', '--feed-delay-ms', '--order-every-s', '--no-limits', '--mishaps'])
			expect(GUIDE).toContain(option);
		expect(GUIDE).toContain('501 with the code NotSimulated');
	});

	it('plans the usual mishaps when told so, and none by itself', () => {
		expect(readCommandLine([]).seed?.faults).toEqual([]);
		expect(readCommandLine(['--mishaps']).seed?.faults).toEqual(USUAL_MISHAPS);
		expect(() => readCommandLine(['--port', 'x'])).toThrow('Usage: npm run simulator');
	});

	it('says where it listens when it is ready, and stops when told to', async () => {
		const root = resolve(__dirname, '../../..');
		const args = ['-r', '@swc-node/register', 'test/simulator/main.ts', '--port', '0'];
		const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
		const [line] = (await once(child.stdout, 'data')) as [Buffer];
		const url = /^Amazon simulator ready at (http:\/\/127\.0\.0\.1:\d+)$/m.exec(line.toString())?.[1];
		expect((await ask(url ?? '', { path: '/simulator/state' })).status).toBe(200);
		child.kill('SIGTERM');
		expect(await once(child, 'exit')).toEqual([0, null]);
	});
});
