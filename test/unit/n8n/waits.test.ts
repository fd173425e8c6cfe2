import type { NodeExecutionHint } from 'n8n-workflow';

import { OPERATIONS } from '../../../nodes/amazon/transport/operations';
import type { Wait } from '../../../nodes/amazon/transport/ports';
import { createThrottle } from '../../../nodes/amazon/transport/throttle';
import { tellWaits } from '../../../nodes/n8n/waits';
import { aClient, QuickClock, refuse, reply, Wire } from '../amazon/transport/setting';

interface Told {
	lines: string[];
	hints: NodeExecutionHint[];
	onWait: (wait: Wait) => void;
}

function listener(clock: QuickClock): Told {
	const lines: string[] = [];
	const hints: NodeExecutionHint[] = [];
	const onWait = tellWaits(
		{
			sendMessageToUI: (line: string) => void lines.push(line),
			addExecutionHints: (...more: NodeExecutionHint[]) => void hints.push(...more),
		},
		clock,
	);
	return { lines, hints, onWait };
}

let clock: QuickClock;
let told: Told;
beforeEach(() => {
	clock = new QuickClock();
	told = listener(clock);
});

describe('a run that waits for Amazon', () => {
	let wire: Wire;
	afterEach(async () => await wire.close());
	const client = () => aClient(wire, { clock, throttle: createThrottle(clock), onWait: told.onWait }).client;
	const call = async (operation = OPERATIONS.getFeed) =>
		await client().call(operation, { path: { feedId: '1' } });

	it('says meanwhile which try comes when, and afterwards what took the time', async () => {
		wire = await Wire.open((_, response, index) =>
			index < 6 ? refuse(response, 429, 'QuotaExceeded') : reply(response, 200, { feedId: '1' }),
		);
		await call();
		expect(told.lines).toContain('Waiting for Amazon: Amazon asked to slow down, try 5 in 4 s');
		expect(told.hints).toHaveLength(1);
		expect(told.hints[0]).toMatchObject({ location: 'outputPane', type: 'info' });
		expect(told.hints[0]?.message).toMatch(/^Amazon asked to slow down: waited 3\d s\./);
	});

	it('says so when its own limit makes it wait', async () => {
		wire = await Wire.open((_, response) => reply(response, 200, { payload: [] }));
		const one = client();
		const { burst } = OPERATIONS.searchOrders.limit;
		for (let index = 0; index <= burst; index++) await one.call(OPERATIONS.searchOrders);
		expect(told.lines.at(-1)).toMatch(
			/^Waiting for Amazon: Amazon's limit .* was used up, next call in \d+ s$/,
		);
		expect(told.hints[0]?.message).toMatch(/^Amazon's limit for these calls was used up: waited \d+ s\.$/);
	});

	it('is silent when nothing kept it waiting', async () => {
		wire = await Wire.open((_, response, index) =>
			index === 0 ? refuse(response, 500, 'InternalFailure') : reply(response, 200, { feedId: '1' }),
		);
		await call();
		expect([told.lines, told.hints]).toEqual([[], []]);
	});
});

it('counts what waits at the same time once', () => {
	const fromMs = clock.now();
	for (let index = 0; index < 5; index++)
		told.onWait({ reason: 'limit', fromMs: fromMs + index, untilMs: fromMs + 48_000 });
	expect(told.hints.map(({ message }) => message)).toEqual([
		"Amazon's limit for these calls was used up: waited 48 s.",
	]);
});

it('names each reason with its time', () => {
	const fromMs = clock.now();
	told.onWait({ reason: 'throttled', fromMs, untilMs: fromMs + 12_000, nextTry: 2 });
	told.onWait({ reason: 'no-answer', fromMs, untilMs: fromMs + 30_000, nextTry: 3 });
	told.onWait({ reason: 'server-fault', fromMs, untilMs: fromMs + 3_000, nextTry: 4 });
	expect(told.hints.map(({ message }) => message)).toEqual([
		'Amazon asked to slow down: waited 12 s. Amazon did not answer: waited 30 s.',
	]);
});
