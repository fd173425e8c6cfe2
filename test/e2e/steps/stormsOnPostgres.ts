import assert from 'node:assert/strict';
import { ONE_PROCESS, TWO_WORKERS, type PlatformKind } from '../../n8n/platform';
import type { Step } from '../scene';
import { claimSharedOrders } from '../storms/claimedOrders';
import { importSharedOrders } from '../storms/importedOrders';
import { ownedOnce, type Round } from '../storms/meeting';
import { inStormWorld } from '../storms/stormWorld';
import { paidOnce, tellRefundsTwice } from '../storms/toldTwice';

interface Size {
	refunds: number;
	/** Of imports up to the claim. */
	claimRounds: number;
	/** Of whole imports. */
	importRounds: number;
	round: Round;
}

const SHORT: Size = { refunds: 60, claimRounds: 8, importRounds: 2, round: { large: 60, equal: 10 } };
const LONG: Size = { refunds: 200, claimRounds: 50, importRounds: 10, round: { large: 400, equal: 20 } };

/** What two runs may do at the same moment, where the database lets them: SQLite takes one after the other. */
function storms(kind: PlatformKind, size: Size): Pick<Step, 'run'> {
	return {
		run: ({ say }) =>
			inStormWorld(
				kind,
				(line) => say(`${kind.name}: ${line}`),
				async (world) => {
					const refunds = await tellRefundsTwice(world, size.refunds);
					world.say(`${size.refunds} refunds told twice: ${JSON.stringify(refunds)}`);
					const imports = await importSharedOrders(world, size.importRounds, size.round);
					world.say(`${size.importRounds} rounds of imports that share orders: ${JSON.stringify(imports)}`);
					const claims = await claimSharedOrders(world, size.claimRounds, size.round);
					world.say(`${size.claimRounds} rounds of claims on the same orders: ${JSON.stringify(claims)}`);
					assert.deepEqual(
						{ refunds, imports, claims },
						{
							refunds: paidOnce(size.refunds),
							imports: ownedOnce(size.importRounds, size.round),
							claims: ownedOnce(size.claimRounds, size.round),
						},
					);
				},
			),
	};
}

const SENTENCE =
	'a refund told twice at the same moment is paid back once, and orders that imports share have one owner';

/** In every run. */
export const shortStorms: Step[] = [ONE_PROCESS, TWO_WORKERS].map((kind) => ({
	name: `short storm, ${kind.name}: ${SENTENCE}`,
	timeoutMs: 900_000,
	...storms(kind, SHORT),
}));

/** By name only: the same, long enough for what happens once in a hundred times. */
export const longStorms: Step[] = [ONE_PROCESS, TWO_WORKERS].map((kind) => ({
	name: `storms, ${kind.name}: ${SENTENCE}`,
	timeoutMs: 7_200_000,
	onlyByName: true,
	...storms(kind, LONG),
}));
