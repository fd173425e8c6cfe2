import type { SimOrder } from '../../simulator/orders/simOrder';
import { letThemMeet, TABLE, withoutOneRow, type OwnerFigures, type Round } from './meeting';
import { addOrders, simplified, STORES, type StormWorld } from './stormWorld';

const HOUR_MS = 3_600_000;

/** Rounds of whole imports that share orders, into two stores, and each one's Catch Up in the end. */
export async function importSharedOrders(
	world: StormWorld,
	rounds: number,
	round: Round,
): Promise<OwnerFigures> {
	const orders: SimOrder[] = [];
	for (let turn = 1; turn <= rounds; turn += 1) {
		const fresh = addOrders(world, round.large + round.equal);
		orders.push(...fresh);
		await letThemMeet(world, world.importOrders, { turn, orders: simplified(fresh), large: round.large });
	}
	const ids = orders.map(({ orderId }) => orderId);
	world.say(
		`${ids.filter((id) => created(world, id) === 0).length} of ${ids.length} orders were left for Catch Up`,
	);
	await catchUp(world);
	return {
		orders: ids.length,
		twice: ids.filter((id) => created(world, id) > 1).length,
		missing: ids.filter((id) => created(world, id) === 0).length,
		notOneRow: await withoutOneRow(world, ids),
	};
}

/** In all stores together. */
function created({ store }: StormWorld, id: string): number {
	return store.orders.filter(({ amazonOrderId }) => amazonOrderId === id).length;
}

/** Half an hour later, when claims of runs that were cut off are given up. */
async function catchUp({ api, workflows }: StormWorld): Promise<void> {
	const claimedAt = new Date(Date.now() - HOUR_MS).toISOString();
	await api.dataTables.update(TABLE, { column: 'status', equals: 'importing' }, { claimedAt });
	for (const workflowId of Object.values(STORES)) {
		const workflow = workflows.find(({ id }) => id === workflowId);
		const schedule = workflow?.nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
		if (schedule === undefined) throw new Error(`${workflowId} has no Catch Up`);
		await api.run(workflowId, schedule.name, 600_000);
	}
}
