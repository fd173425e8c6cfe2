import { choose, ifAll } from './choices';
import { code } from './codeStep';
import { AMAZON, WOOCOMMERCE } from './credentials';
import { every, nothing, setFields } from './everyday';
import { changesInMagento, lookUpOrders, noteOnProgress, noteProgress } from './parts/magento';
import { yourOwnMessages } from './parts/messages';
import { sendByHand } from './parts/sendByHand';
import {
	answerTestCall,
	answerTheStore,
	callsOfShopify,
	callsOfWooCommerce,
	notShopify,
	notWooCommerce,
	nothingForAmazon,
	orderInShopify,
} from './parts/storeWebhooks';
import { deleteRows, getRows, ifNoRow, insertRow, updateRows } from './rows';
import { note, step } from './step';
import { ASK_AGAIN, WOOCOMMERCE_KEY, query } from './storeCalls';
import { ORDERS, REFUNDS } from './tables';
import { joined, workflow } from './workflow';

const WOOCOMMERCE_CALLS = callsOfWooCommerce({
	ids: {
		'Order Changed in WooCommerce': 'e9bc859a-e644-5e15-8626-eb46d2e5e012',
		"Compute WooCommerce's Signature": 'aa138415-88ff-52ef-8f4f-db51a0965f82',
		'What Did WooCommerce Send?': '220bd009-d5a7-5387-b6df-767ca292cf67',
	},
	y: 0,
	path: 'amazon-refunds-woocommerce',
	webhookId: 'd7726d25-8428-57e5-890f-1ed6e800d511',
	sent: {
		outputs: 4,
		testCall: 2,
		wrongSignature: 3,
		otherwise:
			"$json.body.refunds?.length > 0 && $json.body.meta_data?.some(({ key }) => key === '_amazon_order_id') ? 0 : 1",
	},
});

const SHOPIFY_CALLS = callsOfShopify({
	ids: {
		webhook: '404e4634-ca79-514e-bd2b-97fbba04e4c0',
		"Compute Shopify's Signature": '67337384-0c90-5634-95f0-59f118e7165a',
		'Is It Really Shopify?': 'ca6e736c-3e59-5192-8457-c2d6ded31626',
		check: '068658f2-9447-59d8-bcc4-731748144b99',
	},
	name: 'Refunded in Shopify',
	y: 1020,
	path: 'amazon-refunds-shopify',
	webhookId: 'abd65bcc-f590-56a9-8290-9836fc384439',
});

const SHOPIFY_ORDER = orderInShopify({
	ids: {
		'Shopify Settings': 'dc4ff0f0-f40a-5a83-9178-050d72b2d2ad',
		shopifyUrl: '3ee0649c-d4be-58c4-a844-24928ebcee41',
		'Look Up the Order in Shopify': '4b85df30-83ca-50ec-ad5b-7f600d8a06d8',
	},
	y: 940,
	fields: 'sourceIdentifier tags cancelledAt',
});

const MAGENTO_CHANGES = changesInMagento({
	ids: {
		'Every 5 Minutes: Magento': '0fcea47b-9a92-5b4a-be9e-aa037898d39d',
		'Magento Settings': '2f26963a-6d8d-580d-8bec-6e9954052c6e',
		magentoUrl: '40e40fed-0090-5516-80b1-7954c6c8c6b0',
		overlapMinutes: '439e70b2-fb56-55a0-a7d1-3941cbb10814',
		firstLookBackHours: '4cd4c3d2-0ce0-5ac2-a02f-aecfb9b6d702',
		'Look Up How Far We Got': 'b8273ad2-4a64-5870-a28b-880463be0502',
		'Choose Since When': '747a5cb0-49e1-5b06-ad75-32184785e1fc',
	},
	y: 1760,
	progress: 'magento-refunds',
	download: {
		id: 'f00348ab-ff4b-5207-bffe-ecd39f3cc3f8',
		name: 'Download the Credit Memos',
		list: 'creditmemos',
		state: '2',
	},
});

const ANSWER = answerTheStore({
	ids: {
		'Is a Store Waiting?': 'dd57a83a-021e-5478-86a6-480289776cd0',
		check: '95c443c7-7f16-562d-95a7-a0068ddd0802',
		'Answer 200 (Written Down)': '70690f27-e9bf-571b-b149-e45470110d84',
	},
	at: [3200, 820],
});

export const refundsToAmazon = workflow({
	file: 'refunds-to-amazon',
	id: 'amazonRefundsToAmazon',
	name: 'Amazon 8: Store Refunds to Amazon',
	keepsSuccesses: false,
	steps: [
		...WOOCOMMERCE_CALLS.steps,
		setFields('WooCommerce Settings', {
			id: '3fd41c72-fae7-5a07-812a-e0951c546f0e',
			at: [760, -160],
			fields: [['389a9855-3516-5a49-9c5c-e6729b3b5831', 'wooCommerceUrl', 'http://127.0.0.1:8099']],
		}),
		step('httpRequest', 'Read Its Refunds in WooCommerce', {
			id: '4b44b426-99f8-5ce0-a0cc-d5b9b222dcda',
			at: [1000, -160],
			parameters: {
				method: 'GET',
				url: '={{ $json.wooCommerceUrl }}/wp-json/wc/v3/orders/{{ $json.body.id }}/refunds',
				...WOOCOMMERCE_KEY,
				...query({ per_page: '100' }),
				options: {},
			},
			credentials: WOOCOMMERCE,
			...ASK_AGAIN,
			alwaysOutputData: true,
		}),
		code("List WooCommerce's Refunds", {
			id: '850e20db-408e-5a5e-96c8-a87c47501f91',
			at: [1240, -160],
			runs: 'refunds/wooCommerceRefunds',
			alwaysOutputData: true,
		}),
		answerTestCall({ id: '4abf6189-c24f-58cf-a273-3d7ce156e271', at: [760, 260] }),
		notWooCommerce({ id: 'd60c1479-8edc-52dd-b143-a0739ff5f021', at: [760, 440] }),
		...SHOPIFY_CALLS.steps,
		...SHOPIFY_ORDER.steps,
		code("List Shopify's Refund", {
			id: '6da574fa-edc1-550c-9829-4cfb43917215',
			at: [1240, 940],
			runs: 'refunds/shopifyRefund',
			alwaysOutputData: true,
		}),
		notShopify({ id: 'f0645d14-63bf-55ba-b0d0-51143b1e0136', at: [760, 1180] }),
		...MAGENTO_CHANGES.steps,
		code('List Their Orders', {
			id: '28f3415a-c8d0-596c-b817-e762792b80ea',
			at: [1200, 1680],
			runs: 'refunds/magentoOrderIds',
		}),
		lookUpOrders({ id: '2aee8ce5-6d87-5931-87ce-f2fc10802c76', at: [1440, 1680] }),
		code("List Magento's Refunds", {
			id: '27daf885-4211-5641-828d-bda23d398295',
			at: [1680, 1680],
			runs: 'refunds/magentoRefunds',
		}),
		noteProgress({
			id: 'e65c42ce-4889-52e4-96ce-f8dff982eff1',
			at: [1200, 1900],
			progress: 'magento-refunds',
		}),
		nothingForAmazon({
			id: 'cbb78173-6879-564b-b39d-cd8ab45618ac',
			at: [1960, 940],
			check: '39ab13a6-1646-5f53-a4da-bd17e4a62190',
		}),
		nothing('Not an Amazon Order, or No Refund', {
			id: '1b5febe2-17fa-5653-af5e-dc8293b8124e',
			at: [2240, 720],
		}),
		ifNoRow('Find What Is New', REFUNDS, {
			id: '205ff342-26e5-5b3d-b0c5-ecd212d65f1f',
			at: [2240, 1000],
			has: { refund: '={{ $json.refund }}' },
			alwaysOutputData: true,
		}),
		ifNoRow('Leave Out Cancelled Orders', ORDERS, {
			id: 'ad486795-7826-5b59-bc4a-dfa1a9006ff5',
			at: [2480, 1000],
			has: { amazonOrderId: "={{ $json.amazonOrderId ?? '' }}", status: 'cancelled' },
			alwaysOutputData: true,
		}),
		ifAll('Known Already?', {
			id: '70e84d26-6629-56e0-95a2-5ca16bc0ba6b',
			at: [2720, 1000],
			checks: [['dd4ec17d-be31-5ca7-981b-af4c0d5a3a92', "={{ $json.refund ?? '' }}", 'empty']],
		}),
		insertRow('Put Into the Table', REFUNDS, {
			id: '77eb8c61-df3a-5fcf-ad14-78ab1de46fa2',
			at: [2960, 1080],
			set: 'input',
		}),
		...ANSWER.steps,
		every('Every 15 Minutes: Send', {
			id: '6a77d92b-3830-5532-b1cd-0c9d0fc44f0d',
			at: [0, 2560],
			minutes: 15,
		}),
		sendByHand({ id: 'a556cf49-5e78-54c5-ac9b-023fa51b886a', at: [0, 2760] }),
		setFields('Settings', {
			id: '3dd80200-c5bc-51ad-bd2f-92cee72e4a7c',
			at: [240, 2660],
			fields: [
				['9e150eeb-54b2-5cce-a499-eef3a13c514a', 'queueChunkSize', 500],
				['73b70ec8-ad79-5346-82aa-bef9953b4ce9', 'cutOffAfterMinutes', 60],
			],
			alone: true,
		}),
		updateRows('Hold Refunds That Were Cut Off', REFUNDS, {
			id: '6d820610-fac3-5838-9e43-91e766199525',
			at: [520, 2480],
			where: [
				['status', 'eq', 'sending'],
				['updatedAt', 'lt', '={{ $now.minus({ minutes: $json.cutOffAfterMinutes }).toUTC().toISO() }}'],
			],
			set: {
				status: 'unclear',
				reason: 'cut-off',
				message:
					'n8n was stopped while this refund was on its way to Amazon. Look at the order in Seller Central: if it was refunded there, set status to accepted; only if not, to waiting',
			},
		}),
		getRows('Read Waiting Refunds', REFUNDS, {
			id: '7d57a476-5845-54d6-aa3a-a78d92a08347',
			at: [520, 2720],
			where: [['status', 'eq', 'waiting']],
			limit: '={{ $json.queueChunkSize }}',
			orderBy: 'id',
		}),
		updateRows('Take Them', REFUNDS, {
			id: '12498c7d-0155-5040-a5b9-89119db8360e',
			at: [760, 2720],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['status', 'eq', 'waiting'],
			],
			set: { status: 'sending', reason: '', message: '', claim: '={{ $execution.id }}' },
		}),
		getRows('Read All Refunds of These Orders', REFUNDS, {
			id: '0284ac9d-30cc-5503-bcb5-b256dba762b0',
			at: [1000, 2720],
			where: [['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}']],
		}),
		code('Sort Them', {
			id: '8e6e10d6-88fa-57e8-97f4-fa4bb51dc2cf',
			at: [1240, 2720],
			runs: 'refunds/fates',
		}),
		choose('What Becomes of It?', {
			id: 'e586906c-4c1c-5242-ab5a-5abcb36e67c8',
			at: [1480, 2720],
			cases: [
				{
					output: 'Send',
					checks: [['0465d63c-99cc-536d-a5bb-e8509c470887', '={{ $json.fate }}', 'equals', 'send']],
				},
				{
					output: 'Goes Back',
					checks: [['5bf172b7-617d-5471-a416-20fb2ef1896b', '={{ $json.fate }}', 'equals', 'back']],
				},
				{
					output: 'A Copy',
					checks: [['2ee359fe-3b63-572e-a2f7-6bef0ab579e1', '={{ $json.fate }}', 'equals', 'copy']],
				},
			],
		}),
		step('amazonOrders', 'Refund at Amazon', {
			id: 'e51f040a-f868-5d3c-aa32-c4e76689fe55',
			at: [1800, 2660],
			parameters: {
				resource: 'order',
				operation: 'refund',
				refundWhat: 'named',
				orderIdField: 'amazonOrderId',
				reason: 'CustomerReturn',
				moreFields: { reason: 'refundReason' },
				options: { includesTax: 'yes', keepFields: 'id, refund' },
			},
			credentials: AMAZON,
			onError: 'continueRegularOutput',
		}),
		updateRows('Put It Back', REFUNDS, {
			id: 'da382ac1-f8c6-5352-aa63-b8e25eaa1c61',
			at: [1800, 2860],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['claim', 'eq', '={{ $execution.id }}'],
				['status', 'eq', 'sending'],
			],
			set: {
				status: '={{ $json.status }}',
				claim: '',
				reason: '={{ $json.reason }}',
				message: '={{ $json.message }}',
			},
		}),
		deleteRows('Delete the Copy', REFUNDS, {
			id: '00b4b6ce-e174-5d54-bacd-1be4734ddee4',
			at: [1800, 3060],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['claim', 'eq', '={{ $execution.id }}'],
				['status', 'eq', 'sending'],
			],
		}),
		code('Note What Happened', {
			id: '4229a139-c207-5379-9a63-011625495264',
			at: [2040, 2660],
			runs: 'refunds/answers',
		}),
		updateRows('Write Down What Happened', REFUNDS, {
			id: 'b136dc61-aff0-5180-ad68-8c18bfad7e91',
			at: [2280, 2660],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['status', 'eq', 'sending'],
				['claim', 'eq', '={{ $execution.id }}'],
			],
			set: 'input',
		}),
		code('Write One Message', {
			id: '2ad75715-0d00-578f-9c13-1767ed154d55',
			at: [2760, 2600],
			runs: 'refunds/messages',
		}),
		yourOwnMessages({ id: '04683718-1ed1-5d17-8b50-b219bf6a0354', at: [3000, 2600] }),
		note(1, {
			id: '41ece580-0c57-562e-a305-8cf97fd2f231',
			at: [-40, -620],
			size: [600, 420],
			color: 5,
			text: [
				'## What your store gives back, Amazon gives back',
				'Each refund of an Amazon order in your store becomes a row of the table **Refunds to Amazon**; every 15 minutes what waits goes to Amazon in one feed (see below). Start with the store you have; the other two starts may be deleted.',
				'',
				'**To use it**',
				"1. Run *Amazon 1: Set Up* once. Import your orders with *Amazon 6*: then the store knows Amazon's order and line ids.",
				'2. Connect your store: see the note beside its start.',
				'3. Choose your account in *Refund at Amazon*, connect your e-mail or Slack (see below), and publish.',
				'',
				'In the store, refund **by hand** (offline): it is Amazon who pays the buyer, and only once.',
				'',
				'Successful runs are not saved: a busy store sends many messages.',
			],
		}),
		note(2, {
			id: '88961f87-3a5c-5db0-b888-c366b909969d',
			at: [620, -460],
			size: [560, 260],
			color: 7,
			text: [
				'### WooCommerce',
				"Settings > Advanced > Webhooks: add one for **Order updated**, with the **Production URL** of *Order Changed in WooCommerce*. Put its **Secret** into the credential of *Compute WooCommerce's Signature*, field **Hmac Secret**. The message only says that there are refunds, so they are read: write your store's address into **WooCommerce Settings** and choose your API key.",
				'',
				'Switch: **0** an Amazon order with refunds, **1** any other order, **2** the test call when you save a webhook, **3** a wrong signature, answered **401**.',
			],
		}),
		note(3, {
			id: '823eb632-8859-53ce-9880-12d52418b75b',
			at: [-40, 740],
			size: [660, 220],
			color: 7,
			text: [
				'### Shopify',
				"Settings > Notifications > Webhooks: add **Refund creation**, format JSON, with the **Production URL** of *Refunded in Shopify*. Put the signing secret shown there into the credential of *Compute Shopify's Signature*, field **Hmac Secret**.",
				'',
				"A refund names the order by Shopify's id only, so the order is looked up: write your shop's address into **Shopify Settings**, and choose a Header Auth credential with `X-Shopify-Access-Token` (the app needs **read_orders**).",
			],
		}),
		note(4, {
			id: 'df83b94a-6eae-5feb-afcc-d24ccd5563e0',
			at: [-40, 1500],
			size: [660, 200],
			color: 7,
			text: [
				'### Magento 2',
				"Asked every 5 minutes for the credit memos that are new. Write your store's address into **Magento Settings** and choose its access token in the two HTTP steps (the integration needs **Sales**).",
				'',
				'**overlapMinutes**: how far each run looks back before the last one. **firstLookBackHours**: how far the very first run looks back.',
			],
		}),
		noteOnProgress(5, {
			id: 'fec4db34-46c2-5524-af39-0d25b1b0d45d',
			at: [1440, 1900],
			size: [380, 180],
			what: 'credit memos',
		}),
		note(6, {
			id: '622fc95e-f26b-5033-b249-f1aa3675fd60',
			at: [2200, 1260],
			size: [660, 180],
			color: 7,
			text: [
				'### Written down once',
				"A row belongs to one refund (column **refund**), whatever the store repeats. The lines go along with their amounts if these add up to what was given back; if not, as with fees or corrections, Amazon's step shares the amount out over the lines. An order that is **cancelled** at Amazon is left out: the buyer has paid nothing (see *Amazon 9*).",
			],
		}),
		note(7, {
			id: '835bf71e-ea47-50f3-8542-caafe4662ace',
			at: [3160, 620],
			size: [480, 140],
			color: 3,
			text: [
				'### The store hears 200 when the row is written',
				'If the table cannot be written the answer is an error, so the store sends its message again. Amazon is asked later, by the lower part.',
			],
		}),
		note(8, {
			id: '516e8eb8-7c3e-5283-a21b-a216304be14e',
			at: [-40, 2300],
			size: [520, 180],
			color: 6,
			text: [
				'### Every 15 minutes: what waits is sent',
				'One feed for all, since Amazon takes few feeds.',
				'',
				'**queueChunkSize**: refunds taken in one run. **cutOffAfterMinutes**: a refund that is on its way for longer was cut off; nobody knows whether Amazon got it, so it is **unclear** and you are asked to look.',
			],
		}),
		note(9, {
			id: 'a86533f9-2f79-57a3-a8ef-3238c912ae92',
			at: [620, 2920],
			size: [800, 200],
			color: 3,
			text: [
				'### Never twice',
				"A row is taken (**sending**, with the number of this run in **claim**) before Amazon is asked. Then all refunds of the order are read: if another run is at work on it, this one waits; if another row stands for the same refund, because the store said it twice at the same moment, the copy goes. What was given back before goes along: Amazon's step gives back no more than was paid. If nobody knows whether Amazon got a refund, it is **unclear** and a person looks.",
			],
		}),
		note(10, {
			id: 'b59fc619-247e-59c9-953a-da7b5ae1a84a',
			at: [1980, 2960],
			size: [640, 220],
			color: 7,
			text: [
				'### Every refund gets its answer',
				'**submitted** Amazon has it, *Amazon 10: Order Feed Results* writes the answer. **held** for example not shipped yet, or more than was paid: **message** says why. To try it again, put the cause right and set **status** to `waiting`. **unclear** look in Seller Central first.',
				'',
				'A reason that Amazon does not know becomes *Buyer Returned the Item*, see *Refund at Amazon*; **message** says so.',
			],
		}),
		note(11, {
			id: 'bc7d3ed1-289b-54c1-adbd-86607ab36993',
			at: [2960, 2380],
			size: [360, 160],
			color: 6,
			text: [
				'### Tell somebody',
				'One message per run, with **subject** and **text**. Replace the last step by **Send Email**, **Slack** or another node and use `{{ $json.subject }}` and `{{ $json.text }}`.',
			],
		}),
	],
	wires: joined(
		WOOCOMMERCE_CALLS.wires,
		SHOPIFY_CALLS.wires,
		SHOPIFY_ORDER.wires,
		MAGENTO_CHANGES.wires,
		ANSWER.wires,
		{
			'What Did WooCommerce Send?': [
				'WooCommerce Settings',
				'Nothing for Amazon?',
				'Answer the Test Call',
				'Answer 401 (Not WooCommerce)',
			],
			'WooCommerce Settings': ['Read Its Refunds in WooCommerce'],
			'Read Its Refunds in WooCommerce': ["List WooCommerce's Refunds"],
			"List WooCommerce's Refunds": ['Nothing for Amazon?'],
			'Is It Really Shopify?': ['Shopify Settings', 'Answer 401 (Not Shopify)'],
			'Look Up the Order in Shopify': ["List Shopify's Refund"],
			"List Shopify's Refund": ['Nothing for Amazon?'],
			'Download the Credit Memos': [['List Their Orders', 'Note How Far We Got']],
			'List Their Orders': ['Look Up the Orders in Magento'],
			'Look Up the Orders in Magento': ["List Magento's Refunds"],
			"List Magento's Refunds": ['Nothing for Amazon?'],
			'Nothing for Amazon?': ['Not an Amazon Order, or No Refund', 'Find What Is New'],
			'Not an Amazon Order, or No Refund': ['Is a Store Waiting?'],
			'Find What Is New': ['Leave Out Cancelled Orders'],
			'Leave Out Cancelled Orders': ['Known Already?'],
			'Known Already?': ['Is a Store Waiting?', 'Put Into the Table'],
			'Put Into the Table': ['Is a Store Waiting?'],
			'Every 15 Minutes: Send': ['Settings'],
			'Send by Hand': ['Settings'],
			Settings: [['Hold Refunds That Were Cut Off', 'Read Waiting Refunds']],
			'Hold Refunds That Were Cut Off': ['Write One Message'],
			'Read Waiting Refunds': ['Take Them'],
			'Take Them': ['Read All Refunds of These Orders'],
			'Read All Refunds of These Orders': ['Sort Them'],
			'Sort Them': ['What Becomes of It?'],
			'What Becomes of It?': ['Refund at Amazon', 'Put It Back', 'Delete the Copy'],
			'Refund at Amazon': ['Note What Happened'],
			'Put It Back': ['Write One Message'],
			'Note What Happened': ['Write Down What Happened'],
			'Write Down What Happened': ['Write One Message'],
			'Write One Message': ['Connect Your E-Mail or Slack Here'],
		},
	),
});
