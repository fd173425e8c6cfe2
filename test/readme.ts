import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from './n8n/package';

/** The README as a person reads it on the project's page. */
export function readReadme(): string {
	return readFileSync(join(PROJECT_FOLDER, 'README.md'), 'utf8');
}

/** What stands below a heading, up to the next one of its rank. Throws when there is no such heading. */
export function chapterOf(markdown: string, heading: string): string {
	const chapters = markdown.split(/^## /m);
	const chapter = chapters.find((text) => text.startsWith(`${heading}\n`));
	if (chapter === undefined) throw new Error(`README.md has no chapter "${heading}"`);
	return chapter;
}

/** The commands that are shown in blocks of their own, to be copied. */
function commandBlocks(markdown: string): string[] {
	return [...markdown.matchAll(/^```\n([\s\S]*?)\n```$/gm)].map(([, block = '']) => block.trim());
}

/** What a person is told to type in: lines such as "- _Seller ID_: `A1`", in their order. */
export function valuesToType(markdown: string): Array<[label: string, value: string]> {
	const lines = markdown.matchAll(/^\s*- _([^_]+)_: `([^`]+)`$/gm);
	return [...lines].map(([, label = '', value = '']) => [label, value]);
}

/** The rows of a table whose head begins with this cell, as the cells' texts; empty without such a table. */
export function tableRows(markdown: string, firstHead: string): string[][] {
	const lines = markdown.split('\n');
	const head = lines.findIndex((line) => cellsOf(line)[0] === firstHead);
	if (head < 0) return [];
	const rest = lines.slice(head + 2);
	const end = rest.findIndex((line) => !line.trim().startsWith('|'));
	return rest.slice(0, end < 0 ? rest.length : end).map(cellsOf);
}

function cellsOf(line: string): string[] {
	return line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());
}

/** The command that starts the demo, as the README gives it. Throws when there is none. */
export function startCommand(): string {
	const command = commandBlocks(readReadme()).find((block) => block.endsWith('npm start'));
	if (command === undefined) throw new Error('README.md shows no command that ends with "npm start"');
	return command;
}
