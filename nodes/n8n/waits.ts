import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import type { Clock, Wait } from '../amazon/transport/ports';

/** Of a shorter wait nobody wants to know afterwards. */
const WORTH_A_HINT_MS = 10_000;
/** Nor while it lasts. */
const WORTH_A_LINE_MS = 2_000;

const WORDS: Readonly<Record<Wait['reason'], string>> = {
	throttled: 'Amazon asked to slow down',
	limit: "Amazon's limit for these calls was used up",
	'server-fault': 'Amazon had a fault of its own',
	'no-answer': 'Amazon did not answer',
};

interface Waited {
	totalMs: number;
	/** Up to when it is counted: calls that wait at the same time wait once. */
	untilMs: number;
}

/**
 * Tells what a run waits for. n8n shows nothing of a running step on its canvas: `sendMessageToUI` reaches the browser's
 * console, and only by hand. So a hint beside the output says afterwards what took the time.
 */
export function tellWaits(
	n8n: Pick<IExecuteFunctions, 'sendMessageToUI' | 'addExecutionHints'>,
	clock: Pick<Clock, 'now'>,
): (wait: Wait) => void {
	const waited = new Map<Wait['reason'], Waited>();
	let hint: NodeExecutionHint | undefined;
	return (wait) => {
		if (wait.untilMs - clock.now() >= WORTH_A_LINE_MS) n8n.sendMessageToUI(toLine(wait));
		waited.set(wait.reason, extended(waited.get(wait.reason), wait));
		const message = toHint(waited);
		if (message === '') return;
		if (hint === undefined) {
			// n8n keeps this very object until the run has ended: its text may still change.
			hint = { message, type: 'info', location: 'outputPane' };
			n8n.addExecutionHints(hint);
		} else hint.message = message;
	};
}

function extended(known: Waited | undefined, { fromMs, untilMs }: Wait): Waited {
	const { totalMs, untilMs: countedMs } = known ?? { totalMs: 0, untilMs: -Infinity };
	const moreMs = Math.max(0, untilMs - Math.max(fromMs, countedMs));
	return { totalMs: totalMs + moreMs, untilMs: Math.max(countedMs, untilMs) };
}

function toHint(waited: ReadonlyMap<Wait['reason'], Waited>): string {
	return [...waited]
		.filter(([, { totalMs }]) => totalMs >= WORTH_A_HINT_MS)
		.map(([reason, { totalMs }]) => `${WORDS[reason]}: waited ${toSeconds(totalMs)} s.`)
		.join(' ');
}

function toLine({ reason, fromMs, untilMs, nextTry }: Wait): string {
	const what = nextTry === undefined ? 'next call' : `try ${nextTry}`;
	return `Waiting for Amazon: ${WORDS[reason]}, ${what} in ${toSeconds(untilMs - fromMs)} s`;
}

function toSeconds(ms: number): number {
	return Math.round(ms / 1000);
}
