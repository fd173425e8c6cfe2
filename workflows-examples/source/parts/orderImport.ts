import { choose, ifAll } from '../choices';
import { code } from '../codeStep';
import { AMAZON } from '../credentials';
import { every, nothing } from '../everyday';
import { deleteRows, getRows, ifNoRow, insertRow, updateRows } from '../rows';
import { step, type Ids } from '../step';
import { ORDERS } from '../tables';
import { joined, type Part, type Wires } from '../workflow';

/** What leads from part to part, and to the steps that each store has in its own way. */
const WIRES: Wires = {
	'When a New Order Comes In': ['Settings'],
	'Get Orders of the Last 3 Days': ['Settings'],
	Settings: [['Give Up Imports That Were Cut Off', 'Keep Orders Without a Row']],
	'Keep the Orders That Are Ours': ['Turn Into Store Orders'],
	'Turn Into Store Orders': [
		'Look for It in the Store',
		['Write Down: Failed', 'Is It to Be Cancelled?'],
		'Forget Skipped Orders',
	],
	'Look for It in the Store': ['Read What Was Found'],
	'Read What Was Found': ['Must It Be Created?'],
	'Must It Be Created?': [[], 'Note What Came of It'],
	'Renew Their Claims': ['Create the Order'],
	'Create the Order': ['Note What Came of It'],
	'Write a Message About New Orders': ['Connect Your E-Mail or Slack Here'],
	'Write a Message About Failed Orders': ['Connect Your E-Mail or Slack Here'],
	'Write Down: Failed': ['Write a Message About Failed Orders'],
};

type ImportIds = Parameters<typeof newOrders>[0] &
	Parameters<typeof claims>[0] &
	Parameters<typeof creation>[0] &
	Parameters<typeof outcomes>[0] &
	Parameters<typeof failures>[0];

/**
 * What the imports of all stores have, part by part, and the wires between them. A store adds how it is asked for
 * products and orders, and how an order is created; `right` moves what comes after that on the canvas.
 */
export function orderImport(ids: ImportIds, right = 0) {
	const parts = {
		newOrders: newOrders(ids),
		claims: claims(ids),
		creation: creation(ids),
		outcomes: outcomes(ids, right),
		failures: failures(ids),
	};
	return { ...parts, wires: joined(...Object.values(parts).map(({ wires }) => wires), WIRES) };
}

/** Orders that Amazon ships stay out: a store would ask its people to pack them. */
const SHIPPED_BY = 'MFN';

/** Where orders come from: Amazon tells of new ones, and an hourly look finds what was not told. */
function newOrders(
	ids: Ids<'When a New Order Comes In' | 'Every Hour: Catch Up' | 'Get Orders of the Last 3 Days'>,
): Part {
	return {
		steps: [
			step('amazonTrigger', 'When a New Order Comes In', {
				id: ids['When a New Order Comes In'],
				at: [0, 0],
				parameters: {
					pollTimes: { item: [{ mode: 'everyX', value: 5, unit: 'minutes' }] },
					event: 'newOrder',
					statuses: ['UNSHIPPED', 'PARTIALLY_SHIPPED'],
					filters: { fulfillmentChannel: SHIPPED_BY },
					orderLookBackHours: 24,
				},
				credentials: AMAZON,
			}),
			every('Every Hour: Catch Up', { id: ids['Every Hour: Catch Up'], at: [0, 200], minuteOfHour: 12 }),
			step('amazonOrders', 'Get Orders of the Last 3 Days', {
				id: ids['Get Orders of the Last 3 Days'],
				at: [240, 200],
				parameters: {
					resource: 'order',
					operation: 'getMany',
					returnAll: true,
					timeKind: 'created',
					after: '={{ $now.minus({ days: 3 }).toISO() }}',
					before: '={{ $now.minus({ minutes: 15 }).toISO() }}',
					filters: { fulfillmentChannel: SHIPPED_BY, statuses: ['UNSHIPPED', 'PARTIALLY_SHIPPED'] },
				},
				credentials: AMAZON,
			}),
		],
		wires: { 'Every Hour: Catch Up': ['Get Orders of the Last 3 Days'] },
	};
}

/** What the rules of all stores say. */
export const ORDER_RULES = {
	resource: 'order',
	operation: 'convert',
	fulfillmentChannel: SHIPPED_BY,
	cancelOnFail: false,
};

/** Each order is claimed by a row, and of several runs one goes on with it. */
function claims(
	ids: Ids<
		| 'Give Up Imports That Were Cut Off'
		| 'Keep Orders Without a Row'
		| 'Write Down: Importing'
		| 'Read All Claims'
		| 'Which Give Way?'
		| 'Take Them Back'
		| 'Wait for the Others'
		| 'Read All Claims Again'
		| 'Keep the Orders That Are Ours'
	>,
): Part {
	return {
		steps: [
			deleteRows('Give Up Imports That Were Cut Off', ORDERS, {
				id: ids['Give Up Imports That Were Cut Off'],
				at: [720, -200],
				where: [
					['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}'],
					['status', 'eq', 'importing'],
					['store', 'eq', '={{ $json.store }}'],
					['claimedAt', 'lt', '={{ $now.minus({ minutes: $json.cutOffAfterMinutes }).toUTC().toISO() }}'],
				],
			}),
			ifNoRow('Keep Orders Without a Row', ORDERS, {
				id: ids['Keep Orders Without a Row'],
				at: [720, 0],
				has: { amazonOrderId: '={{ $json.amazonOrderId }}' },
			}),
			insertRow('Write Down: Importing', ORDERS, {
				id: ids['Write Down: Importing'],
				at: [960, 0],
				set: {
					amazonOrderId: '={{ $json.amazonOrderId }}',
					status: 'importing',
					reason: '',
					message: '',
					store: '={{ $json.store }}',
					marketplace: '={{ $json.marketplace }}',
					channel: '={{ $json.fulfillmentChannel }}',
					amazonStatus: '={{ $json.status }}',
					total: "={{ $json.total ?? '' }}",
					currency: "={{ $json.currency ?? '' }}",
					buyer: '={{ $json.buyer }}',
					purchasedAt: '={{ $json.purchasedAt }}',
					claimedAt: '={{ $now.toUTC().toISO() }}',
					acknowledged: '',
					shipped: '',
					cancellation: '',
					claim: '={{ $execution.id }}',
				},
			}),
			getRows('Read All Claims', ORDERS, {
				id: ids['Read All Claims'],
				at: [1200, 0],
				where: [['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}']],
			}),
			code('Which Give Way?', { id: ids['Which Give Way?'], at: [1920, -200], runs: 'imports/givingWay' }),
			deleteRows('Take Them Back', ORDERS, {
				id: ids['Take Them Back'],
				at: [2160, -200],
				where: [
					['id', 'eq', '={{ $json.id }}'],
					['claim', 'eq', '={{ $execution.id }}'],
				],
			}),
			step('wait', 'Wait for the Others', {
				id: ids['Wait for the Others'],
				at: [1440, 0],
				parameters: {
					amount: "={{ $input.all().length > $('Write Down: Importing').all().length ? 5 : 0 }}",
					unit: 'seconds',
				},
			}),
			getRows('Read All Claims Again', ORDERS, {
				id: ids['Read All Claims Again'],
				at: [1680, 0],
				where: [['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}']],
			}),
			code('Keep the Orders That Are Ours', {
				id: ids['Keep the Orders That Are Ours'],
				at: [1920, 0],
				runs: 'imports/ourOrders',
			}),
		],
		wires: {
			'Keep Orders Without a Row': ['Write Down: Importing'],
			'Write Down: Importing': ['Read All Claims'],
			'Read All Claims': [['Which Give Way?', 'Wait for the Others']],
			'Which Give Way?': ['Take Them Back'],
			'Wait for the Others': ['Read All Claims Again'],
			'Read All Claims Again': [['Which Give Way?', 'Keep the Orders That Are Ours']],
		},
	};
}

/** What is not in the store yet is created, and its claim is renewed for as long as that may take. */
function creation(ids: Ids<'Must It Be Created?' | 'Renew Their Claims'>): Part {
	return {
		steps: [
			ifAll('Must It Be Created?', {
				id: ids['Must It Be Created?'],
				at: [3120, 0],
				checks: [['dd56614e-bda1-57ff-a822-7ab77688f798', '={{ $json.found }}', 'equals', 'no']],
			}),
			updateRows('Renew Their Claims', ORDERS, {
				id: ids['Renew Their Claims'],
				at: [3360, -200],
				where: [
					['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}'],
					['claim', 'eq', '={{ $execution.id }}'],
					['status', 'eq', 'importing'],
				],
				set: { claimedAt: '={{ $now.plus({ seconds: $json.claimSeconds }).toUTC().toISO() }}' },
			}),
		],
		wires: { 'Must It Be Created?': ['Renew Their Claims'] },
	};
}

/** What came of each order goes into its row, to Amazon and to a person; `right` moves it all on the canvas. */
function outcomes(
	ids: Ids<
		| 'Write Down What Came of It'
		| 'What Came of It?'
		| 'Read Orders to Acknowledge'
		| 'Acknowledge at Amazon'
		| 'Write Down: Acknowledged'
		| 'Acknowledged With the Next Import'
		| 'Write a Message About New Orders'
		| 'Tried Again by Catch Up'
		| 'Write a Message About Failed Orders'
	>,
	right = 0,
): Part {
	return {
		steps: [
			updateRows('Write Down What Came of It', ORDERS, {
				id: ids['Write Down What Came of It'],
				at: [right + 4080, 0],
				where: [
					['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}'],
					['store', 'eq', '={{ $json.store }}'],
					['status', 'eq', 'importing'],
					['claim', 'eq', '={{ $execution.id }}'],
				],
				set: 'input',
			}),
			choose('What Came of It?', {
				id: ids['What Came of It?'],
				at: [right + 4320, 0],
				cases: [
					{
						output: 'Imported',
						checks: [['cc4aad6c-bd18-5653-a79c-1043f78a7925', '={{ $json.status }}', 'equals', 'imported']],
					},
					{
						output: 'Not Reached',
						checks: [['378a74fe-bace-54c0-af64-51703afc6802', '={{ $json.status }}', 'equals', 'importing']],
					},
					{
						output: 'Refused',
						checks: [['c3aa57f0-838a-58af-a21a-4a40e311aae3', '={{ $json.status }}', 'equals', 'failed']],
					},
				],
			}),
			getRows('Read Orders to Acknowledge', ORDERS, {
				id: ids['Read Orders to Acknowledge'],
				at: [right + 4560, -420],
				where: [
					['store', 'eq', '={{ $json.store }}'],
					['status', 'eq', 'imported'],
					['acknowledged', 'isEmpty'],
				],
				executeOnce: true,
			}),
			step('amazonOrders', 'Acknowledge at Amazon', {
				id: ids['Acknowledge at Amazon'],
				at: [right + 4800, -420],
				parameters: {
					resource: 'order',
					operation: 'acknowledge',
					orderIdField: 'amazonOrderId',
					orderNumberField: 'storeOrderNumber',
					options: { keepFields: 'id' },
				},
				credentials: AMAZON,
				onError: 'continueErrorOutput',
			}),
			updateRows('Write Down: Acknowledged', ORDERS, {
				id: ids['Write Down: Acknowledged'],
				at: [right + 5040, -520],
				where: [['id', 'eq', '={{ $json.id }}']],
				set: {
					acknowledged: "={{ { submitted: 'submitted', held: 'rejected' }[$json.status] ?? '' }}",
					acknowledgeFeedId: "={{ $json.feedId ?? '' }}",
					acknowledgeMessageId: '={{ $json.messageId ?? null }}',
				},
			}),
			nothing('Acknowledged With the Next Import', {
				id: ids['Acknowledged With the Next Import'],
				at: [right + 5040, -300],
			}),
			code('Write a Message About New Orders', {
				id: ids['Write a Message About New Orders'],
				at: [right + 4560, -180],
				runs: 'imports/newOrders',
			}),
			nothing('Tried Again by Catch Up', { id: ids['Tried Again by Catch Up'], at: [right + 4560, 60] }),
			code('Write a Message About Failed Orders', {
				id: ids['Write a Message About Failed Orders'],
				at: [right + 4560, 300],
				runs: 'imports/failedOrders',
			}),
		],
		wires: {
			'Write Down What Came of It': ['What Came of It?'],
			'What Came of It?': [
				['Read Orders to Acknowledge', 'Write a Message About New Orders'],
				'Tried Again by Catch Up',
				'Write a Message About Failed Orders',
			],
			'Read Orders to Acknowledge': ['Acknowledge at Amazon'],
			'Acknowledge at Amazon': ['Write Down: Acknowledged', 'Acknowledged With the Next Import'],
		},
	};
}

/** Orders that cannot be imported: written down, cancelled at Amazon if that is wanted, or skipped. */
function failures(
	ids: Ids<
		| 'Write Down: Failed'
		| 'Is It to Be Cancelled?'
		| 'Cancel at Amazon'
		| 'Write Down: Cancellation'
		| 'Forget Skipped Orders'
	>,
): Part {
	return {
		steps: [
			updateRows('Write Down: Failed', ORDERS, {
				id: ids['Write Down: Failed'],
				at: [2640, 300],
				where: [
					['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}'],
					['store', 'eq', "={{ $('Settings').first().json.store }}"],
					['status', 'eq', 'importing'],
					['claim', 'eq', '={{ $execution.id }}'],
				],
				set: { status: 'failed', reason: '={{ $json.reason }}', message: '={{ $json.message }}', claim: '' },
			}),
			ifAll('Is It to Be Cancelled?', {
				id: ids['Is It to Be Cancelled?'],
				at: [2640, 520],
				checks: [['ac7e0b6d-4fb5-5451-a762-781dd7164dd7', '={{ $json.cancel !== undefined }}', 'true']],
			}),
			step('amazonOrders', 'Cancel at Amazon', {
				id: ids['Cancel at Amazon'],
				at: [2880, 520],
				parameters: {
					resource: 'order',
					operation: 'cancel',
					orderIdField: 'amazonOrderId',
					reason: 'NoInventory',
					moreFields: { items: 'cancel.lines', reason: 'cancel.reason' },
				},
				credentials: AMAZON,
				onError: 'continueRegularOutput',
			}),
			updateRows('Write Down: Cancellation', ORDERS, {
				id: ids['Write Down: Cancellation'],
				at: [3120, 520],
				where: [
					['amazonOrderId', 'eq', "={{ $('Is It to Be Cancelled?').item.json.amazonOrderId }}"],
					['store', 'eq', "={{ $('Settings').first().json.store }}"],
					['status', 'eq', 'failed'],
				],
				set: {
					cancellation: "={{ { submitted: 'submitted', done: 'yes' }[$json.status] ?? '' }}",
					cancelFeedId: "={{ $json.feedId ?? '' }}",
					cancelMessageId: '={{ $json.messageId ?? null }}',
					message:
						"={{ $('Is It to Be Cancelled?').item.json.message + (['submitted', 'done'].includes($json.status) ? '' : '. Amazon was not asked to cancel it: ' + ($json.message ?? $json.error)) }}",
				},
			}),
			deleteRows('Forget Skipped Orders', ORDERS, {
				id: ids['Forget Skipped Orders'],
				at: [2640, 740],
				where: [
					['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}'],
					['store', 'eq', "={{ $('Settings').first().json.store }}"],
					['status', 'eq', 'importing'],
					['claim', 'eq', '={{ $execution.id }}'],
				],
			}),
		],
		wires: {
			'Is It to Be Cancelled?': ['Cancel at Amazon'],
			'Cancel at Amazon': ['Write Down: Cancellation'],
		},
	};
}
