import { chooseByNumber } from './choices';
import { code } from './codeStep';
import { SHOPIFY_SECRET } from './credentials';
import { setFields, signature, webhook } from './everyday';
import {
	noteOnAnswer,
	noteOnNoSku,
	noteOnQueue,
	noteOnSettings,
	putIntoQueue,
	queued,
	wrongSignature,
} from './parts/storeQueue';
import { updateRows } from './rows';
import { note } from './step';
import { OFFERS } from './tables';
import { workflow } from './workflow';

export const shopifyToQueue = workflow({
	file: 'shopify-to-queue',
	id: 'amazonShopifyToQueue',
	name: 'Amazon 2a: Shopify to Queue',
	keepsSuccesses: false,
	steps: [
		webhook('Product Changed in Shopify', {
			id: '51a5772a-e7f6-4907-88bd-1aedc8b6823e',
			at: [0, 0],
			path: 'amazon-shopify',
			webhookId: '09c352c4-ceaa-4434-87db-ec4c8415575c',
		}),
		signature('Compute the Signature', {
			id: '0d20963b-5706-4fbb-8198-31f6703a6980',
			at: [240, 0],
			credentials: SHOPIFY_SECRET,
		}),
		chooseByNumber('What Is It?', {
			id: '7a5a3c0e-58f1-4a39-8f06-0b0f6f0c5a11',
			at: [480, 0],
			outputs: 3,
			number:
				"={{ $json.signature !== $json.headers['x-shopify-hmac-sha256'] ? 2 : $json.headers['x-shopify-topic'] === 'products/delete' ? 1 : 0 }}",
		}),
		setFields('Settings', {
			id: 'e136c025-e2b7-4f7c-8f07-e26293456028',
			at: [760, -200],
			fields: [
				['eeab965e-9554-4720-8edd-5986c5b77e5e', 'marketplaces', 'DE'],
				['fb0c4acd-a2ee-49fa-809e-7afb4c2cf84a', 'currency', 'EUR'],
			],
		}),
		code('Make One Row per Product', {
			id: '2f98d2eb-469c-42be-8d8d-0a0540714c3d',
			at: [1000, -200],
			runs: 'queue/shopifyRows',
		}),
		putIntoQueue({ id: '2f321c7b-5448-4527-851f-474984f5a9aa', at: [1240, -200] }),
		updateRows('Stop Selling It', OFFERS, {
			id: '254a0002-590e-4d62-8038-de5ebf092d37',
			at: [760, 220],
			where: [
				['storeItem', 'like', "={{ 'shopify/' + $json.body.id + '/%' }}"],
				['sku', 'isNotEmpty'],
			],
			set: {
				enabled: false,
				status: 'pending',
				reason: '',
				message: '',
				priority: 10,
				updatedAtStore: '={{ $now.toUTC().toISO() }}',
				revision: "={{ 'deleted ' + $now.toUTC().toISO() }}",
			},
			alwaysOutputData: true,
		}),
		queued({ id: 'f49fba6e-e8c9-4946-832a-c795e1ff23ff', at: [1000, 60] }),
		wrongSignature({ id: 'ec6a76cf-a06b-42be-8791-4943fcbe74dd', at: [760, 420] }),
		note(1, {
			id: '5661273e-d698-577a-9ea2-8d3c1729df99',
			at: [-40, -570],
			size: [500, 330],
			color: 5,
			text: [
				'## Shopify tells us about every change',
				'Each change of a product in Shopify puts its variants into the table **Amazon Offers**, from where *Amazon 3: Queue to Amazon* sends them.',
				'',
				'**To use it with your store**',
				'1. Run *Amazon 1: Set Up* once.',
				"2. In Shopify: Settings > Notifications > Webhooks. Create one for **Product update**, one for **Product creation** and one for **Product deletion**, format JSON, to this workflow's **Production URL** (open *Product Changed in Shopify*).",
				'3. Shopify shows the signing secret there. Put it into the credential of *Compute the Signature*, field **Hmac Secret**.',
				'4. Publish this workflow.',
			],
		}),
		note(2, {
			id: '1c93ea62-0c7d-5f5c-b7ce-b7b203b0f583',
			at: [-40, 240],
			size: [480, 210],
			color: 7,
			text: [
				'### 1. Is it really Shopify?',
				'Shopify signs every message with a secret that only the two of you know.',
				'',
				'**0** a product changed or came',
				'**1** a product was deleted',
				'**2** the signature is wrong: answered **401**, and it goes no further',
			],
		}),
		noteOnSettings(3, { id: 'ee29f35c-ebeb-5baa-957f-1c48fb4e4806', at: [520, -440] }),
		note(4, {
			id: '4f650cc2-b610-5d40-9250-6f93d8a1f516',
			at: [900, -510],
			size: [360, 270],
			color: 7,
			text: [
				'### 3. What is taken over',
				'**Price**: what customers pay in Shopify now. The struck-through price is not sent.',
				'',
				'**Quantity**: all locations together, as Shopify tells it; below zero counts as sold out.',
				'',
				'Drafts and archived products count as sold out. When a product is **deleted**, its variants are sent to Amazon with quantity 0.',
				'',
				'Successful runs are not saved: a busy store sends many.',
			],
		}),
		noteOnQueue(5, { id: 'f5d727d3-e800-5476-9b30-8d1a9c9c3f5a', at: [1300, -520] }),
		noteOnAnswer(6, { id: 'fc26f70e-c14e-5a33-aa51-f7d4573a245b', at: [1220, 20] }),
		noteOnNoSku(7, { id: '1db9287c-f592-5db3-8a8c-9827d8be85be', at: [1000, 260] }),
	],
	wires: {
		'Product Changed in Shopify': ['Compute the Signature'],
		'Compute the Signature': ['What Is It?'],
		'What Is It?': [['Settings', 'Answer 200 (Queued)'], 'Stop Selling It', 'Answer 401 (Wrong Signature)'],
		Settings: ['Make One Row per Product'],
		'Make One Row per Product': ['Put Into the Queue'],
		'Stop Selling It': ['Answer 200 (Queued)'],
	},
});
