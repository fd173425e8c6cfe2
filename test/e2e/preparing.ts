import type { N8nApi, WorkflowJson } from '../n8n/api';
import { isSetUp, manualTriggerOf } from '../n8n/exampleWorkflows';

/** Runs the set-up workflow, which makes the tables that all others use. */
export async function runSetUp(api: N8nApi, workflows: WorkflowJson[]): Promise<void> {
	const setUp = workflows.find(isSetUp);
	if (setUp === undefined) throw new Error('no set-up workflow');
	await api.run(setUp.id, manualTriggerOf(setUp) ?? '');
}

/** Publishes a workflow whose trigger then polls three times a minute: Amazon is asked often enough for a test. */
export async function publishPollingOften(api: N8nApi, workflowId: string): Promise<void> {
	const stored = await api.rest<WorkflowJson & { versionId: string }>('GET', `/rest/workflows/${workflowId}`);
	const nodes = JSON.parse(threeTimesAMinute(JSON.stringify(stored.nodes))) as WorkflowJson['nodes'];
	await api.rest('PATCH', `/rest/workflows/${workflowId}`, { nodes, versionId: stored.versionId });
	await api.publish(workflowId);
}

/** n8n takes no trigger that polls more often than each minute, but several poll times. */
const POLL_TIMES = [0, 20, 40].map((second) => ({ mode: 'custom', cronExpression: `${second} * * * * *` }));

function threeTimesAMinute(nodes: string): string {
	const changed = nodes.replace(
		/"pollTimes":\{"item":\[[^\]]*\]\}/,
		`"pollTimes":${JSON.stringify({ item: POLL_TIMES })}`,
	);
	if (changed === nodes) throw new Error('the workflow has no poll times');
	return changed;
}
