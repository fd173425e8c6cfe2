import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { FOLDER } from '../../../workflows-examples/source/files';
import type { WorkflowNode } from '../../n8n/api';
import { allChoices, allFields } from '../n8n/formParts';

interface Workflow {
	name: string;
	nodes: WorkflowNode[];
}

const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const WORKFLOWS = FILES.map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Workflow);

/** What n8n and Magento call things. */
const OF_OTHERS = ['Settings > Timezone', 'OAuth Access Tokens to be used as standalone Bearer tokens'];

const KNOWN = new Set([
	...OF_OTHERS,
	...allFields().map(({ part }) => part.displayName),
	...allChoices().map(({ part }) => part.name),
	...WORKFLOWS.flatMap(({ name, nodes }) => [name, ...nodes.map((node) => node.name)]),
]);

/** What a text in italics or in quotes calls something; lower-case words are values and no names. */
function namedIn(text: string): string[] {
	const found = text.matchAll(/(?<!\*)\*([A-Z][^*\n]*)\*(?!\*)|"([A-Z][^"\n]*)"/g);
	return [...found].map(([, italic, quoted]) => italic ?? quoted ?? '');
}

/** A workflow may be called by its number alone. */
const isKnown = (name: string) =>
	KNOWN.has(name) || (/^Amazon \d/.test(name) && WORKFLOWS.some((one) => one.name.startsWith(name)));

const NAMED = WORKFLOWS.map(({ name, nodes }) => {
	const notes = nodes.flatMap(({ parameters: { content } }) =>
		typeof content === 'string' ? [content] : [],
	);
	return [name, notes.flatMap(namedIn)] as const;
});

it('the notes name steps, workflows and fields', () => {
	expect(NAMED.flatMap(([, named]) => named).length).toBeGreaterThan(100);
});

it.each(NAMED)('the notes of %s call things as they are called', (_name, named) => {
	expect(named.filter((name) => !isKnown(name))).toEqual([]);
});
