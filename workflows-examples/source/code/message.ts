/** How many lines a message has at most. */
const SHOWN = 50;

/** What a person is sent. */
export interface Message {
	subject: string;
	text: string;
}

/** A title, an empty line, and the lines. */
export function textOf(title: string, lines: string[]): string {
	return [title, '', ...lines].join('\n');
}

/** The first 50 lines, and how many more there are; `where` says where to find them, such as ` in the table "..."`. */
export function firstOf(lines: string[], where: string): string[] {
	if (lines.length <= SHOWN) return lines;
	return [...lines.slice(0, SHOWN), '... and ' + (lines.length - SHOWN) + ' more' + where];
}

/** `1 order`, `2 orders`. */
export function counted(count: number, word: string): string {
	return count + ' ' + word + (count === 1 ? '' : 's');
}
