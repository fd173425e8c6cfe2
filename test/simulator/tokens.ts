import type { Chance } from './chance';

interface Token {
	/** Absent for a grantless token. */
	sellerId?: string;
	untilMs: number;
	/** Of a restricted data token: all that it is good for. */
	resources?: readonly Resource[];
}

/** What a restricted data token opens. */
export interface Resource {
	method: string;
	/** One path, or a template for all of its kind: `/orders/v0/orders/{orderId}`. */
	path: string;
}

export type TokenVerdict =
	{ sellerId: string; resources?: readonly Resource[] } | 'unknown' | 'expired' | 'grantless';

/** Access tokens handed out by the simulated Login with Amazon. */
export class Tokens {
	private readonly tokens = new Map<string, Token>();

	constructor(
		private readonly chance: Chance,
		readonly ttlSeconds: number,
	) {}

	issue(sellerId: string | undefined, nowMs: number): string {
		return this.keep(`Atza|${this.chance.hex(48)}`, sellerId === undefined ? {} : { sellerId }, nowMs);
	}

	/** A restricted data token. */
	issueRestricted(sellerId: string, resources: readonly Resource[], nowMs: number): string {
		return this.keep(`Atz.sprdt|${this.chance.hex(48)}`, { sellerId, resources }, nowMs);
	}

	private keep(token: string, known: Omit<Token, 'untilMs'>, nowMs: number): string {
		// Expired tokens stay known for one more lifetime, so that they are answered as expired.
		for (const [other, { untilMs }] of this.tokens) {
			if (untilMs + this.ttlSeconds * 1000 < nowMs) this.tokens.delete(other);
		}
		this.tokens.set(token, { ...known, untilMs: nowMs + this.ttlSeconds * 1000 });
		return token;
	}

	judge(token: string, nowMs: number): TokenVerdict {
		const known = this.tokens.get(token);
		if (known === undefined) return 'unknown';
		if (nowMs >= known.untilMs) return 'expired';
		const { sellerId, resources } = known;
		if (sellerId === undefined) return 'grantless';
		return resources === undefined ? { sellerId } : { sellerId, resources };
	}

	expire(token: string): void {
		const known = this.tokens.get(token);
		if (known !== undefined) known.untilMs = 0;
	}
}
