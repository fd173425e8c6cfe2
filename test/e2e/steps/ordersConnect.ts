import assert from 'node:assert/strict';
import type { Scene, Step } from '../scene';

const TRIGGER = 'When clicking ‘Execute workflow’';
const ID = /^\d{3}-\d{7}-\d{7}$/;

/** Each step takes what the one before gives, with nothing filled in but what must be chosen. */
export const ordersConnect: Step = {
	name: 'orders go from Get Many into Confirm and Convert as they are, and what people read stands in front',
	timeoutMs: 180_000,
	async run(scene) {
		const { editor } = scene;
		await editor.openNewWorkflow();
		await editor.addFirst('Manual Trigger');
		await editor.addAfter(TRIGGER, 'Amazon Orders', 'Get many orders');
		await look(scene, 'orders-1-get-many', ['amazonOrderId', 'purchasedAt', 'status', 'total']);
		await editor.closeForm();
		await editor.addAfter('Get many orders', 'Amazon Orders', 'Confirm shipments');
		const confirmed = await look(scene, 'orders-2-confirm', ['status', 'amazonOrderId', 'message']);
		assert.notEqual(confirmed.reason, 'no-order-id');
		await editor.closeForm();
		await editor.addAfter('Get many orders', 'Amazon Orders', 'Convert orders to store orders');
		await look(scene, 'orders-3-convert', ['status', 'amazonOrderId', 'message', 'total']);
		await editor.openNewWorkflow();
	},
};

/** Runs the step; on a laptop its first columns are seen without scrolling, and the order has its id. */
async function look(
	{ browser, editor }: Scene,
	name: string,
	first: string[],
): Promise<Record<string, string>> {
	const row = await editor.executeUntil(({ amazonOrderId = '' }) => ID.test(amazonOrderId));
	await browser.screenshot(`${name}-1600`);
	await browser.onLaptop(async () => {
		await browser.screenshot(`${name}-1280`);
		const columns = await editor.visibleColumns();
		assert.deepEqual(columns.slice(0, first.length), first, `${name}: ${columns.join(', ')}`);
	});
	return row;
}
