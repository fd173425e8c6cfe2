/** A button did nothing; the message says why. */
export class NotDone extends Error {}

/** @throws NotDone when what a page showed is no longer so: a button pressed twice must not act twice */
export function requireSeen(form: URLSearchParams, now: string, what: string): void {
	if (form.get('seen') === now) return;
	throw new NotDone(`${what} has changed since this page was shown. Nothing was done: look again.`);
}

/** What the form of a refund names for all that is left. */
export const EVERYTHING = 'everything';

/** What a person typed into a field, without spaces around it. */
export function typed(form: URLSearchParams, name: string): string {
	return (form.get(name) ?? '').trim();
}
