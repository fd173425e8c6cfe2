import assert from 'node:assert/strict';
import { SIMULATED_ACCOUNTS, SIMULATOR_URL } from '../../../nodes/amazon/tables/simulator';
import type { N8nApi } from '../../n8n/api';
import { chapterOf, readReadme, valuesToType } from '../../readme';
import { CredentialDialog } from '../credentialDialog';
import type { Form } from '../form';
import type { Scene, Step } from '../scene';

const README = chapterOf(readReadme(), 'Your first workflow in five minutes');
const [ABOUT_CREDENTIAL = '', ABOUT_ITEM = '', ABOUT_RULES = ''] =
	README.split(/\*\*(?:Preview|Rules)\.\*\*/);

/** What n8n names them by itself; a node is named by what it does. */
const TRIGGER = 'When clicking ‘Execute workflow’';
/** n8n leaves the last word of "Amazon Selling Partner API" out. */
const CREDENTIAL = 'Amazon Selling Partner account';

/** A person with the README beside the screen: values are read there, and whatever is pressed must stand there. */
export const readmeWorks: Step = {
	name: "README's first workflow goes as written: Mock credential, Preview, rules, Submit, Amazon's answer",
	timeoutMs: 240_000,
	async run(scene) {
		const before = await idsOf(scene.api);
		try {
			await createCredential(scene);
			const form = await previewOneItem(scene);
			await addRules(scene, form);
			await submit(scene, form);
			await getAnswer(scene);
		} catch (error) {
			// The runner's own picture comes when everything is put away.
			await scene.browser.screenshot('readme-failed');
			throw error;
		} finally {
			await scene.editor.openNewWorkflow();
			await removeNew(scene.api, before);
		}
	},
};

async function createCredential({ browser, simulator }: Scene): Promise<void> {
	const dialog = await CredentialDialog.create(browser.page, said('Amazon Selling Partner API'));
	const { form } = dialog;
	await form.choose('Environment', said('Mock'));
	for (const [label, value] of valuesToType(ABOUT_CREDENTIAL)) {
		if (label === 'Simulator Address') {
			assert.equal(value, SIMULATOR_URL);
			assert.equal(await form.valueOf(label), value, 'n8n proposes the address');
			// Somebody else may have that port on this machine.
			await form.type(label, simulator.url);
		} else assert.equal(await form.valueOf(label), value, `n8n proposes the ${label}`);
	}
	const { valid, text } = await dialog.save();
	await browser.screenshot('readme-1-credential');
	assert.ok(valid, text);
	assert.ok(text.includes(said('Connection tested successfully')), text);
}

async function previewOneItem({ browser, editor }: Scene): Promise<Form> {
	await editor.openNewWorkflow();
	said('Add first step');
	await editor.addFirst(said('Manual Trigger'));
	const fields = await editor.addAfter(TRIGGER, said('Edit Fields (Set)'));
	for (const [name, value] of valuesToType(ABOUT_ITEM)) await fields.addField(said('Add Field'), name, value);
	await browser.screenshot('readme-2-fields');
	await editor.closeForm();

	const form = await editor.addAfter(
		'Edit Fields',
		said('Amazon Listings'),
		said('Preview prices and stock'),
	);
	await form.chooseCredential(CREDENTIAL);
	await editor.executeStep({ sku: 'DEMO-0001', status: said('ready'), price: said('19.90'), quantity: '5' });
	await browser.screenshot('readme-3-preview');
	return form;
}

async function addRules({ browser, editor }: Scene, form: Form): Promise<void> {
	for (const [label, value] of valuesToType(ABOUT_RULES)) await form.type(label, value);
	said('the price is now 20.99, the quantity 3');
	const priceSteps = said('19.90 > +5 % = 20.895 > ends in .99 = 20.99 > floor 5.00 ok');
	await editor.executeStep({ status: 'ready', price: '20.99', quantity: '3', priceSteps });
	await browser.screenshot('readme-4-rules');
}

async function submit({ browser, editor }: Scene, form: Form): Promise<void> {
	said('Change the _Operation_ to _Submit_');
	await form.choose('Operation', 'Submit');
	await editor.executeStep({ status: said('submitted'), price: '20.99', quantity: '3' });
	await browser.screenshot('readme-5-submitted');
	await editor.closeForm();
}

async function getAnswer({ browser, editor, simulator }: Scene): Promise<void> {
	said('Behind it **Amazon Listings** again, action _Get results of feeds_');
	const form = await editor.addAfter('Submit prices and stock', 'Amazon Listings', 'Get results of feeds');
	await form.chooseCredential(CREDENTIAL);
	said('write `1` into _Wait Up To (Minutes)_');
	await form.type('Wait Up To (Minutes)', '1');
	await editor.executeStep({ sku: 'DEMO-0001', status: said('accepted') }, 120_000);
	await browser.screenshot('readme-6-accepted');
	const seller = SIMULATED_ACCOUNTS[0]?.seller.sellerId ?? '';
	const listing = JSON.stringify(simulator.state.listing(seller, 'DEMO-0001')?.attributes ?? {});
	assert.match(listing, /"value_with_tax":20\.99\b/, 'the simulated Amazon has the price');
	assert.match(listing, /"quantity":3\b/, 'the simulated Amazon has the quantity');
}

/** What is about to be used must stand in the README. */
function said(words: string): string {
	assert.ok(README.includes(words), `README's "Your first workflow" does not say "${words}"`);
	return words;
}

interface Ids {
	credentials: string[];
	workflows: string[];
}

async function idsOf(api: N8nApi): Promise<Ids> {
	const credentials = await api.rest<Array<{ id: string }>>('GET', '/rest/credentials');
	return {
		credentials: credentials.map(({ id }) => id),
		workflows: (await api.workflows()).map(({ id }) => id),
	};
}

/** n8n deletes a workflow only from its archive. */
async function removeNew(api: N8nApi, before: Ids): Promise<void> {
	const now = await idsOf(api);
	for (const id of now.workflows.filter((each) => !before.workflows.includes(each))) {
		await api.rest('POST', `/rest/workflows/${id}/archive`);
		await api.rest('DELETE', `/rest/workflows/${id}`);
	}
	for (const id of now.credentials.filter((each) => !before.credentials.includes(each))) {
		await api.rest('DELETE', `/rest/credentials/${id}`);
	}
}
