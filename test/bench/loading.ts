import { createRequire } from 'node:module';

import { runApart } from './apart';
import { atMost, type Row } from './row';

const ROUNDS = 5;

/** Loading the built nodes and credentials as n8n does; n8n-workflow is there already then. */
export async function measureLoading(): Promise<Row[]> {
	const times: number[] = [];
	for (let round = 0; round < ROUNDS; round += 1) times.push(await runApart<number>(__filename, 'loadMs'));
	return [
		atMost('loading all nodes and the credential', Math.min(...times), 100, 'ms', `the best of ${ROUNDS}`),
	];
}

/** Called in the other process. */
export function loadMs(): number {
	const load = createRequire(__filename);
	const { n8n } = load('../../package.json') as { n8n: { nodes: string[]; credentials: string[] } };
	load('n8n-workflow');
	const start = performance.now();
	for (const file of [...n8n.nodes, ...n8n.credentials]) {
		const exported = load(`../../${file}`) as Record<string, new () => unknown>;
		for (const Type of Object.values(exported)) new Type();
	}
	return performance.now() - start;
}
