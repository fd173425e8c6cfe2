import assert from 'node:assert/strict';
import { waitFor } from '../../n8n/waiting';
import { ActCounter } from '../actCounter';
import type { Form } from '../form';
import type { Scene, Step } from '../scene';

const TRIGGER = 'When clicking ‘Execute workflow’';
/** From an empty canvas to the first Preview with two rules. */
const MOST_ACTS = 20;
/** What nobody should have to scroll sideways for. */
const FIRST_COLUMNS = ['status', 'sku', 'message', 'price', 'quantity'];

/** The second price may be a thousand and more, or one and a bit: it is held, and the stock goes. */
const ITEMS = [
	{ sku: 'DEMO-0001', price: '19.90', quantity: 5 },
	{ sku: 'DEMO-0002', price: '1,234', quantity: 8 },
	{ sku: 'DEMO-0003', price: '7.45', quantity: 0 },
];

/** What somebody does who has never seen the nodes, with three products of their own. */
export const shopkeeper: Step = {
	name: 'a shopkeeper gets three products to Amazon: found by "sync stock", rules, a dragged field, Preview, Submit, Get Result',
	timeoutMs: 240_000,
	async run(scene) {
		const counter = await ActCounter.start(scene.browser.page);
		const form = await previewWithTwoRules(scene);
		const acts = await counter.count();
		scene.say(`from an empty canvas to a Preview with two rules: ${acts} clicks and entries`);
		assert.ok(acts <= MOST_ACTS, `${acts} clicks and entries`);
		await dragAField(scene, form);
		await addMoreRules(scene, form);
		await submit(scene, form);
		await getResult(scene);
		await scene.editor.openNewWorkflow();
	},
};

async function previewWithTwoRules(scene: Scene): Promise<Form> {
	const { editor } = scene;
	await editor.openNewWorkflow();
	await editor.addFirst('Manual Trigger');
	await editor.setItems(TRIGGER, ITEMS);
	await editor.searchAfter(TRIGGER, 'sync stock');
	const form = await editor.takeFound('Amazon Listings', 'Preview prices and stock');
	await form.chooseOneOfSeveral('Marketplaces', 'Germany');
	await form.type('Change Price By', '+5 %');
	await form.type('End Prices In', '.99');
	await editor.executeStep({ status: 'ready', price: '20.99', quantity: '5' });
	await look(scene, 'shopkeeper-1-preview');
	return form;
}

async function dragAField({ browser, editor }: Scene, form: Form): Promise<void> {
	assert.equal(
		await editor.dragField('sku', form, 'SKU Field'),
		'sku',
		'dragging writes the name of the field',
	);
	await form.type('SKU Field', 'articleNumber');
	const error = 'No item has a field "articleNumber" (SKU Field). The items have: sku, price, quantity.';
	await editor.executeStep({ error });
	await browser.screenshot('shopkeeper-2-no-such-field');
	await form.type('SKU Field', 'sku');
}

/** Three rules in the collection: each must leave those before where they are. */
async function addMoreRules(scene: Scene, form: Form): Promise<void> {
	await form.type('Lowest Price', '5');
	await form.type('Keep Back', '2');
	await form.add('Add Price Rule', 'Further Price Changes');
	await form.type('Further Price Changes', '+1.00');
	await form.add('Add Price Rule', 'VAT');
	await form.add('Add Price Rule', 'Highest Price');
	await form.type('Highest Price', '99');
	const priceSteps =
		'19.90 > +5 % = 20.895 > +1 = 21.895 > +19 % VAT = 26.05505 > ends in .99 = 25.99 > ceiling 99.00 ok > floor 5.00 ok';
	await scene.editor.executeStep({ status: 'ready', price: '25.99', quantity: '3', priceSteps });
	await look(scene, 'shopkeeper-3-more-rules');
}

async function submit(scene: Scene, form: Form): Promise<void> {
	await form.choose('Operation', 'Submit');
	await scene.editor.executeStep({ status: 'submitted', price: '25.99', quantity: '3' });
	await waitForHint(scene, /^2 submitted, 1 partly\. Amazon needs 15 to 30 minutes/);
	await look(scene, 'shopkeeper-4-submitted');
	await scene.editor.closeForm();
}

async function getResult(scene: Scene): Promise<void> {
	const { editor } = scene;
	const form = await editor.addAfter('Submit prices and stock', 'Amazon Listings', 'Get results of feeds');
	await form.type('Wait Up To (Minutes)', '1');
	await editor.executeStep({ sku: 'DEMO-0001', status: 'accepted', price: '25.99' }, 120_000);
	await waitForHint(scene, /^2 accepted, 1 partly\./);
	await look(scene, 'shopkeeper-5-accepted');
}

/** At both widths a picture, and on a laptop no scrolling for what matters. */
async function look({ browser, editor }: Scene, name: string): Promise<void> {
	await browser.screenshot(`${name}-1600`);
	await browser.onLaptop(async () => {
		await browser.screenshot(`${name}-1280`);
		const columns = await editor.visibleColumns();
		assert.deepEqual(columns.slice(0, FIRST_COLUMNS.length), FIRST_COLUMNS, `${name}: ${columns.join(', ')}`);
	});
}

async function waitForHint({ editor }: Scene, words: RegExp): Promise<void> {
	let seen: string[] = [];
	await waitFor(
		`the hint ${words}`,
		async () => {
			seen = await editor.hints();
			return seen.some((hint) => words.test(hint)) || undefined;
		},
		{ timeoutMs: 10_000, lastSeen: () => `They are ${seen.join(' | ')}.` },
	);
}
