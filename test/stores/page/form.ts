import { html, type Html, type Part } from './html';

/** What stands in a form beside what a person fills in. */
export type Hidden = Readonly<Record<string, string>>;

/** A button, with what belongs to it. */
export function form(action: string, hidden: Hidden, fields: Part, button: string): Html {
	const kept = Object.entries(hidden).map(
		([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
	);
	return html`<form method="post" action="${action}">${kept}${fields} <button>${button}</button></form>`;
}

export interface FieldLook {
	/** In front of it; without one, `hint` says what it is. */
	label?: string;
	hint?: string;
	value: string;
	/** In characters. */
	size?: number;
	/** The id of a list of proposals. */
	list?: string;
}

export function textField(name: string, { label = '', hint = '', value, size = 8, list }: FieldLook): Html {
	const proposals = list !== undefined && html` list="${list}"`;
	const shownAs = hint !== '' && html` title="${hint}" aria-label="${hint}"`;
	return html`<label
		>${label} <input name="${name}" value="${value}" size="${size}" ${proposals}${shownAs} autocomplete="off"
	/></label>`;
}

/** One of several; the first unless told. */
export function choice(
	name: string,
	hint: string,
	options: ReadonlyArray<[value: string, text: string]>,
): Html {
	const shown = options.map(([value, text]) => html`<option value="${value}">${text}</option>`);
	return html`<select name="${name}" title="${hint}" aria-label="${hint}">
		${shown}
	</select>`;
}

export function checkbox(name: string, label: string): Html {
	return html`<label><input type="checkbox" name="${name}" value="yes" checked /> ${label}</label>`;
}
