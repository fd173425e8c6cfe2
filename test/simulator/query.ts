import { invalidInput } from './reply';

/** Query parameters read the way Amazon declares them: lists are comma-separated or repeated. */
export class Query {
	private readonly values: URLSearchParams;

	constructor(text: string) {
		this.values = new URLSearchParams(text);
	}

	/** Throws 400 when a parameter is none of the allowed. */
	allowOnly(names: readonly string[]): void {
		const unknown = [...this.values.keys()].find((name) => !names.includes(name));
		if (unknown !== undefined) throw invalidInput(`Unknown query parameter '${unknown}'.`);
	}

	names(): string[] {
		return [...new Set(this.values.keys())];
	}

	text(name: string): string | undefined {
		return this.values.get(name) ?? undefined;
	}

	required(name: string): string {
		const value = this.text(name);
		if (value === undefined || value === '') throw invalidInput(`'${name}' is required.`);
		return value;
	}

	/** The list, or undefined when absent. Throws 400 outside `allowed` or beyond `maxItems`. */
	list(name: string, check: { allowed?: readonly string[]; maxItems?: number } = {}): string[] | undefined {
		const given = this.values.getAll(name).flatMap((value) => value.split(','));
		if (given.length === 0) return undefined;
		if (given.includes('')) throw invalidInput(`'${name}' has an empty value.`);
		if (check.maxItems !== undefined && given.length > check.maxItems) {
			throw invalidInput(`'${name}' takes at most ${check.maxItems} value(s).`);
		}
		const wrong = given.find((value) => check.allowed !== undefined && !check.allowed.includes(value));
		if (wrong !== undefined) throw invalidInput(`'${wrong}' is no value of '${name}'.`);
		return given;
	}

	oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		const found = allowed.find((candidate) => candidate === value);
		if (found === undefined) throw invalidInput(`'${value}' is no value of '${name}'.`);
		return found;
	}

	/** A whole number from 1 to `max`. */
	count(name: string, fallback: number, max: number): number {
		const value = this.text(name);
		if (value === undefined) return fallback;
		const count = Number(value);
		if (!/^\d+$/.test(value) || count < 1 || count > max) {
			throw invalidInput(`'${name}' must be a whole number from 1 to ${max}.`);
		}
		return count;
	}

	/** Milliseconds since 1970 of an ISO 8601 date and time. */
	time(name: string): number | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		const atMs = Date.parse(value);
		if (!/^\d{4}-\d{2}-\d{2}/.test(value) || Number.isNaN(atMs)) {
			throw invalidInput(`'${name}' is not an ISO 8601 date and time.`);
		}
		return atMs;
	}
}
