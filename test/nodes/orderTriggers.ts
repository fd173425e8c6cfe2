import { install, type Clock } from '@sinonjs/fake-timers';
import type { IDataObject } from 'n8n-workflow';

import { openStage, textOf, type Seller, type Stage } from './stage';

const MINUTE_MS = 60_000;

/** A trigger with its memory: what n8n would store is written down as JSON between polls, as over a restart. */
export class OrderTrigger {
	stored: IDataObject = {};

	/** @param later lets time pass */
	constructor(
		private readonly stage: Stage,
		private readonly seller: Seller,
		private readonly parameters: IDataObject,
		private readonly later: (byMs: number) => void,
	) {}

	async poll(budgetMs?: number) {
		const parameters = { event: 'newOrder', ...this.parameters };
		const result = await this.stage.poll(this.seller, parameters, { staticData: this.stored, budgetMs });
		if (result.error === undefined) {
			this.stored = JSON.parse(JSON.stringify(result.staticData)) as IDataObject;
		}
		return result;
	}

	/** The orders that a poll emits. */
	async ids(budgetMs?: number): Promise<string[]> {
		const { json, error } = await this.poll(budgetMs);
		if (error !== undefined) throw new Error(error.message);
		return json.map(({ amazonOrderId }) => textOf(amazonOrderId));
	}

	/** Polls every five minutes until `count` orders have come, or half a day is over. */
	async drain(count: number): Promise<string[]> {
		const ids: string[] = [];
		for (let polls = 0; ids.length < count && polls < 144; polls++) {
			ids.push(...(await this.ids().catch(() => [])));
			this.later(5 * MINUTE_MS);
		}
		return ids;
	}
}

/** A stage for all tests of a file, and for each a seller of its own and a date that can be moved. */
export function useOrderScene() {
	let stage: Stage;
	let seller: Seller;
	let time: Clock;
	beforeAll(async () => {
		stage = await openStage();
	});
	afterAll(async () => await stage.close());
	beforeEach(() => {
		stage.amazon.faults.clear();
		seller = stage.newSeller();
		// Only the date is made up: servers and timers go on as ever.
		time = install({ now: Date.now(), toFake: ['Date'], shouldAdvanceTime: true });
	});
	afterEach(() => time.uninstall());
	return {
		get stage() {
			return stage;
		},
		get seller() {
			return seller;
		},
		/** Goes on with a seller that has no orders yet. */
		changeSeller(): void {
			seller = stage.newSeller();
		},
		/** Lets time pass. */
		later: (byMs: number): void => time.setSystemTime(Date.now() + byMs),
	};
}
