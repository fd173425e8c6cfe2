import assert from 'node:assert/strict';
import type { Scene, Step } from '../scene';

const TRIGGER = 'When clicking ‘Execute workflow’';
const ID = /^\d{3}-\d{7}-\d{7}$/;

/** Each step takes what the one before gives, with nothing filled in but what must be chosen. */
export const ordersConnect: Step = {
	name: 'orders go from Get Many into Confirm and Convert as they are, and what people read stands in front',
	timeoutMs: 180_000,
	async run(scene) {
		const [orders] = await getManyThen(scene, 'orders-1-confirm', 'Confirm shipments', ANSWER);
		assert.deepEqual(orders.columns.slice(0, 3), ['amazonOrderId', 'status', 'total']);
		const [, converted] = await getManyThen(
			scene,
			'orders-2-convert',
			'Convert orders to store orders',
			ANSWER,
		);
		assert.ok(['import', 'failed', 'skipped'].includes(converted.row.status ?? ''), converted.row.status);
		await scene.editor.openNewWorkflow();
	},
};

const ANSWER = ['status', 'amazonOrderId', 'message'];

interface Seen {
	row: Record<string, string>;
	/** Those that a laptop shows without scrolling sideways. */
	columns: string[];
}

/** Gets many orders and gives them to another step, whose first columns must be seen on a laptop. */
async function getManyThen(
	scene: Scene,
	name: string,
	action: string,
	first: string[],
): Promise<[Seen, Seen]> {
	const { editor } = scene;
	await editor.openNewWorkflow();
	await editor.addFirst('Manual Trigger');
	await editor.addAfter(TRIGGER, 'Amazon Orders', 'Get many orders');
	const orders = await look(scene, `${name}-get-many`);
	await editor.closeForm();
	await editor.addAfter('Get many orders', 'Amazon Orders', action);
	const answers = await look(scene, name);
	assert.deepEqual(answers.columns.slice(0, first.length), first, answers.columns.join(', '));
	assert.notEqual(answers.row.reason, 'no-order-id');
	return [orders, answers];
}

/** Runs the step until its first row names an order. */
async function look({ browser, editor }: Scene, name: string): Promise<Seen> {
	const row = await editor.executeUntil(({ amazonOrderId = '' }) => ID.test(amazonOrderId));
	await browser.screenshot(`${name}-1600`);
	return await browser.onLaptop(async () => {
		await browser.screenshot(`${name}-1280`);
		return { row, columns: await editor.visibleColumns() };
	});
}
