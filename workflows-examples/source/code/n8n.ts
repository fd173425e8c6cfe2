/** What n8n gives to the code of a step. Only default exports may use it: they are not run outside n8n. */
declare global {
	const $input: StepOutput;
	const $execution: { id: string };
	const $runIndex: number;
	/** The step of that name, as it ran before this one. */
	function $(step: string): StepOutput & { isExecuted: boolean };
}

/** What a step put out; each caller says what it expects an item to hold. */
interface StepOutput {
	all<Json extends object = Fields>(output?: number): Array<Item<Json>>;
	first<Json extends object = Fields>(): Item<Json>;
	itemMatching<Json extends object = Fields>(index: number): Item<Json>;
}

export type Fields = Record<string, unknown>;

/** An item of n8n; `pairedItem` says which item of the step's input it was made of. */
export interface Item<Json extends object = object> {
	json: Json;
	pairedItem?: { item: number };
}

/** Items of their own, with no word on what they were made of. */
export function toItems<Json extends object>(list: Json[]): Array<Item<Json>> {
	return list.map((json) => ({ json }));
}

/** One item for each of the input, made of it. */
export function toPairs<Json extends object>(list: Json[]): Array<Item<Json>> {
	return list.map((json, index) => ({ json, pairedItem: { item: index } }));
}

/** The member at that place. Throws when there is none: then answers would be written down for something else. */
export function memberAt<Member>(list: Member[], index: number): Member {
	const member = list[index];
	if (member === undefined)
		throw new Error('There are more answers than questions: ' + list.length + ' were asked');
	return member;
}

/** What n8n puts into an item when a step failed for it and goes on. */
export type StepError = string | { message?: string };

/** n8n's words for what went wrong. */
export function wordsOfError(error: StepError = ''): string {
	return typeof error === 'string' ? error : (error.message ?? JSON.stringify(error));
}

/** What the items hold. */
export function jsonOf<Json extends object>(items: Array<Item<Json>>): Json[] {
	return items.map(({ json }) => json);
}
