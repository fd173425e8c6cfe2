import type { Platform } from './storeRoute';

/** What goes wrong with a call. */
export type StoreFault = {
	/** Default: any. */
	platform?: Platform;
	/** Such as `createOrder`; default any. */
	operation?: string;
	/** How often it strikes; default once. */
	times?: number;
	/** This many matching calls pass first; default none. */
	after?: number;
} & (
	| {
			/** An answer instead of the work; a text body is sent as it is, anything else as JSON. */
			kind: 'status';
			status: number;
			body?: unknown;
			headers?: Record<string, string>;
	  }
	/** The connection is reset and nothing happened. */
	| { kind: 'reset-before' }
	/** The request is carried out and the answer is lost. */
	| { kind: 'reset-after' }
	/** The request is carried out, and the answer comes only after this long. */
	| { kind: 'slow'; delayMs: number }
);

export interface StoreCallName {
	platform?: Platform;
	operation: string;
}

/** The faults that are planned, and which call each one strikes. */
export class StoreFaults {
	private planned: Array<{ fault: StoreFault; struck: number; passed: number }> = [];

	add(fault: StoreFault): void {
		this.planned.push({ fault, struck: 0, passed: 0 });
	}

	clear(): void {
		this.planned = [];
	}

	/** The first fault that is due for this call; counts it. */
	strike(call: StoreCallName): StoreFault | undefined {
		const due = this.planned.find((plan) => {
			const { fault, struck } = plan;
			if (!concerns(fault, call) || struck >= (fault.times ?? 1)) return false;
			if (plan.passed >= (fault.after ?? 0)) return true;
			plan.passed += 1;
			return false;
		});
		if (due !== undefined) due.struck += 1;
		return due?.fault;
	}
}

function concerns(fault: StoreFault, { platform, operation }: StoreCallName): boolean {
	return (
		(fault.platform === undefined || fault.platform === platform) &&
		(fault.operation === undefined || fault.operation === operation)
	);
}
