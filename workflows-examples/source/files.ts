import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import { WORKFLOWS } from './catalogue';
import { tidy } from './tidy';

/** Where the built workflows lie. */
export const FOLDER = join(__dirname, '..');

export interface BuiltFile {
	/** Its name in the folder, such as `set-up.json`. */
	name: string;
	text: string;
}

/** The JSON file of every workflow, as its source says. */
export function buildFiles(): Promise<BuiltFile[]> {
	return Promise.all(
		WORKFLOWS.map(async ({ file, json }) => {
			const nodes = await Promise.all(json.nodes.map(withTidyCode));
			const text = await tidy(JSON.stringify({ ...json, nodes }, null, 2), 'json');
			return { name: `${file}.json`, text };
		}),
	);
}

/** People read the code of a step in n8n, so it looks like the rest of the project. */
async function withTidyCode(node: INode): Promise<INode> {
	const { jsCode } = node.parameters;
	if (typeof jsCode !== 'string') return node;
	const tidied = await tidy(jsCode, 'babel');
	return { ...node, parameters: { ...node.parameters, jsCode: tidied.trimEnd() } };
}
