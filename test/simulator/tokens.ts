import type { Chance } from './chance';

interface Token {
	/** Absent for a grantless token. */
	sellerId?: string;
	untilMs: number;
}

export type TokenVerdict = { sellerId: string } | 'unknown' | 'expired' | 'grantless';

/** Access tokens handed out by the simulated Login with Amazon. */
export class Tokens {
	private readonly tokens = new Map<string, Token>();

	constructor(
		private readonly chance: Chance,
		readonly ttlSeconds: number,
	) {}

	issue(sellerId: string | undefined, nowMs: number): string {
		// Expired tokens stay known for one more lifetime, so that they are answered as expired.
		for (const [known, { untilMs }] of this.tokens) {
			if (untilMs + this.ttlSeconds * 1000 < nowMs) this.tokens.delete(known);
		}
		const token = `Atza|${this.chance.hex(48)}`;
		this.tokens.set(token, {
			...(sellerId === undefined ? {} : { sellerId }),
			untilMs: nowMs + this.ttlSeconds * 1000,
		});
		return token;
	}

	judge(token: string, nowMs: number): TokenVerdict {
		const known = this.tokens.get(token);
		if (known === undefined) return 'unknown';
		if (nowMs >= known.untilMs) return 'expired';
		return known.sellerId === undefined ? 'grantless' : { sellerId: known.sellerId };
	}

	expire(token: string): void {
		const known = this.tokens.get(token);
		if (known !== undefined) known.untilMs = 0;
	}
}
