import assert from 'node:assert/strict';
import { sum } from '../../fixtures/stores/amounts';
import { wooWebhook } from '../../fixtures/stores/wooCommerce';
import type { WooOrder } from '../../fixtures/stores/wooOrder';
import type { DataTableRow } from '../../n8n/dataTables';
import { waitFor } from '../../n8n/waiting';
import type { SimOrder } from '../../simulator/orders/simOrder';
import { storeSecret } from '../../stores';
import { callers } from '../../unit/stores/askStore';
import { publishPollingOften } from '../preparing';
import { addOrders, simplified, type StormWorld } from './stormWorld';

const WORKFLOW = 'amazonRefundsToAmazon';
const RESULTS = 'amazonOrderFeedResults';
const TOLD = 'Order Changed in WooCommerce';
const SEND = 'Send by Hand';
const TABLE = 'Refunds to Amazon';
const AMOUNT = '19.99';
/** Refunds that are told at the same moment, each of them twice. */
const AT_ONCE = 5;
const MOST_SENDS = 8;

/** What must be 0, but for the last. */
export interface RefundFigures {
	paidTwice: number;
	doubledRows: number;
	missing: number;
	/** Paid, but not to the cent. */
	otherwiseWrong: number;
	total: string;
}

/** Refunds in the store, each told twice at the same moment and sent by two runs at once: what Amazon paid back. */
export async function tellRefundsTwice(world: StormWorld, count: number): Promise<RefundFigures> {
	const orders = addOrders(world, count);
	await world.importOrders('woo', 'orders to refund', simplified(orders));
	for (const { orderId } of orders) world.simulator.changeOrder(orderId, { action: 'ship' });
	await refundOneUnitEach(world);

	await world.api.publish(WORKFLOW);
	await publishPollingOften(world.api, RESULTS);
	await tellEachTwice(world);
	await sendUntilNothingWaits(world);
	return figuresOf(world, orders, await answeredRows(world));
}

/** The tally as it must be. */
export function paidOnce(count: number): RefundFigures {
	const total = (Number(AMOUNT) * count).toFixed(2);
	return { paidTwice: 0, doubledRows: 0, missing: 0, otherwiseWrong: 0, total };
}

function storeOrders({ store }: StormWorld): WooOrder[] {
	return store.orders.filter(({ platform }) => platform === 'wooCommerce').map(({ raw }) => raw as WooOrder);
}

async function refundOneUnitEach(world: StormWorld): Promise<void> {
	const { woo } = callers(world.store);
	for (const { id, line_items: lines } of storeOrders(world)) {
		const line_items = [{ id: lines[0]?.id, quantity: 1, refund_total: AMOUNT }];
		const { status } = await woo('POST', `orders/${id}/refunds`, { line_items });
		assert.equal(status, 201, `the store did not take the refund of order ${id}`);
	}
}

async function tellEachTwice(world: StormWorld): Promise<void> {
	const startedAt = Date.now();
	const url = `${world.n8n.url}/webhook/${pathOf(world)}`;
	const orders = storeOrders(world);
	for (let start = 0; start < orders.length; start += AT_ONCE) {
		const now = orders.slice(start, start + AT_ONCE);
		await Promise.all([...now, ...now].map((order) => tell(url, order)));
	}
	world.say(`${orders.length} refunds told twice in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

async function tell(url: string, order: WooOrder): Promise<void> {
	const secret = storeSecret('wooCommerceWebhookDemo');
	const { headers, rawBody } = wooWebhook('updated', order, secret, { resource: 'order' });
	const response = await fetch(url, { method: 'POST', headers, body: rawBody });
	assert.equal(response.status, 200, await response.text());
}

function pathOf({ workflows }: StormWorld): string {
	const workflow = workflows.find(({ id }) => id === WORKFLOW);
	const path = workflow?.nodes.find(({ name }) => name === TOLD)?.parameters.path;
	assert.ok(typeof path === 'string', `no webhook "${TOLD}"`);
	return path;
}

/** Always two runs at the same moment, as when a person starts one while the schedule's begins. */
async function sendUntilNothingWaits({ api, say }: StormWorld): Promise<void> {
	for (let turn = 1; turn <= MOST_SENDS; turn += 1) {
		const rows = await api.dataTables.rows(TABLE);
		const waiting = rows.filter(({ status }) => status === 'waiting').length;
		if (waiting === 0) return;
		const runs = await Promise.all([api.run(WORKFLOW, SEND, 300_000), api.run(WORKFLOW, SEND, 300_000)]);
		say(
			`${waiting} of ${rows.length} rows waited: two runs, ${runs.map(({ status }) => status).join(' and ')}`,
		);
	}
	throw new Error(`Refunds still wait after ${MOST_SENDS} times two runs`);
}

/** The rows once Amazon's answer is in each. */
async function answeredRows({ api }: StormWorld): Promise<DataTableRow[]> {
	let open = 0;
	return await waitFor(
		'an answer in every row of the refunds',
		async () => {
			const rows = await api.dataTables.rows(TABLE);
			open = rows.filter(({ status }) => ['waiting', 'sending', 'submitted'].includes(String(status))).length;
			return open === 0 ? rows : undefined;
		},
		{ timeoutMs: 300_000, everyMs: 1_000, lastSeen: () => `${open} have none.` },
	);
}

function figuresOf({ simulator }: StormWorld, orders: SimOrder[], rows: DataTableRow[]): RefundFigures {
	const paid = orders.map(({ orderId }) =>
		sum(simulator.order(orderId).refunds.flatMap(({ components }) => components.map(({ amount }) => amount))),
	);
	const count = (fits: (amount: number) => boolean): number =>
		paid.filter((text) => fits(Number(text))).length;
	const once = Number(AMOUNT);
	const paidTwice = count((amount) => amount > once);
	const missing = count((amount) => amount === 0);
	return {
		...{ paidTwice, missing },
		doubledRows: rows.length - new Set(rows.map(({ refund }) => refund)).size,
		otherwiseWrong: count((amount) => amount !== once) - paidTwice - missing,
		total: sum(paid),
	};
}
