/** Random numbers that repeat: equal seeds, equal sequences (mulberry32). */
export class Chance {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** Evenly distributed in [0, 1). */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from 0 to `count - 1`. */
	below(count: number): number {
		return Math.floor(this.next() * count);
	}

	/** One of a list that is not empty. */
	pick<T>(list: readonly T[]): T {
		const picked = list[this.below(list.length)];
		if (picked === undefined) throw new Error('There is nothing to pick from.');
		return picked;
	}

	/** Lower-case hexadecimal digits. */
	hex(digits: number): string {
		return Array.from({ length: digits }, () => this.below(16).toString(16)).join('');
	}

	/** In the shape of a UUID. */
	uuid(): string {
		return [8, 4, 4, 4, 12].map((digits) => this.hex(digits)).join('-');
	}
}
