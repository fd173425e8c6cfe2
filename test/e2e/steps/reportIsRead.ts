import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Form } from '../form';
import type { Scene, Step } from '../scene';

const TRIGGER = 'When clicking ‘Execute workflow’';

/** What somebody does who wants a report as rows, and knows no type of Amazon's. */
export const reportIsRead: Step = {
	name: 'a shopkeeper asks for a report from the list and reads its rows, and a settlement adds up',
	timeoutMs: 240_000,
	async run(scene) {
		const { browser, editor } = scene;
		await editor.openNewWorkflow();
		await editor.addFirst('Manual Trigger');
		await editor.searchAfter(TRIGGER, 'inventory report');
		const form = await editor.takeFound('Amazon Reports', 'Request and download report');
		await browser.screenshot('report-1-form-1600');
		await chooseFromList(scene, form, { label: 'Report', search: 'returns', option: 'Choose Who Ships' });
		await form.row('Who Ships').waitFor();
		await form.row('Period').waitFor();
		await browser.screenshot('report-returns-form-1600');
		await chooseFromList(scene, form, {
			label: 'Report',
			search: 'listings',
			option: 'What Do I List: All Listings',
		});
		await form.row('Period').waitFor({ state: 'hidden' });
		const row = await editor.executeUntil((seen) => (seen['seller-sku'] ?? '') !== '', { timeoutMs: 90_000 });
		assert.match(row['seller-sku'] ?? '', /\w/);
		await look(scene, 'report-2-rows');
		await editor.closeForm();
		await readSettlement(scene);
		await editor.openNewWorkflow();
	},
};

async function readSettlement(scene: Scene): Promise<void> {
	const { editor } = scene;
	await editor.openNewWorkflow();
	await editor.addFirst('Manual Trigger');
	await editor.searchAfter(TRIGGER, 'settlement');
	const form = await editor.takeFound('Amazon Reports', 'Read settlement');
	await chooseFromList(scene, form, { label: 'Settlement', search: '', option: '' });
	const row = await editor.executeUntil(({ lineType = '' }) => lineType !== '', { timeoutMs: 60_000 });
	assert.equal(row.lineType, 'order');
	await look(scene, 'report-3-settlement');
}

interface Choice {
	label: string;
	search: string;
	/** The entry's first words; the first entry when empty. */
	option: string;
}

/** Opens a list that Amazon fills, searches in it and takes an entry. */
async function chooseFromList(
	{ browser, editor }: Scene,
	form: Form,
	{ label, search, option }: Choice,
): Promise<void> {
	await form.row(label).getByTestId('rlc-input').click();
	if (search !== '') await editor.page.getByTestId('rlc-search').fill(search);
	const items: Locator = editor.page.getByTestId('rlc-item').filter({ visible: true });
	const wanted = option === '' ? items.first() : items.filter({ hasText: option }).first();
	await wanted.waitFor();
	await browser.screenshot(`report-list-${label.toLowerCase()}`);
	await wanted.click();
}

async function look({ browser }: Scene, name: string): Promise<void> {
	await browser.screenshot(`${name}-1600`);
	await browser.onLaptop(async () => await browser.screenshot(`${name}-1280`));
}
