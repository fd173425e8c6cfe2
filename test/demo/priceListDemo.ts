import type { IDataObject } from 'n8n-workflow';
import { startExampleWorld, type ExampleWorld } from '../workflows/exampleWorld';
import type { RunResult } from '../workflows/harness';

/** What became of a price list. */
export interface DemoOutcome {
	/** Rows of the list. */
	items: number;
	/** One per row. */
	answers: IDataObject[];
	/** Names of rows that got no answer, or several. */
	unaccounted: string[];
	/** How often each operation of Amazon was called. */
	calls: Map<string, number>;
	seconds: number;
}

const BRANCHES = [
	'Accepted',
	'Rejected by Amazon',
	'Held by Your Rules',
	'Unclear, Replaced or Still Running',
];

/** Runs the bundled workflow "Price List Straight to Amazon" over a list of this many rows. */
export async function runDemo(items: number): Promise<DemoOutcome> {
	const world = await startExampleWorld({ simulator: { feedDelayMs: 1500 } });
	try {
		const startedMs = performance.now();
		const run = await world.harness.run(workflowFor(world, items), { startNode: 'Run by Hand' });
		const seconds = (performance.now() - startedMs) / 1000;
		if (run.error) throw new Error(`${run.error.node ?? 'The workflow'}: ${run.error.message}`);
		return toOutcome(world, run, items, seconds);
	} finally {
		await world.stop();
	}
}

function workflowFor(world: ExampleWorld, items: number) {
	const workflow = world.workflow('direct-price-list');
	const download = workflow.nodes.find(({ name }) => name === 'Download the Price List');
	if (download === undefined)
		throw new Error('The bundled workflow has no step that downloads the price list');
	download.parameters['url'] = `${world.store.url}/price-list.csv?rows=${items}`;
	return workflow;
}

function toOutcome(world: ExampleWorld, run: RunResult, items: number, seconds: number): DemoOutcome {
	const answers = BRANCHES.flatMap((branch) => run.json(branch));
	const calls = new Map<string, number>();
	for (const { operation } of world.simulator.calls()) calls.set(operation, (calls.get(operation) ?? 0) + 1);
	return { items, answers, unaccounted: unaccountedFor(answers, items), calls, seconds };
}

/** The list names its rows `Product 1`, `Product 2`, ..., perhaps with a remark; each must be answered exactly once. */
export function unaccountedFor(answers: IDataObject[], items: number): string[] {
	const counts = new Map<unknown, number>();
	for (const { name } of answers) {
		const product = typeof name === 'string' ? name.replace(/ \(.*/, '') : name;
		counts.set(product, (counts.get(product) ?? 0) + 1);
	}
	const expected = Array.from({ length: items }, (_, index) => `Product ${index + 1}`);
	return expected.filter((name) => counts.get(name) !== 1);
}
