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
	label: string;
	value: string;
	/** In characters. */
	size?: number;
	/** The id of a list of proposals. */
	list?: string;
}

export function textField(name: string, { label, value, size = 8, list }: FieldLook): Html {
	const proposals = list !== undefined && html` list="${list}"`;
	return html`<label
		>${label} <input name="${name}" value="${value}" size="${size}" ${proposals} autocomplete="off"
	/></label>`;
}

export function choice(
	name: string,
	label: string,
	options: ReadonlyArray<[value: string, text: string]>,
): Html {
	const shown = options.map(([value, text]) => html`<option value="${value}">${text}</option>`);
	return html`<label
		>${label}
		<select name="${name}">
			${shown}
		</select></label
	>`;
}

export function checkbox(name: string, label: string): Html {
	return html`<label><input type="checkbox" name="${name}" value="yes" checked /> ${label}</label>`;
}
