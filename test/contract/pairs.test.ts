import { createClient } from '../../nodes/amazon/transport/client';
import type { CallInput, Client } from '../../nodes/amazon/transport/contract';
import type { SpApiOperation } from '../../nodes/amazon/transport/operations';
import { createThrottle } from '../../nodes/amazon/transport/throttle';
import { createTokenStore } from '../../nodes/amazon/transport/token';
import { anAccount, nodeHttp, QuickClock } from '../unit/amazon/transport/setting';
import { describeWithModels, PAIRS_FILE } from './models';
import { READERS } from './pairReaders';
import { allPairs, givenValues, operationOf, type Pair } from './pairs';
import { NOT_CALLED, whyNotCalled } from './pairsNotCalled';
import { bodyOf, startStaticSandbox, type StaticSandbox } from './staticSandbox';

const pairs = allPairs();
const run = pairs.filter((pair) => operationOf(pair) !== undefined);
const listed = pairs.filter(({ api, operationId }) => NOT_CALLED[api]?.includes(operationId) ?? false);
const namesOf = (some: readonly Pair[]) => some.map(({ name }) => name);

describeWithModels("the pairs of Amazon's static sandbox", [PAIRS_FILE], () => {
	it('are each run, or listed with the reason why not: all of them, none twice', () => {
		expect(new Set(namesOf(pairs)).size).toBe(pairs.length);
		expect(pairs.length).toBeGreaterThanOrEqual(346);
		expect(namesOf([...run, ...listed]).sort()).toEqual(namesOf(pairs).sort());
	});

	it('are not listed where the nodes call the operation', () => {
		expect(namesOf(listed.filter((pair) => operationOf(pair) !== undefined))).toEqual([]);
	});

	it('are listed under names that Amazon has, each with a reason', () => {
		const wanted = Object.entries(NOT_CALLED).flatMap(([api, names]) =>
			names.map((name) => `${api} ${name}`),
		);
		const known = new Set(listed.map(({ api, operationId }) => `${api} ${operationId}`));
		expect(wanted.filter((name) => !known.has(name))).toEqual([]);
		for (const api of Object.keys(NOT_CALLED)) expect(whyNotCalled(api)).not.toBe('');
	});

	it('are run for every operation that the nodes call', () => {
		const called = new Set(run.map(({ operationId }) => operationId));
		expect(Object.keys(READERS).filter((name) => !called.has(name))).toEqual([]);
	});
});

function textOr(value: unknown, fallback: string): string {
	return typeof value === 'string' ? value : fallback;
}

/** The request of a pair as our client is asked for it; a part of the path that the example leaves out may be anything. */
function toInput({ path: template }: SpApiOperation, pair: Pair): CallInput {
	const { body, ...values } = givenValues(pair);
	const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
	const path = Object.fromEntries(names.map((name) => [name, textOr(values[name], name)]));
	const query = Object.entries(values).filter(([name]) => !names.includes(name));
	return {
		path,
		query: Object.fromEntries(query) as CallInput['query'],
		...(body === undefined ? {} : { body }),
	};
}

describeWithModels("our client at Amazon's static sandbox", [PAIRS_FILE], () => {
	let sandbox: StaticSandbox;
	let client: Client;

	beforeAll(async () => {
		sandbox = await startStaticSandbox(run);
	});
	beforeEach(() => {
		const clock = new QuickClock();
		const account = anAccount({
			...{ environment: 'mock', mockUrl: sandbox.url, region: 'na', marketplaceIds: ['ATVPDKIKX0DER'] },
		});
		const parts = { throttle: createThrottle(clock), tokens: createTokenStore() };
		client = createClient({ account, http: nodeHttp, clock, log: () => undefined, ...parts });
	});
	afterAll(() => sandbox?.stop());

	it.each(run)('$name: the request can be formed, and the answer arrives', async (pair) => {
		const operation = operationOf(pair);
		if (operation === undefined) throw new Error('It is among those that are called.');
		const input = toInput(operation, pair);
		sandbox.answerWith(pair);
		const answered = client.call(operation, input).then(
			({ status, body }) => ({ status, body }),
			({ status, code, message }: Record<string, unknown>) => ({ status, code, message }),
		);
		const { errors } = (pair.response ?? {}) as { errors?: { code: string; message: string }[] };
		expect(await answered).toMatchObject(expectedOf(pair, errors?.[0], sandbox.url));
		expect(sandbox.received).toEqual([
			{
				...{ operationId: pair.operationId, params: input.path, body: input.body },
				query: Object.fromEntries(
					Object.entries(input.query ?? {}).map(([name, value]) => [name, String(value)]),
				),
			},
		]);
	});

	const read = run.filter(({ operationId, status }) => status < 400 && operationId in READERS);
	it.each(read)('$name: the answer is read by the function that asks for it', async (pair) => {
		sandbox.answerWith(pair);
		const { read: found, expected } = (await READERS[pair.operationId]?.(client, pair)) ?? {};
		if (expected === undefined) expect(found).toBeUndefined();
		else expect([found]).toMatchObject([expected]);
		const sent = sandbox.received.find(({ operationId }) => operationId === pair.operationId);
		const { body } = givenValues(pair);
		// Whatever our function sends stands in Amazon's example too.
		if (body === undefined) expect(sent).toBeDefined();
		else expect([body]).toMatchObject([sent?.body]);
	});
});

function expectedOf(
	pair: Pair,
	error: { code: string; message: string } | undefined,
	sandboxUrl: string,
): object {
	const { status } = pair;
	if (error !== undefined)
		return { status, code: error.code, message: expect.stringContaining(error.message) as unknown };
	return { status, body: bodyOf(pair, sandboxUrl) };
}
