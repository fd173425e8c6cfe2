import type { N8nApi, WorkflowJson } from './api';
import type { DataTable } from './dataTables';
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
		else for (const { name, columns } of tablesOf(workflow)) await api.dataTables.complete(name, columns);
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

/** The tables that the set-up workflow makes. n8n leaves one as it is that is there already. */
function tablesOf({ nodes }: WorkflowJson): Array<Pick<DataTable, 'name' | 'columns'>> {
	return nodes.flatMap(({ parameters }) => {
		const { tableName, columns } = parameters as {
			tableName?: string;
			columns?: { column: DataTable['columns'] };
		};
		return tableName === undefined || columns === undefined
			? []
			: [{ name: tableName, columns: columns.column }];
	});
}
