import type { Chance } from './chance';
import { DOCUMENT_MISHAPS, type DocumentMishap } from './reports/documentMishaps';

/** What can go wrong. All times in milliseconds. */
export type FaultEffect =
	/**
	 * An answer instead of the work, e.g. 429, 500, 503, or with `processed` after it; `body` and `contentType` replace
	 * Amazon's error shape.
	 */
	| { kind: 'status'; status: number; body?: string; contentType?: string; processed?: boolean }
	/** The connection is reset before the request's body is read: nothing happened. */
	| { kind: 'reset-before' }
	/** The request is carried out and the answer is lost. */
	| { kind: 'reset-after' }
	/** Half of the answer, a pause, the rest. */
	| { kind: 'slow-body'; delayMs: number }
	/** Half of the answer, then the connection ends. */
	| { kind: 'truncated-body' }
	/** The access token of the request stops being valid: 403. */
	| { kind: 'expire-token' }
	/** The presigned address has expired: 403 in XML. For `uploadDocument` and `downloadDocument`. */
	| { kind: 'expire-document' }
	/** The right body under a wrong content type. */
	| { kind: 'wrong-content-type'; contentType?: string }
	/** For `createFeed`: the feed ends FATAL, or CANCELLED, without touching a listing. */
	| { kind: 'feed-fatal' }
	| { kind: 'feed-cancelled' }
	/** For `createFeed`: it stays IN_PROGRESS for so long, and the listings feeds behind it wait. */
	| { kind: 'feed-stuck'; forMs: number }
	/** For `createFeed`: the feed is carried out and ends DONE, and there never is a report. */
	| { kind: 'feed-without-report' }
	/** For `createFeed`: the last messages are not carried out, and the report neither names nor counts them. */
	| { kind: 'report-omits'; messages: number }
	/** For `createFeed`, `patchListingsItem` and `putListingsItem`: what is wrong is a success that changes nothing. */
	| { kind: 'false-success' }
	/** For `createReport`: the report ends CANCELLED, as when there is no data, or FATAL, with a document that says why or without. */
	| { kind: 'report-cancelled' }
	| { kind: 'report-fatal'; withDocument?: boolean }
	/** For `createReport`: it stays IN_PROGRESS for so long. */
	| { kind: 'report-stuck'; forMs: number }
	/** For `createReport`: what is wrong with the report's document. */
	| { kind: 'report-document'; mishap: DocumentMishap }
	/** A page of a list is given a second time before the list goes on. */
	| { kind: 'duplicate-page' }
	/** For `searchOrders`: the page token of the request has expired. */
	| { kind: 'expire-page-token' }
	/** Amazon's clock is ahead (or behind, if negative) in `Date`, `createdTime` and the like. */
	| { kind: 'clock-skew'; skewMs: number }
	/** Every connection is reset until this much time has passed, whatever the operation. */
	| { kind: 'down'; forMs: number };

export type FaultKind = FaultEffect['kind'];

export type FaultSpec = FaultEffect & {
	/** Amazon's operation id, `getAccessToken`, `uploadDocument`, `downloadDocument`, or `*` (the default). */
	operation?: string;
	sellerId?: string;
	/** How often it strikes; default once. `Infinity` (or `null` in JSON) is until cleared. */
	times?: number | null;
	/** Chance of each matching call, 0 to 1; default 1. */
	probability?: number;
	/** This many matching calls pass first; default 0. */
	after?: number;
};

export type Fault = FaultSpec & { id: number; struck: number; passed: number };

export const FAULT_KINDS: readonly FaultKind[] = [
	'status',
	'reset-before',
	'reset-after',
	'slow-body',
	'truncated-body',
	'expire-token',
	'expire-document',
	'wrong-content-type',
	'feed-fatal',
	'feed-cancelled',
	'feed-stuck',
	'feed-without-report',
	'report-omits',
	'false-success',
	'report-cancelled',
	'report-fatal',
	'report-stuck',
	'report-document',
	'duplicate-page',
	'expire-page-token',
	'clock-skew',
	'down',
];

/** The number that a kind cannot do without; faults also come as JSON. */
const NUMBERS: Partial<Record<FaultKind, string>> = {
	status: 'status',
	'slow-body': 'delayMs',
	'clock-skew': 'skewMs',
	'feed-stuck': 'forMs',
	'report-stuck': 'forMs',
	'report-omits': 'messages',
	down: 'forMs',
};

/** Kinds that act as long as they are there, instead of striking a call. */
const STANDING: readonly FaultKind[] = ['clock-skew', 'down'];

function timesOf(fault: FaultSpec): number {
	if (fault.times === null) return Number.POSITIVE_INFINITY;
	return fault.times ?? 1;
}

/** The faults that are planned, and which call each one strikes. */
export class FaultBook {
	private faults: Fault[] = [];
	private nextId = 1;
	private downUntilMs = 0;

	constructor(
		private readonly chance: Chance,
		private readonly nowMs: () => number,
	) {}

	/** Plans a fault; answers with its id. Throws on an unknown kind or a missing number. */
	add(spec: FaultSpec): number {
		if (!FAULT_KINDS.includes(spec.kind)) {
			throw new Error(`Unknown fault "${String(spec.kind)}". Known: ${FAULT_KINDS.join(', ')}`);
		}
		const needed = NUMBERS[spec.kind];
		if (
			needed !== undefined &&
			typeof Object.entries(spec).find(([name]) => name === needed)?.[1] !== 'number'
		) {
			throw new Error(`The fault "${spec.kind}" needs the number "${needed}".`);
		}
		if (spec.kind === 'report-document' && !DOCUMENT_MISHAPS.includes(spec.mishap))
			throw new Error(`The fault "report-document" needs a "mishap": ${DOCUMENT_MISHAPS.join(', ')}`);
		const id = this.nextId++;
		if (spec.kind === 'down') this.downUntilMs = this.nowMs() + spec.forMs;
		else this.faults.push({ ...spec, id, struck: 0, passed: 0 });
		return id;
	}

	/** Removes one fault, or all. */
	clear(id?: number): void {
		if (id === undefined) this.downUntilMs = 0;
		this.faults = id === undefined ? [] : this.faults.filter((fault) => fault.id !== id);
	}

	list(): Fault[] {
		return this.faults.map((fault) => ({ ...fault }));
	}

	isDown(): boolean {
		return this.nowMs() < this.downUntilMs;
	}

	/** How far Amazon's clock is ahead of the real one. */
	skewMs(): number {
		return this.faults.reduce((sum, fault) => (fault.kind === 'clock-skew' ? sum + fault.skewMs : sum), 0);
	}

	/** The faults that strike this call; each is counted. */
	strike(operation: string, sellerId: string | undefined): FaultEffect[] {
		return this.faults.filter((fault) => this.strikes(fault, operation, sellerId));
	}

	private strikes(fault: Fault, operation: string, sellerId: string | undefined): boolean {
		if (STANDING.includes(fault.kind) || fault.struck >= timesOf(fault)) return false;
		if (![undefined, '*', operation].includes(fault.operation)) return false;
		if (fault.sellerId !== undefined && fault.sellerId !== sellerId) return false;
		if (fault.passed < (fault.after ?? 0)) {
			fault.passed += 1;
			return false;
		}
		if (fault.probability !== undefined && this.chance.next() >= fault.probability) return false;
		fault.struck += 1;
		return true;
	}
}

/** The effect of one kind among those that strike a call. */
export function effectOf<K extends FaultKind>(
	effects: readonly FaultEffect[],
	kind: K,
): Extract<FaultEffect, { kind: K }> | undefined {
	const isKind = (effect: FaultEffect): effect is Extract<FaultEffect, { kind: K }> => effect.kind === kind;
	return effects.find(isKind);
}
