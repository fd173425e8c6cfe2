/** Text that is HTML already. */
export class Html {
	constructor(readonly text: string) {}
}

export type Part = Html | string | number | false | undefined | readonly Part[];

/** HTML with values in it: whatever is not HTML itself is shown as it is written. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
	const texts = strings.map((text, index) => text + (index < parts.length ? toText(parts[index]) : ''));
	return new Html(texts.join(''));
}

function toText(part: Part): string {
	if (part instanceof Html) return part.text;
	if (part === false || part === undefined) return '';
	if (typeof part === 'object') return part.map(toText).join('');
	return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export interface Column<Row> {
	head: string;
	cell: (row: Row) => Part;
}

/** A table with one row for each; nothing but a sentence when there are none. */
export function table<Row>(rows: readonly Row[], columns: ReadonlyArray<Column<Row>>, none: string): Html {
	if (rows.length === 0) return html`<p class="quiet">${none}</p>`;
	const heads = columns.map(({ head }) => html`<th>${head}</th>`);
	const lines = rows.map(
		(row) =>
			html`<tr>
				${columns.map(({ cell }) => html`<td>${cell(row)}</td>`)}
			</tr>`,
	);
	return html`<table>
		<tr>
			${heads}
		</tr>
		${lines}
	</table>`;
}

/** Each on a line of its own. */
export function lines(parts: readonly Part[]): Part {
	const shown = parts.filter((part) => part !== '' && part !== undefined && part !== false);
	return shown.map((part, index) => [index > 0 && html`<br />`, part]);
}

/** Not broken, however narrow the window is. */
export function oneLine(part: Part): Html {
	return html`<span class="word">${part}</span>`;
}
