import type { IDataObject } from 'n8n-workflow';
import { DEFAULT_SELLERS, type ReportSpec, type SimulatorOptions } from '../simulator';
import { startExampleWorld, type ExampleWorld } from './exampleWorld';
import type { RunResult, WorkflowJson } from './harness';

/** One of the workflows about reports, in a world whose seller has nothing but the reports that a test adds. */
export interface ReportWorld {
	world: ExampleWorld;
	/** A finished report, as Amazon makes some by itself; its id. */
	add(spec: Partial<ReportSpec>): string;
	/** What Amazon makes of the next request. */
	prepare(spec: Partial<ReportSpec>): void;
	/** Runs the workflow from one of its beginnings; fails when a step does, unless the workflow goes on with it. */
	run(startNode: string, items?: IDataObject[]): Promise<RunResult>;
	/** Lets the trigger look, as the published workflow does, and runs what it tells. */
	poll(trigger: string): Promise<RunResult | undefined>;
	/** How often Amazon or the store was asked for that. */
	asked(operation: string): number;
	stop(): Promise<void>;
}

/** The workflow as it is, but for waits: nobody tries again after five seconds, and a report is waited for no longer than told. */
export async function startReportWorld(
	{ file, reportType }: { file: string; reportType: string },
	options: SimulatorOptions & { waitMinutes?: number } = {},
): Promise<ReportWorld> {
	const { waitMinutes, ...simulator } = options;
	const seed = { reports: [], ...simulator.seed };
	const world = await startExampleWorld({ simulator: { limits: false, ...simulator, seed } });
	const staticData: Record<string, IDataObject> = {};
	const workflow = () => withoutWaits(world.workflow(file), waitMinutes);
	const run = async (startNode: string, items?: IDataObject[]) => {
		const result = await world.harness.run(workflow(), { startNode, ...(items !== undefined && { items }) });
		expect(result.error).toBeUndefined();
		return result;
	};
	return {
		...{ world, run },
		add: (spec) => world.simulator.addReport({ reportType, ...spec })?.reportId ?? '',
		prepare: (spec) => void world.simulator.addReport({ reportType, ...spec, whenRequested: true }),
		poll: async (trigger) => {
			const polled = await world.harness.poll(workflow(), trigger, { staticData: staticData[trigger] ?? {} });
			expect(polled.error).toBeUndefined();
			staticData[trigger] = polled.staticData;
			return polled.items.length === 0 ? undefined : await run(trigger, polled.json);
		},
		asked: (operation) =>
			[...world.simulator.calls(), ...world.store.calls].filter((call) => call.operation === operation)
				.length,
		stop: async () => await world.stop(),
	};
}

/** The id of the world's seller. */
export const SELLER_ID = DEFAULT_SELLERS[0]?.sellerId ?? '';

function withoutWaits(workflow: WorkflowJson, waitMinutes?: number): WorkflowJson {
	for (const node of workflow.nodes) {
		if (node.retryOnFail === true) node.waitBetweenTries = 1;
		const { options } = node.parameters;
		const isWaiting = typeof options === 'object' && options !== null && 'waitMinutes' in options;
		if (waitMinutes !== undefined && isWaiting) node.parameters['options'] = { ...options, waitMinutes };
	}
	return workflow;
}

/** A table as Amazon writes one: names, then rows, with tabs. */
export function tableText(
	columns: readonly string[],
	rows: ReadonlyArray<readonly (string | number)[]>,
): string {
	return [columns, ...rows, []].map((cells) => cells.join('\t')).join('\n');
}
