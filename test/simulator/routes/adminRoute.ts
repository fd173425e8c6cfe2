import { invalidInput, type Reply } from '../reply';
import type { SimState } from '../state';

/** What the pages for people and tests may look at and change. */
export interface Admin {
	state: SimState;
	reset(): void;
}

/** A page about the simulator itself. */
export interface AdminRoute {
	method: string;
	path: string;
	handle: (admin: Admin, params: Record<string, string>, body: Buffer) => Reply;
}

/** Does something, and answers 400 with the reason when it throws. */
export function refuseErrors<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw invalidInput(error instanceof Error ? error.message : String(error));
	}
}
