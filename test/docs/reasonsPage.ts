import { join } from 'node:path';
import { CHAPTERS, type Chapter } from '../../nodes/n8n/reasons/chapters';
import type { Reason } from '../../nodes/n8n/reasons/reason';
import { PROJECT_FOLDER } from '../n8n/package';

export const REASONS_PAGE = join(PROJECT_FOLDER, 'docs', 'reasons.md');

const INTRODUCTION = `# Reasons

Why an item was not sent, an order not imported, or an answer is not what you hoped for: the words of \`reason\` and of the \`code\` of \`findings\`, with what they mean and what to do. \`message\` says the same with the values of the item. Workflows can branch on the words: they never change.

Where Amazon itself refuses something, \`reason\` is Amazon's own code if it gives one, and \`message\` has its words.

This page is made from the tables in \`nodes/n8n/reasons\` by \`npm run docs\`.
`;

/** The page of all reason words, formatted as the project's other pages are. */
export function reasonsPage(): string {
	return [INTRODUCTION, ...CHAPTERS.map(chapterText)].join('\n');
}

function chapterText({ title, where, reasons }: Chapter): string {
	const rows = Object.entries(reasons).flatMap(([word, reason]) => (reason ? [rowOf(word, reason)] : []));
	return `## ${title}\n\n${where}\n\n${table(['reason', 'what it means', 'what to do'], rows)}\n`;
}

function rowOf(word: string, { meaning, remedy }: Reason): string[] {
	return [`\`${word}\``, meaning, remedy];
}

/** Columns are padded to their widest cell, as prettier does. */
function table(head: readonly string[], rows: readonly string[][]): string {
	const widths = head.map((name, column) =>
		Math.max(...[head, ...rows].map((row) => (row[column] ?? name).length)),
	);
	const line = (cells: readonly string[], filler: string) =>
		`| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, filler)).join(' | ')} |`;
	return [line(head, ' '), line([], '-'), ...rows.map((row) => line(row, ' '))].join('\n');
}
