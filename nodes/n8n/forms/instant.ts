import { toText } from '../params';
import { ConfigError } from '../../rules/verdict/verdict';

/** A date of the form as ISO 8601, UTC; `undefined` when the field is empty. Throws a `ConfigError` for what is no date. */
export function toInstant(value: unknown, label: string): string | undefined {
	const text = toText(value).trim();
	if (text === '') return undefined;
	const date = new Date(text);
	if (Number.isNaN(date.getTime())) throw new ConfigError(label, 'a date such as 2026-01-31T08:00:00Z', text);
	return date.toISOString();
}
