import { chooseByNumber } from './choices';
import { code } from './codeStep';
import { WOOCOMMERCE_SECRET } from './credentials';
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
import { answerTestCall, outputOfWooCommerce } from './parts/storeWebhooks';
import { updateRows } from './rows';
import { note } from './step';
import { OFFERS } from './tables';
import { workflow } from './workflow';

export const wooCommerceToQueue = workflow({
	file: 'woocommerce-to-queue',
	id: 'amazonWooCommerceToQueue',
	name: 'Amazon 2b: WooCommerce to Queue',
	keepsSuccesses: false,
	steps: [
		webhook('Product Changed in WooCommerce', {
			id: '83c311c1-56b1-4484-80b1-bc0ea2c03053',
			at: [0, 0],
			path: 'amazon-woocommerce',
			webhookId: 'bc2ebe28-8895-449c-820e-bd3f3c7aa55f',
		}),
		signature('Compute the Signature', {
			id: '76b0853f-9228-4c0b-8a29-812fc79d4c7f',
			at: [240, 0],
			credentials: WOOCOMMERCE_SECRET,
		}),
		chooseByNumber('What Is It?', {
			id: 'c9c5f7c2-2f0a-4a38-9d2e-6a0a0b8f7b22',
			at: [480, 0],
			outputs: 4,
			number: outputOfWooCommerce({
				testCall: 2,
				wrongSignature: 3,
				otherwise: "$json.headers['x-wc-webhook-topic'] === 'product.deleted' ? 1 : 0",
			}),
		}),
		setFields('Settings', {
			id: 'f24ff8c9-86de-4ec3-8df0-17a78a681871',
			at: [760, -200],
			fields: [
				['f0a935a3-602e-4b6a-8710-cbfa4704af06', 'marketplaces', 'DE'],
				['61383a53-7c52-46a1-85ea-45c0212a8679', 'currency', 'EUR'],
			],
		}),
		code('Make One Row per Product', {
			id: 'c794dcf6-5150-4692-89cd-ad80865fa734',
			at: [1000, -200],
			runs: 'queue/wooCommerceRows',
		}),
		putIntoQueue({ id: 'aa61ad24-3f5d-4249-83b1-4a6493da0f11', at: [1240, -200] }),
		updateRows('Stop Selling It', OFFERS, {
			id: 'cb449983-e5a8-4674-85a6-c9c81af3d2f1',
			at: [760, 220],
			where: [
				['storeItem', 'like', "={{ 'woocommerce%/' + $json.body.id + '/%' }}"],
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
		queued({ id: '67c5ee82-fd69-49ce-8755-1edfeb624f47', at: [1000, 60] }),
		answerTestCall({ id: '5900bb7d-d271-4def-8df3-6785658f0b1c', at: [760, 420] }),
		wrongSignature({ id: 'e14a8336-970c-4021-8b80-e1a19372c6bb', at: [760, 620] }),
		note(1, {
			id: '615e33d0-43b0-5074-8216-9e4ee63383fd',
			at: [-40, -620],
			size: [500, 380],
			color: 5,
			text: [
				'## WooCommerce tells us about every change',
				'Each change of a product or variation in WooCommerce goes into the table **Amazon Offers**, from where *Amazon 3: Queue to Amazon* sends it.',
				'',
				'**To use it with your store**',
				'1. Run *Amazon 1: Set Up* once, and publish this workflow.',
				"2. In WooCommerce: Settings > Advanced > Webhooks. Add one for **Product updated**, one for **Product created** and one for **Product deleted**, with this workflow's **Production URL** (open *Product Changed in WooCommerce*).",
				'3. Make up a long random **Secret** there, and put the same one into the credential of *Compute the Signature*, field **Hmac Secret**.',
				'',
				'When you save a webhook, WooCommerce makes a test call without a signature. It is answered and ignored.',
			],
		}),
		note(2, {
			id: 'b4e20d52-90fa-52f8-a4e3-2dd9552762de',
			at: [-40, 240],
			size: [480, 240],
			color: 7,
			text: [
				'### 1. Is it really WooCommerce?',
				'WooCommerce signs every message with a secret that only the two of you know.',
				'',
				'**0** a product changed or came',
				'**1** a product was deleted',
				'**2** the test call when you save a webhook',
				'**3** the signature is wrong: answered **401**, and it goes no further',
			],
		}),
		noteOnSettings(3, { id: 'ee29f35c-ebeb-5baa-957f-1c48fb4e4806', at: [520, -440] }),
		note(4, {
			id: '7b3c2b87-db74-572b-ab8f-4625c36fcf49',
			at: [900, -570],
			size: [360, 330],
			color: 7,
			text: [
				'### 3. What is taken over',
				'**Price**: the regular price, with the sale price and its dates. A sale without an end goes as the price itself.',
				'',
				'**Quantity**: the stock of the product or variation. Products whose stock is not managed get the units of *Stock Not Managed: Units to Show* in *Amazon 3: Queue to Amazon*.',
				'',
				'Products with variations are not sent themselves: their variations are. When one is **deleted**, it is sent to Amazon with quantity 0.',
				'',
				'Successful runs are not saved: a busy store sends many.',
			],
		}),
		noteOnQueue(5, { id: 'f5d727d3-e800-5476-9b30-8d1a9c9c3f5a', at: [1300, -520] }),
		noteOnAnswer(6, { id: 'fc26f70e-c14e-5a33-aa51-f7d4573a245b', at: [1220, 20] }),
		noteOnNoSku(7, { id: '1db9287c-f592-5db3-8a8c-9827d8be85be', at: [1000, 260] }),
	],
	wires: {
		'Product Changed in WooCommerce': ['Compute the Signature'],
		'Compute the Signature': ['What Is It?'],
		'What Is It?': [
			['Settings', 'Answer 200 (Queued)'],
			'Stop Selling It',
			'Answer the Test Call',
			'Answer 401 (Wrong Signature)',
		],
		Settings: ['Make One Row per Product'],
		'Make One Row per Product': ['Put Into the Queue'],
		'Stop Selling It': ['Answer 200 (Queued)'],
	},
});
