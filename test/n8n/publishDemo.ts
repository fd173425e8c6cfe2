import type { N8nApi, WorkflowJson } from './api';
import { isSetUp, manualTriggerOf, startsByItself } from './exampleWorkflows';
import { reasonOf } from './executions';

/** What came of it, by workflow name; a problem says why. */
export interface Publication {
	published: string[];
	problems: string[];
}

/** An Amazon order goes into one store, and the demo's is WooCommerce: published, these would take its orders. */
export const OTHER_STORES: readonly string[] = [
	'amazonOrdersToMagento',
	'amazonOrdersToShopify',
	'amazonOrdersToWebhook',
];

/** Runs the set-up workflow once and publishes every workflow that starts by itself, for one store. */
export async function publishDemo(api: N8nApi, workflows: WorkflowJson[]): Promise<Publication> {
	const publication: Publication = { published: [], problems: [] };
	for (const workflow of workflows.filter(isSetUp)) {
		const execution = await api.run(workflow.id, manualTriggerOf(workflow) ?? '');
		if (execution.status !== 'success') publication.problems.push(`${workflow.name}: ${reasonOf(execution)}`);
	}
	const wanted = workflows.filter(({ id }) => !OTHER_STORES.includes(id));
	for (const workflow of wanted.filter(startsByItself)) {
		try {
			await api.publish(workflow.id);
			publication.published.push(workflow.name);
		} catch (error) {
			publication.problems.push(`${workflow.name}: ${(error as Error).message}`);
		}
	}
	return publication;
}
