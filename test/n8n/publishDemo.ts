import type { N8nApi, WorkflowJson } from './api';
import type { DataTable } from './dataTables';
import { isSetUp, manualTriggerOf, startsByItself } from './exampleWorkflows';
import { reasonOf } from './executions';

/** What came of it, by workflow name; a problem says why. */
export interface Publication {
	published: string[];
	problems: string[];
}

/**
 * The demo is one shop, on WooCommerce. Published beside its workflows, those of other stores would take its orders and
 * send other prices for the same SKUs, and so would the price list, which nothing but its own file decides.
 */
export const NOT_PUBLISHED: readonly string[] = [
	...['amazonShopifyToQueue', 'amazonMagentoToQueue'],
	'amazonDirectPriceList',
	...['amazonOrdersToMagento', 'amazonOrdersToShopify', 'amazonOrdersToWebhook'],
];

/** What the demo publishes: all that starts by itself, for one store. */
export function publishedInDemo(workflows: WorkflowJson[]): WorkflowJson[] {
	return workflows.filter((workflow) => startsByItself(workflow) && !NOT_PUBLISHED.includes(workflow.id));
}

/** Runs the set-up workflow once and publishes every workflow that starts by itself, for one store. */
export async function publishDemo(api: N8nApi, workflows: WorkflowJson[]): Promise<Publication> {
	const publication: Publication = { published: [], problems: [] };
	for (const workflow of workflows.filter(isSetUp)) {
		const execution = await api.run(workflow.id, manualTriggerOf(workflow) ?? '');
		if (execution.status !== 'success') publication.problems.push(`${workflow.name}: ${reasonOf(execution)}`);
		else for (const { name, columns } of tablesOf(workflow)) await api.dataTables.complete(name, columns);
	}
	for (const workflow of publishedInDemo(workflows)) {
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
