import type { Page } from 'playwright-core';

/** Where the page keeps the count, so that it outlives a navigation. */
const KEY = 'acts';

/** Counts what a person does with mouse and keyboard: each click, and each field that is filled in. */
export class ActCounter {
	private constructor(private readonly page: Page) {}

	/** From now on; pages that are opened later count on. */
	static async start(page: Page): Promise<ActCounter> {
		await page.addInitScript(countActs, KEY);
		await page.evaluate(countActs, KEY);
		await page.evaluate((key) => sessionStorage.setItem(key, '0'), KEY);
		return new ActCounter(page);
	}

	async count(): Promise<number> {
		return Number(await this.page.evaluate((key) => sessionStorage.getItem(key), KEY));
	}
}

/** Runs in the page. */
function countActs(key: string): void {
	const add = (): void => sessionStorage.setItem(key, String(Number(sessionStorage.getItem(key)) + 1));
	let filled: EventTarget | null = null;
	addEventListener(
		'pointerdown',
		(event) => {
			if (!event.isTrusted) return;
			filled = null;
			add();
		},
		true,
	);
	addEventListener(
		'input',
		({ target }) => {
			if (target !== filled) add();
			filled = target;
		},
		true,
	);
}
