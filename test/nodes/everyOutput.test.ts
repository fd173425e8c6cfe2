import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { RESOURCES as LISTINGS } from '../../nodes/AmazonListings/resources';
import { RESOURCES as ORDERS } from '../../nodes/AmazonOrders/resources';
import { RESOURCES as REPORTS } from '../../nodes/AmazonReports/resources';
import type { Resource } from '../../nodes/n8n/operation';
import { emittedOutputs } from '../workflows/harness/outputCheck';
import type { ReportSpec } from '../simulator';
import { answers, DE, offer, openStage, textOf, type Seller, type Stage } from './stage';

let stage: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage();
	seller = stage.newSeller();
});
afterAll(async () => await stage.close());

type Facts = Record<
	| 'rows'
	| 'noRows'
	| 'queued'
	| 'settlement'
	| 'order'
	| 'wanted'
	| 'shipped'
	| 'pickup'
	| 'feedId'
	| 'feedDocumentId',
	string
>;

/** What a scene needs of Amazon: orders, and a finished feed. */
async function makeFacts(): Promise<Facts> {
	const orderIn = (status: 'UNSHIPPED' | 'SHIPPED', programs: string[] = []) =>
		stage.amazon.addOrder({
			...{ sellerId: seller.seed.sellerId, marketplaceId: DE, createdAtMs: Date.now() - 3_600_000 },
			...{ life: [], status, programs, lines: [{ sku: 'A', quantity: 1 }] },
		}).orderId;
	const items = [{ sku: 'T-1', quantity: 1 }];
	const [sent] = answers(await stage.listings(seller, offer('submit', 'stock'), items));
	const [feedId, feedDocumentId] = [textOf(sent?.feedId), textOf(sent?.feedDocumentId)];
	stage.amazon.state.settle();
	return {
		...makeReports(),
		order: orderIn('UNSHIPPED'),
		wanted: orderIn('UNSHIPPED'),
		shipped: orderIn('SHIPPED'),
		pickup: orderIn('UNSHIPPED', ['IN_STORE_PICK_UP']),
		feedId,
		feedDocumentId,
	};
}

const LISTED = 'GET_MERCHANT_LISTINGS_ALL_DATA';
const SCHEDULED = 'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING';

function makeReports() {
	const add = (spec: Omit<ReportSpec, 'sellerId'>) =>
		stage.amazon.addReport({ sellerId: seller.seed.sellerId, ...spec })?.reportId ?? '';
	return {
		rows: add({ reportType: LISTED, document: { rows: 2 } }),
		noRows: add({ reportType: LISTED, status: 'CANCELLED' }),
		queued: add({ reportType: LISTED, status: 'IN_QUEUE' }),
		settlement: add({ reportType: 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2', document: { rows: 2 } }),
	};
}

async function newSchedule(): Promise<string> {
	const parameters = { reportType: byId(SCHEDULED), period: 'P1D' };
	const [made] = answers(await run('schedule/create', { parameters }));
	return textOf(made?.reportScheduleId);
}

/** The reports of the items. */
const ofItems = (...ids: string[]) => ({
	parameters: { reportId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
	items: ids.map((id) => ({ id })),
});

interface Scene {
	parameters?: INodeParameters;
	items?: IDataObject[];
	products?: IDataObject[];
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const OFFERS: IDataObject[] = [{ sku: 'T-1', price: '10.00', quantity: 3 }];
const OFFER_SCENE = () => ({ parameters: { marketplaceIds: [DE] }, items: OFFERS });

/** What makes each operation answer on all of its outputs; Cancel needs an Amazon of its own. */
const SCENES: Record<string, (facts: Facts) => Scene | Promise<Scene>> = {
	'account/checkAccess': () => ({}),
	'feed/download': ({ feedId }) => ({ parameters: { feedId: byId(feedId) } }),
	'feed/get': ({ feedId }) => ({ parameters: { feedId: byId(feedId) } }),
	'feed/getMany': () => ({}),
	'feed/getResult': ({ feedId }) => ({ parameters: { source: 'feed', feedId: byId(feedId) } }),
	'feed/resubmit': ({ feedId, feedDocumentId }) => ({
		parameters: { feedId: byId(feedId), feedDocumentId, which: 'all' },
	}),
	'feed/wait': ({ feedId }) => ({ parameters: { feedId: byId(feedId) } }),
	'report/cancel': ({ queued }) => ofItems(queued),
	'report/download': ({ rows, noRows }) => ofItems(rows, noRows),
	'report/get': ({ rows, noRows }) => ofItems(rows, noRows),
	'report/getMany': () => ({ parameters: { reportTypes: [LISTED] } }),
	'report/readSettlement': ({ settlement }) => ofItems(settlement),
	'report/request': () => ({ parameters: { reportType: byId(LISTED) } }),
	'report/requestAndDownload': () => {
		const prepared = { sellerId: seller.seed.sellerId, whenRequested: true };
		stage.amazon.addReport({ ...prepared, reportType: LISTED, document: { rows: 2 } });
		stage.amazon.addReport({ ...prepared, reportType: 'GET_AFN_INVENTORY_DATA', status: 'CANCELLED' });
		const reportType = { __rl: true, mode: 'id', value: '={{ $json.type }}' };
		return { parameters: { reportType }, items: [{ type: LISTED }, { type: 'GET_AFN_INVENTORY_DATA' }] };
	},
	'report/wait': ({ rows }) => ofItems(rows),
	'schedule/create': () => ({ parameters: { reportType: byId(SCHEDULED), period: 'P1D' } }),
	'schedule/get': async () => ({ parameters: { reportScheduleId: byId(await newSchedule()) } }),
	'schedule/getMany': () => ({ parameters: { reportTypes: [SCHEDULED] } }),
	'schedule/delete': async () => ({ parameters: { reportScheduleId: byId(await newSchedule()) } }),
	'listing/delete': () => ({ parameters: { marketplaceId: DE, sku: 'T-2' } }),
	'listing/get': () => ({ parameters: { marketplaceId: DE, sku: 'T-1' } }),
	'listing/getMany': () => ({ parameters: { marketplaceId: DE } }),
	'listing/update': () => ({
		parameters: { marketplaceId: DE, sku: 'T-1', attributes: '{"condition_note": "New"}' },
	}),
	...Object.fromEntries(
		['preview', 'sendNow', 'submit'].map((operation) => [`offer/${operation}`, OFFER_SCENE]),
	),
	'order/acknowledge': ({ order }) => ({ items: [{ amazonOrderId: order, orderNumber: 'S-1' }] }),
	'order/cancel': ({ order }) => ({
		parameters: { reason: 'NoInventory' },
		items: [{ amazonOrderId: order }],
	}),
	'order/convert': async ({ wanted }) => {
		const [order = {}] = answers(await run('order/get', { parameters: { orderId: byId(wanted) } }));
		const [line] = order.lines as IDataObject[];
		const unknown = { ...order, lines: [{ ...line, sku: 'GONE' }] };
		const old = { ...order, purchasedAt: '2020-01-01T00:00:00Z' };
		return { items: [order, unknown, old], products: [{ sku: 'A', quantity: 5 }] };
	},
	'order/get': ({ order }) => ({ parameters: { orderId: byId(order) } }),
	'order/getMany': () => ({}),
	'order/refund': ({ shipped }) => ({
		parameters: { refundWhat: 'whole' },
		items: [{ amazonOrderId: shipped }],
	}),
	'shipment/confirm': ({ order }) => ({
		items: [{ amazonOrderId: order, carrier: 'DHL', trackingNumber: '00340434161094042557' }],
	}),
	'shipment/submitMany': ({ order }) => ({
		items: [{ amazonOrderId: order, carrier: 'DHL', trackingNumber: '00340434161094042557' }],
	}),
	'shipment/updatePickupStatus': ({ pickup }) => ({ parameters: { orderId: byId(pickup) } }),
};

async function run(name: string, { parameters, items, products }: Scene, on = stage, by = seller) {
	const [resource = '', operation = ''] = name.split('/');
	const chosen = { resource, operation, ...parameters };
	const isOrders = ORDERS.some(({ value }) => value === resource);
	if (REPORTS.some(({ value }) => value === resource)) return await on.reports(by, chosen, items);
	return isOrders ? await on.orders(by, chosen, items, { products }) : await on.listings(by, chosen, items);
}

/** Amazon takes ten minutes for its feeds: one can still be cancelled. */
async function cancelFeed(): Promise<void> {
	const slow = await openStage({ feedDelayMs: 600_000 });
	try {
		const by = slow.newSeller();
		const [sent] = answers(await slow.listings(by, offer('submit', 'stock'), [{ sku: 'T-1', quantity: 1 }]));
		await run('feed/cancel', { parameters: { feedId: byId(textOf(sent?.feedId)) } }, slow, by);
	} finally {
		await slow.close();
	}
}

/** Every operation with each of its outputs, as `emittedOutputs` names them. */
function outputsOf(node: string, resources: readonly Resource[]): string[] {
	return resources.flatMap(({ value, operations }) =>
		operations.flatMap((operation) =>
			(operation.outputs ?? ['']).map((_, output) => `${node}/${value}/${operation.value} output ${output}`),
		),
	);
}

/** Through Still Waiting n8n itself sends the input, when the time has come. */
const isOfN8n = (output: string) => output.endsWith('/wait output 0');

it('every output of every operation emits items, and all are in its schema', async () => {
	const facts = await makeFacts();
	for (const [name, scene] of Object.entries(SCENES)) {
		const { error } = await run(name, await scene(facts));
		expect({ name, error }).toEqual({ name, error: undefined });
	}
	await cancelFeed();
	const all = [
		...outputsOf('AmazonListings', LISTINGS),
		...outputsOf('AmazonOrders', ORDERS),
		...outputsOf('AmazonReports', REPORTS),
	];
	expect(all.filter((output) => !emittedOutputs().has(output) && !isOfN8n(output))).toEqual([]);
});
