import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeTheEnd } from '../n8n/children';
import { PROJECT_FOLDER } from '../n8n/package';
import { createProgress, type Progress } from '../n8n/progress';
import { startWorld } from '../n8n/world';
import { openBrowser } from './browser';
import { Editor } from './editor';
import { runSteps, type Tally } from './runner';
import type { Step } from './scene';
import { STEPS } from './steps';

/** Pictures and n8n's log of the last run. */
const ARTEFACTS = join(PROJECT_FOLDER, 'test', 'screenshots');

/**
 * `npm run test:e2e`: our nodes in a real n8n, through a browser. Words after `--` choose steps whose name contains
 * one of them, those that are too long for every run among them.
 */
async function main(words: string[]): Promise<Tally> {
	rmSync(ARTEFACTS, { recursive: true, force: true });
	mkdirSync(ARTEFACTS, { recursive: true });
	const progress = createProgress((line) => void process.stdout.write(`${line}\n`));
	const userFolder = mkdtempSync(join(tmpdir(), 'amazon-seller-e2e-'));
	const cleanUp = (): void => {
		const log = join(userFolder, 'n8n.log');
		if (existsSync(log)) copyFileSync(log, join(ARTEFACTS, 'n8n.log'));
		rmSync(userFolder, { recursive: true, force: true });
	};
	beforeTheEnd(() => Promise.resolve(cleanUp()));
	try {
		return await runInWorld(words, userFolder, progress);
	} finally {
		cleanUp();
	}
}

async function runInWorld(words: string[], userFolder: string, progress: Progress): Promise<Tally> {
	const simulator = { seed: { unknownSku: 'reject' as const } };
	const world = await startWorld({ userFolder, progress, simulator });
	try {
		const browser = await openBrowser(world.n8n.url, ARTEFACTS);
		try {
			return await runSteps(chosenBy(words), {
				...world,
				browser,
				editor: new Editor(browser.page),
				say: progress.say,
			});
		} finally {
			await browser.close();
		}
	} finally {
		await world.stop();
	}
}

function chosenBy(words: string[]): Step[] {
	if (words.length === 0) return STEPS.filter(({ onlyByName }) => !onlyByName);
	return STEPS.filter(({ name }) => words.some((word) => name.includes(word)));
}

void main(process.argv.slice(2))
	.catch((error: Error): Tally => {
		process.stderr.write(`${error.stack ?? error.message}\n`);
		return { passed: 0, failed: 1 };
	})
	.then(({ passed, failed }) => {
		process.stdout.write(`${passed} passed, ${failed} failed\n`, () =>
			process.exit(failed > 0 || passed === 0 ? 1 : 0),
		);
	});
