import { OWNERS } from './importCopies';
import { countBy, letThemMeet, withoutOneRow, type OwnerFigures, type Round } from './meeting';
import { addOrders, simplified, type StormWorld } from './stormWorld';

/** Rounds of imports that share orders, up to the point where each run knows which are its own. */
export async function claimSharedOrders(
	world: StormWorld,
	rounds: number,
	round: Round,
): Promise<OwnerFigures> {
	const [pattern] = simplified(addOrders(world, 1));
	const ids: string[] = [];
	for (let turn = 1; turn <= rounds; turn += 1) {
		const fresh = Array.from({ length: round.large + round.equal }, () => ({
			...pattern,
			amazonOrderId: newId(),
		}));
		ids.push(...fresh.map(({ amazonOrderId }) => amazonOrderId));
		await letThemMeet(world, world.claimOrders, { turn, orders: fresh, large: round.large });
	}
	const before = await ownersOf(world);
	const left = ids.filter((id) => !before.has(id));
	world.say(`${left.length} of ${ids.length} orders were left for the next Catch Up`);
	if (left.length > 0) {
		await world.claimOrders(
			'woo',
			'catch up',
			left.map((amazonOrderId) => ({ ...pattern, amazonOrderId })),
		);
	}
	const owners = await ownersOf(world);
	const count = (fits: (owners: number) => boolean): number =>
		ids.filter((id) => fits(owners.get(id) ?? 0)).length;
	return {
		orders: ids.length,
		twice: count((found) => found > 1),
		missing: count((found) => found === 0),
		notOneRow: await withoutOneRow(world, ids),
	};
}

/** How many runs hold each order. */
async function ownersOf({ api }: StormWorld): Promise<Map<string, number>> {
	return countBy(await api.dataTables.rows(OWNERS.name));
}

let lastId = 0;
/** In Amazon's form. */
function newId(): string {
	lastId += 1;
	return `901-0000000-${String(lastId).padStart(7, '0')}`;
}
