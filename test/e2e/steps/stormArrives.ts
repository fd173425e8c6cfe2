import assert from 'node:assert/strict';
import type { DataTableRow } from '../../n8n/dataTables';
import { waitFor } from '../../n8n/waiting';
import type { Scene, Step } from '../scene';
import { shopifyStorm, type Expected } from '../storm';

const TABLE = 'Amazon Offers';
const SELLER = 'ASIMULATOREU1';
const AT_ONCE = 12;
/** Three times the minute that it takes at most on two idle cores: a busy machine must not fail, a stuck one must. */
const WITHIN_MS = 180_000;
const MOST_FEEDS = 3;
const MOST_RUNS = 5;

/** A store's busy minute, from its webhooks to Amazon's answer in every row. */
export const stormArrives: Step = {
	name: '1,200 Shopify webhooks for 1,000 SKUs reach Amazon in at most three feeds, each with its newest value and an answer',
	timeoutMs: 900_000,
	async run(scene) {
		const { requests, expected } = shopifyStorm();
		const feedsBefore = feedsOf(scene);
		// Its schedule would make the number of feeds a matter of the minute; here it is run by hand.
		const queue = workflowId(scene, 'amazonQueueToAmazon');
		await scene.api.unpublish(queue);
		await scene.api.publish(workflowId(scene, 'amazonShopifyToQueue'));
		// Orders come in at their own pace; here they would only take the machine's time.
		await scene.api.unpublish(workflowId(scene, 'amazonOrdersToWooCommerce'));

		const startedAt = Date.now();
		await sendAll(`${scene.n8n.url}/webhook/amazon-shopify`, requests);
		const tookMs = Date.now() - startedAt;
		scene.say(`${requests.length} webhooks in ${(tookMs / 1000).toFixed(1)} s`);

		await drain(scene, queue);
		const rows = await answeredRows(scene);
		const feeds = feedsOf(scene) - feedsBefore;
		scene.say(`${rows.length} rows, ${feeds} feeds`);
		assert.equal(rows.length, expected.size, 'one row for each SKU');
		assert.ok(feeds <= MOST_FEEDS, `${feeds} feeds`);
		const wrong = rows.flatMap((row) => problemOf(scene, row, expected.get(String(row.sku))) ?? []);
		assert.deepEqual(wrong, []);
		// Last, so that a slow machine still shows everything else.
		assert.ok(tookMs < WITHIN_MS, `the webhooks took ${tookMs} ms`);
		await scene.editor.openWorkflow(queue);
		await scene.browser.screenshot('queue-to-amazon');
	},
};

function workflowId({ workflows }: Scene, id: string): string {
	assert.ok(
		workflows.some((workflow) => workflow.id === id),
		`no workflow ${id}`,
	);
	return id;
}

/** Of prices and stock: the order workflows send feeds of their own. */
function feedsOf({ simulator }: Scene): number {
	return simulator.state.feeds.list().filter(({ feedType }) => feedType === 'JSON_LISTINGS_FEED').length;
}

/** As a store does: several at once, each answered before the next takes its place. */
async function sendAll(url: string, requests: ReturnType<typeof shopifyStorm>['requests']): Promise<void> {
	const queue = requests.values();
	const send = async (): Promise<void> => {
		for (const { headers, rawBody } of queue) {
			const response = await fetch(url, { method: 'POST', headers, body: rawBody });
			assert.equal(response.status, 200, await response.text());
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, send));
}

/** Runs the queue as its schedule would, until nothing waits. */
async function drain({ api, say }: Scene, queue: string): Promise<void> {
	for (let run = 1; run <= MOST_RUNS; run += 1) {
		const pending = (await api.dataTables.rows(TABLE)).filter(({ status }) => status === 'pending').length;
		if (pending === 0) return;
		const execution = await api.run(queue, 'Run by Hand', 120_000);
		say(`run ${run}: ${pending} rows waited, ${execution.status}`);
	}
	throw new Error(`Rows still wait after ${MOST_RUNS} runs`);
}

/** The rows once the trigger has brought Amazon's answer to each. */
async function answeredRows({ api }: Scene): Promise<DataTableRow[]> {
	return await waitFor(
		'an answer in every row',
		async () => {
			const rows = await api.dataTables.rows(TABLE);
			return rows.some(({ status }) => status === 'submitted' || status === 'pending') ? undefined : rows;
		},
		{ timeoutMs: 300_000, everyMs: 2_000 },
	);
}

function problemOf(
	{ simulator }: Scene,
	row: DataTableRow,
	expected: Expected | undefined,
): string | undefined {
	const sku = String(row.sku);
	const shown = JSON.stringify({ ...row, message: String(row.message).slice(0, 80) });
	if (expected === undefined) return `${sku} was never sent by the store`;
	if (expected.fate === 'refused') return row.status === 'rejected' && row.message !== '' ? undefined : shown;
	if (expected.fate === 'held' && row.reason !== expected.reason)
		return `${shown} should be held: ${expected.reason}`;
	const status = expected.fate === 'held' ? 'partly' : 'accepted';
	if (row.status !== status) return `${shown} should be ${status}`;
	const listing = JSON.stringify(simulator.state.listing(SELLER, sku)?.attributes ?? {});
	if (!listing.includes(`"quantity":${expected.quantity}`))
		return `${sku}: Amazon has another quantity than ${expected.quantity}`;
	if (expected.fate === 'sent' && !listing.includes(`"value_with_tax":${Number(expected.price)}}`)) {
		return `${sku}: Amazon has another price than ${expected.price}`;
	}
	return undefined;
}
