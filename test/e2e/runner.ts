import type { Scene, Step } from './scene';

export interface Tally {
	passed: number;
	failed: number;
}

const DEFAULT_TIMEOUT_MS = 120_000;

/** Runs the steps one after the other; a failure leaves a picture and does not stop the rest. */
export async function runSteps(steps: Step[], scene: Scene): Promise<Tally> {
	const tally: Tally = { passed: 0, failed: 0 };
	for (const [index, step] of steps.entries()) {
		const startedAt = Date.now();
		const failure = await attempt(step, scene);
		const took = `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
		if (failure === undefined) {
			tally.passed += 1;
			scene.say(`passed: ${step.name} (${took})`);
		} else {
			tally.failed += 1;
			const picture = await scene.browser.screenshot(`failed-${index + 1}`).catch(() => 'no picture');
			scene.say(`FAILED: ${step.name} (${took}, ${picture})\n${failure}`);
		}
	}
	return tally;
}

/** Why a step failed; nothing when it passed. */
async function attempt(step: Step, scene: Scene): Promise<string | undefined> {
	const limitMs = step.timeoutMs ?? DEFAULT_TIMEOUT_MS;
	let timer: NodeJS.Timeout | undefined;
	const tooLate = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`It took longer than ${limitMs / 1000} s`)), limitMs);
	});
	try {
		await Promise.race([step.run(scene), tooLate]);
		return undefined;
	} catch (error) {
		return error instanceof Error ? (error.stack ?? error.message) : String(error);
	} finally {
		clearTimeout(timer);
	}
}
