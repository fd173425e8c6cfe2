import { choose, ifAll, onlyIf } from './choices';
import { code } from './codeStep';
import { AMAZON } from './credentials';
import { nothing, setFields } from './everyday';
import { changesInMagento, lookUpOrders, noteOnProgress, noteProgress } from './parts/magento';
import { yourOwnMessages } from './parts/messages';
import { deleteCopy, packageMessage, putPackageBack, writeDownPackage } from './parts/packages';
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
import { getRows, ifNoRow, updateRows, upsertRow } from './rows';
import { note, step } from './step';
import { ORDERS, SHIPMENTS } from './tables';
import { joined, workflow } from './workflow';

const WOOCOMMERCE_CALLS = callsOfWooCommerce({
	ids: {
		'Order Changed in WooCommerce': '6d0fecd3-5a1d-50c5-8fd5-925eeeb79880',
		"Compute WooCommerce's Signature": '8c1626f3-63eb-5d76-b41f-82ff4a661686',
		'What Did WooCommerce Send?': '0211cfab-4633-524a-a0eb-388ebb03e934',
	},
	y: 0,
	path: 'amazon-shipments-woocommerce',
	webhookId: 'd925327d-f1ae-5efd-9d52-c6f02f3cd47e',
	sent: {
		outputs: 3,
		testCall: 1,
		wrongSignature: 2,
		otherwise: '0',
	},
});

const SHOPIFY_CALLS = callsOfShopify({
	ids: {
		webhook: '9dc12ebd-bd0b-5d63-9898-cb556777a43b',
		"Compute Shopify's Signature": '237eaa41-7029-587c-8e83-ea62498b0339',
		'Is It Really Shopify?': '846f2c80-5a3b-5101-99fc-21d3593b46ef',
		check: '525360ca-a7fa-5f26-b6c0-74071bc84c71',
	},
	name: 'Shipped in Shopify',
	y: 820,
	path: 'amazon-shipments-shopify',
	webhookId: '0cb95827-644a-5bbf-85eb-dc86f0343c2d',
});

const SHOPIFY_ORDER = orderInShopify({
	ids: {
		'Shopify Settings': '0096db20-6b55-52fa-b954-508fc31001c7',
		shopifyUrl: '601e2477-cc52-5655-979e-efd1754252fb',
		'Look Up the Order in Shopify': '35a30f33-5359-51ae-94cf-2455ea86811e',
	},
	y: 740,
	fields: 'sourceIdentifier tags',
});

const MAGENTO_CHANGES = changesInMagento({
	ids: {
		'Every 5 Minutes: Magento': 'f009a4cc-b602-59a1-90f1-4a1e4fb56cb9',
		'Magento Settings': '579d4e8e-11e6-5e3a-b9bd-32bf6e366a5e',
		magentoUrl: '2b0bbfa0-41e4-5eec-a9c4-a5cf7f4a551b',
		overlapMinutes: 'edec4543-69f3-5997-b107-662341053014',
		firstLookBackHours: '7f008769-6e4d-52eb-a091-9e66c202ad85',
		'Look Up How Far We Got': 'd36c2318-c501-5946-b872-a9db34013945',
		'Choose Since When': '0c5765f4-d141-5506-9061-617a1631f71b',
	},
	y: 1560,
	progress: 'magento-shipments',
	download: {
		id: '4d1581ec-172d-5de2-a280-a730602c8d38',
		name: 'Download the Shipments',
		list: 'shipments',
	},
});

const ANSWER = answerTheStore({
	ids: {
		'Is a Store Waiting?': 'fd40ebf5-8df2-5e27-b453-570ac829ca74',
		check: '5ec042e4-872e-54c0-ac11-a81871e1b6dd',
		'Answer 200 (Written Down)': '79c3c09d-44dc-57d9-ae6f-3dcceef1865d',
	},
	at: [2960, 620],
});

export const shipmentsToAmazon = workflow({
	file: 'shipments-to-amazon',
	id: 'amazonShipmentsToAmazon',
	name: 'Amazon 7: Store Shipments to Amazon',
	keepsSuccesses: false,
	steps: [
		...WOOCOMMERCE_CALLS.steps,
		code("List WooCommerce's Packages", {
			id: '0969e99d-6b20-5085-a2f9-28dcd2de9628',
			at: [760, -160],
			runs: 'shipments/wooCommercePackages',
			alwaysOutputData: true,
		}),
		answerTestCall({ id: '0097a0d8-c14c-57af-9211-99416fd1b88c', at: [760, 100] }),
		notWooCommerce({ id: '445fe633-c171-563f-bd0a-215610123592', at: [760, 300] }),
		...SHOPIFY_CALLS.steps,
		...SHOPIFY_ORDER.steps,
		code("List Shopify's Packages", {
			id: '208fb983-1073-52e6-adc6-818222420d72',
			at: [1240, 740],
			runs: 'shipments/shopifyPackage',
			alwaysOutputData: true,
		}),
		notShopify({ id: '8f57be77-b66a-56a4-85de-65a19ae244cd', at: [760, 980] }),
		...MAGENTO_CHANGES.steps,
		code('List Their Orders', {
			id: 'e7c1b2fd-9536-5d84-8bb2-9fa8e1f4b8db',
			at: [1200, 1480],
			runs: 'shipments/magentoOrderIds',
		}),
		lookUpOrders({ id: '149c14ea-9e8f-5a92-bac3-48ca2f38216b', at: [1440, 1480] }),
		code("List Magento's Packages", {
			id: '5c166422-047a-5710-a49b-e7dcb438caa5',
			at: [1680, 1480],
			runs: 'shipments/magentoPackages',
		}),
		noteProgress({
			id: 'ccbc359c-0b1a-5e01-b2cd-3a201b8a6f72',
			at: [1200, 1700],
			progress: 'magento-shipments',
		}),
		nothingForAmazon({
			id: 'b6592c9c-b5e7-5148-b4d8-320b6bddfeb8',
			at: [1960, 740],
			check: '694a034f-4dce-5104-9165-416cfa5bbb26',
		}),
		nothing('Not an Amazon Order, or Not Shipped', {
			id: '19964aae-2577-5ec5-b092-491e8ed0c446',
			at: [2240, 520],
		}),
		ifNoRow('Find What Is New', SHIPMENTS, {
			id: '59c420e0-16fa-5025-a6f8-8f9a3398ebd6',
			at: [2240, 800],
			has: {
				shipment: '={{ $json.shipment }}',
				amazonOrderId: '={{ $json.amazonOrderId }}',
				carrier: '={{ $json.carrier }}',
				trackingNumber: '={{ $json.trackingNumber }}',
				items: '={{ $json.items }}',
			},
			alwaysOutputData: true,
		}),
		ifAll('Known Already?', {
			id: '72d5e574-4924-5f1b-a1a7-0f9f6dc10a41',
			at: [2480, 800],
			checks: [['23bf7a8a-2e8e-5761-bfb8-3af3809fec31', "={{ $json.shipment ?? '' }}", 'empty']],
		}),
		upsertRow('Put Into the Table', SHIPMENTS, {
			id: '935c4039-5efb-5f26-b5c6-2b2483cc0e64',
			at: [2720, 880],
			where: [['shipment', 'eq', '={{ $json.shipment }}']],
			set: 'input',
		}),
		...ANSWER.steps,
		setFields('Settings', {
			id: '02a335c5-8619-5ab6-9167-6b5066501ca9',
			at: [2960, 960],
			fields: [['364f841d-8f51-54c1-ba16-bc2aea5b1b61', 'sendNow', true]],
		}),
		ifAll('Send Now?', {
			id: '847405fc-2f10-55c6-8079-f9d44d08f30c',
			at: [3200, 960],
			checks: [['61ac3d43-1f9b-5563-a95d-3aadd1e2635e', '={{ $json.sendNow }}', 'true']],
		}),
		updateRows('Take It', SHIPMENTS, {
			id: '3fdb00ef-2c51-5e5d-b976-7c57ffb1de72',
			at: [3440, 880],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['status', 'eq', 'waiting'],
				['claim', 'isEmpty'],
			],
			set: { claim: '={{ $execution.id }}' },
		}),
		getRows('Read All Rows of It', SHIPMENTS, {
			id: '3f94a0c9-2382-53a2-938a-4b87493d75e1',
			at: [3680, 880],
			where: [['shipment', 'eq', '={{ $json.shipment }}']],
		}),
		code('Sort Them', {
			id: 'df529c91-b504-52b1-9ebe-cd33d89db883',
			at: [3920, 880],
			runs: 'shipments/takenOne',
		}),
		choose('What Becomes of It?', {
			id: '6e45c40c-669b-54c6-b6b3-e960fe709031',
			at: [4160, 880],
			cases: [
				{
					output: 'Send',
					checks: [['d5197301-7cbe-51e3-9461-698b733084b0', '={{ $json.fate }}', 'equals', 'send']],
				},
				{
					output: 'Wait',
					checks: [['d84771f4-5f9a-5451-8ba8-85aac16eba74', '={{ $json.fate }}', 'equals', 'later']],
				},
				{
					output: 'A Copy',
					checks: [['0099096e-0672-54fb-887e-2146c595b7af', '={{ $json.fate }}', 'equals', 'copy']],
				},
			],
		}),
		step('amazonOrders', 'Confirm to Amazon', {
			id: '184bec00-84cf-5a69-abbf-1d50c4f6e327',
			at: [4480, 880],
			parameters: {
				resource: 'shipment',
				operation: 'confirm',
				orderIdField: 'amazonOrderId',
				shipmentFields: { packageReference: 'shipment' },
				options: { keepFields: 'id, shipment' },
			},
			credentials: AMAZON,
			onError: 'continueRegularOutput',
		}),
		putPackageBack({ id: '4c392448-0c50-5ead-854c-c37137a58955', at: [4480, 1080] }),
		deleteCopy({ id: '456659de-1494-599b-b37c-05f5d1693eb1', at: [4480, 1280] }),
		nothing('Left to Amazon 7b: Shipments in One Feed', {
			id: 'ed84f383-4ebf-53df-8109-727ad574add0',
			at: [3440, 1120],
		}),
		code('Note What Happened', {
			id: 'f9263bba-385c-5bb7-a4ef-bacef82fa8a5',
			at: [4720, 880],
			runs: 'shipments/confirmAnswers',
		}),
		writeDownPackage({ id: '99b259f1-cd65-572c-9b9d-77fb5f541a28', at: [4960, 880] }),
		onlyIf('Only What Amazon Has', {
			id: '99375f0d-dab3-5a65-b859-dce576150c97',
			at: [5200, 760],
			checks: [
				['3dcd9add-09ff-5f86-9acd-cc123f2ced6a', '={{ $json.status }}', 'regex', '^(confirmed|done)$'],
			],
		}),
		updateRows('Mark the Order as Shipped', ORDERS, {
			id: '451bd1cd-1545-5371-8abf-5bb792e1b0eb',
			at: [5440, 760],
			where: [['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}']],
			set: { shipped: 'yes' },
		}),
		packageMessage({ id: '25e23ba0-9e98-5ce1-b013-44d276389e9b', at: [5200, 1000] }),
		yourOwnMessages({ id: '2a4fd7ea-daec-5569-a7f3-05d6b63a6d1f', at: [5440, 1000] }),
		note(1, {
			id: '2fcd11b5-fbdd-5ce8-9d06-302658afbe99',
			at: [-40, -560],
			size: [600, 360],
			color: 5,
			text: [
				'## What your store ships, Amazon hears',
				'Each package of an Amazon order that leaves your store becomes a row of the table **Shipments to Amazon** and is confirmed to Amazon at once, with its carrier, tracking number and lines. Start with the store you have; the other two starts may be deleted.',
				'',
				'**To use it**',
				"1. Run *Amazon 1: Set Up* once. Import your orders with *Amazon 6*: then the store knows Amazon's order and line ids.",
				'2. Connect your store: see the note beside its start.',
				'3. Choose your account in *Confirm to Amazon*, connect your e-mail or Slack (see right), and publish.',
				'',
				'To send a package again, set its **status** to `waiting` in the table.',
				'',
				'Successful runs are not saved: a busy store sends many messages.',
			],
		}),
		note(2, {
			id: '3190bcd4-c64e-5dff-bb28-0a4018d9ad01',
			at: [620, -520],
			size: [520, 320],
			color: 7,
			text: [
				'### WooCommerce',
				"Settings > Advanced > Webhooks: add one for **Order updated**, with the **Production URL** of *Order Changed in WooCommerce*. Put its **Secret** into the credential of *Compute WooCommerce's Signature*, field **Hmac Secret**.",
				'',
				'Taken over are **completed** orders, with tracking numbers as the plugin **Shipment Tracking** keeps them. Completed without one, an order is **held** and you are told; it goes out once the number is there. The plugin does not say what is in a parcel: the first one takes all that is left of the order.',
				'',
				'Switch: **0** an order, **1** the test call when you save a webhook, **2** a wrong signature, answered **401**.',
			],
		}),
		note(3, {
			id: '3d4cfa74-3397-58ee-b274-3648990d8bb4',
			at: [-40, 520],
			size: [660, 240],
			color: 7,
			text: [
				'### Shopify',
				"Settings > Notifications > Webhooks: add **Fulfillment creation** and **Fulfillment update**, format JSON, with the **Production URL** of *Shipped in Shopify*. Put the signing secret shown there into the credential of *Compute Shopify's Signature*, field **Hmac Secret**.",
				'',
				"A fulfilment names the order by Shopify's id only, so the order is looked up: write your shop's address into **Shopify Settings**, and choose a Header Auth credential with `X-Shopify-Access-Token` (the app needs **read_orders**).",
			],
		}),
		note(4, {
			id: '27feab76-94bb-58c9-a73e-a038d7dcea3f',
			at: [-40, 1300],
			size: [660, 200],
			color: 7,
			text: [
				'### Magento 2',
				"Asked every 5 minutes for the shipments that are new or changed. Write your store's address into **Magento Settings** and choose its access token in the two HTTP steps (the integration needs **Sales**).",
				'',
				'**overlapMinutes**: how far each run looks back before the last one. **firstLookBackHours**: how far the very first run looks back.',
			],
		}),
		noteOnProgress(5, {
			id: '0c236a8c-31f4-5b9c-bfb7-155502c73a9c',
			at: [1440, 1700],
			size: [380, 180],
			what: 'shipments',
		}),
		note(6, {
			id: '8ca3eeea-4906-5044-8d5f-ef59426ae424',
			at: [2200, 1060],
			size: [660, 160],
			color: 7,
			text: [
				'### Written down once',
				'A row belongs to one package (column **shipment**), whatever the store repeats. Only a package that is **new**, or whose carrier, tracking number or lines **changed**, is written and sent. A corrected tracking number goes out with the same package number, so it replaces the wrong one at Amazon.',
			],
		}),
		note(7, {
			id: '6878ad73-2f93-5ac5-ac6f-97c61912647a',
			at: [2920, 420],
			size: [480, 140],
			color: 3,
			text: [
				'### The store hears 200 when the row is written',
				'Keep this branch **above** *Settings*: the store is answered before Amazon is asked, and if the table cannot be written the answer is an error, so the store sends its message again.',
			],
		}),
		note(8, {
			id: '83cbe2ac-65e8-5bf4-a512-ee5cc7123832',
			at: [2920, 1280],
			size: [660, 160],
			color: 6,
			text: [
				'### Your settings',
				'**sendNow** on: each package is confirmed at once, two a second. Off: packages wait in the table, and *Amazon 7b: Shipments in One Feed* sends them together. Switch it off for hundreds of packages an hour, and keep 7b published in any case: it also sends what could not be sent here.',
			],
		}),
		note(9, {
			id: '50727dbe-b8eb-5330-ac8f-cbe6f22ccc25',
			at: [4660, 1080],
			size: [460, 240],
			color: 7,
			text: [
				'### Every package gets its answer',
				'**confirmed** Amazon took it. **done** Amazon had it already. **held** something is missing, **rejected** Amazon refused it: **message** says why. **waiting** with `not-sent`: Amazon could not be reached; 7b tries again.',
			],
		}),
		note(10, {
			id: '86cff37b-f077-50ea-b677-c318ab536944',
			at: [5400, 1180],
			size: [360, 160],
			color: 6,
			text: [
				'### Tell somebody',
				'One message per run, with **subject** and **text**. Replace the last step by **Send Email**, **Slack** or another node and use `{{ $json.subject }}` and `{{ $json.text }}`.',
			],
		}),
		note(11, {
			id: '0cd2be42-4d29-512a-a7ac-0a5c80d6dbd9',
			at: [3600, 640],
			size: [560, 160],
			text: [
				'### One run at a time',
				'A row is taken by writing the number of this run into **claim**; then all rows of the package are read. If another run is at work on it, this one waits for 7b; a second row that says the same goes.',
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
				"List WooCommerce's Packages",
				'Answer the Test Call',
				'Answer 401 (Not WooCommerce)',
			],
			"List WooCommerce's Packages": ['Nothing for Amazon?'],
			'Is It Really Shopify?': ['Shopify Settings', 'Answer 401 (Not Shopify)'],
			'Look Up the Order in Shopify': ["List Shopify's Packages"],
			"List Shopify's Packages": ['Nothing for Amazon?'],
			'Download the Shipments': [['List Their Orders', 'Note How Far We Got']],
			'List Their Orders': ['Look Up the Orders in Magento'],
			'Look Up the Orders in Magento': ["List Magento's Packages"],
			"List Magento's Packages": ['Nothing for Amazon?'],
			'Nothing for Amazon?': ['Not an Amazon Order, or Not Shipped', 'Find What Is New'],
			'Not an Amazon Order, or Not Shipped': ['Is a Store Waiting?'],
			'Find What Is New': ['Known Already?'],
			'Known Already?': ['Is a Store Waiting?', 'Put Into the Table'],
			'Put Into the Table': [['Is a Store Waiting?', 'Settings']],
			Settings: ['Send Now?'],
			'Send Now?': ['Take It', 'Left to Amazon 7b: Shipments in One Feed'],
			'Take It': ['Read All Rows of It'],
			'Read All Rows of It': ['Sort Them'],
			'Sort Them': ['What Becomes of It?'],
			'What Becomes of It?': ['Confirm to Amazon', 'Put It Back', 'Delete the Copy'],
			'Confirm to Amazon': ['Note What Happened'],
			'Note What Happened': ['Write Down What Happened'],
			'Write Down What Happened': [['Only What Amazon Has', 'Write One Message']],
			'Only What Amazon Has': ['Mark the Order as Shipped'],
			'Write One Message': ['Connect Your E-Mail or Slack Here'],
		},
	),
});
