import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from './n8n/package';

/** The README as a person reads it on the project's page. */
export function readReadme(): string {
	return readFileSync(join(PROJECT_FOLDER, 'README.md'), 'utf8');
}

/** The commands that it shows in blocks of their own, to be copied. */
export function commandBlocks(markdown: string): string[] {
	return [...markdown.matchAll(/^```\n([\s\S]*?)\n```$/gm)].map(([, block = '']) => block.trim());
}

/** The command that starts the demo, as the README gives it. Throws when there is none. */
export function startCommand(): string {
	const command = commandBlocks(readReadme()).find((block) => block.endsWith('npm start'));
	if (command === undefined) throw new Error('README.md shows no command that ends with "npm start"');
	return command;
}
