import { choose, chooseByNumber, ifAll } from './choices';
import { code } from './codeStep';
import { AMAZON, MAGENTO, ORDER_WEBHOOK, SHOPIFY, WOOCOMMERCE } from './credentials';
import { every, nothing, setFields } from './everyday';
import { changesInMagento, noteOnProgress, noteProgress } from './parts/magento';
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
} from './parts/storeWebhooks';
import { getRows, updateRows } from './rows';
import { note, step } from './step';
import {
	ASK_AGAIN,
	BEARER_TOKEN,
	HEADER_TOKEN,
	TELLING,
	WOOCOMMERCE_KEY,
	jsonBody,
	query,
} from './storeCalls';
import { ORDERS } from './tables';
import { joined, workflow } from './workflow';

const WOOCOMMERCE_CALLS = callsOfWooCommerce({
	ids: {
		'Order Changed in WooCommerce': '7eda9fa1-0f23-5f51-9970-bf57258d5573',
		"Compute WooCommerce's Signature": '8ff7fb5d-5da4-5447-bf2e-4136d38f63d3',
		'What Did WooCommerce Send?': '1f441637-431e-50fa-910c-506b6cbf7154',
	},
	y: 1240,
	path: 'amazon-cancellations-woocommerce',
	webhookId: '7601515a-edb5-59bc-96ef-54f62582bc2e',
	sent: {
		outputs: 4,
		testCall: 2,
		wrongSignature: 3,
		otherwise:
			"$json.body.status === 'cancelled' && $json.body.meta_data?.some(({ key }) => key === '_amazon_order_id') ? 0 : 1",
	},
});

const SHOPIFY_CALLS = callsOfShopify({
	ids: {
		webhook: 'dd20f00b-377a-5a4a-b039-27c6c79e9cc8',
		"Compute Shopify's Signature": '1e8d4902-670c-522a-99da-7902e5473c5c',
		'Is It Really Shopify?': '2d04cd5a-c7c8-5b76-b210-76035a2de7c5',
		check: '5a31c45e-fc5e-5d79-a443-4b91982dfa16',
	},
	name: 'Cancelled in the Shopify Admin',
	y: 2200,
	path: 'amazon-cancellations-shopify',
	webhookId: '0949cc37-6c12-5527-91a4-e4960f9a9126',
});

const MAGENTO_CHANGES = changesInMagento({
	ids: {
		'Every 5 Minutes: Magento': '8a52b353-a5f5-50a3-bff8-66eaebb0c517',
		'Magento Settings': 'c58abe9f-1168-5986-bdf2-969f660ad492',
		magentoUrl: '246f3895-bd95-58f2-bd3a-1d5d25e592f8',
		overlapMinutes: '6cdc9830-2654-5dc2-afed-a4428356c06f',
		firstLookBackHours: 'c23d5460-06d2-5f56-926d-289b3892e434',
		'Look Up How Far We Got': '862d486d-c884-5ab6-bfb6-12047e7f816a',
		'Choose Since When': '79e95250-4d0e-56b1-9cc6-57271ea8a201',
	},
	y: 2880,
	progress: 'magento-cancellations',
	download: {
		id: '2dfe4209-7351-5c87-9926-68257a956fed',
		name: 'Download Cancelled Orders',
		list: 'orders',
		state: 'canceled',
		fields: 'items[entity_id,ext_order_id],search_criteria,total_count',
	},
});

const ANSWER = answerTheStore({
	ids: {
		'Is a Store Waiting?': '8b0972a4-8e28-507c-b709-7bc66b86ad59',
		check: '2c6d40a4-e211-5984-b967-5393ed25af6f',
		'Answer 200 (Written Down)': 'e119adb4-de7a-5138-8787-9ecac1327914',
	},
	at: [2040, 2040],
});

export const cancellations = workflow({
	file: 'cancellations',
	id: 'amazonCancellations',
	name: 'Amazon 9: Cancellations Both Ways',
	keepsSuccesses: false,
	steps: [
		step('amazonTrigger', 'When an Order Is Cancelled at Amazon', {
			id: '07f4d905-5559-5005-bb6a-2f353f6cdbae',
			at: [0, 0],
			parameters: {
				pollTimes: { item: [{ mode: 'everyX', value: 15, unit: 'minutes' }] },
				event: 'orderCancelled',
				buyerRequests: true,
				orderLookBackHours: 24,
			},
			credentials: AMAZON,
		}),
		ifAll('Cancelled, or Only Asked For?', {
			id: 'dc024a52-cd23-5dc7-86fd-5ffe2f516b90',
			at: [240, 0],
			checks: [['caa8e14d-c088-5352-a9e8-284d564e672b', '={{ $json.status }}', 'equals', 'CANCELLED']],
		}),
		getRows('Find Its Row', ORDERS, {
			id: 'a2631868-1ccd-5062-afb4-2981657a9533',
			at: [520, -120],
			where: [['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}']],
			limit: 1,
		}),
		chooseByNumber('What Is to Do?', {
			id: '94e9e24d-8619-59c8-889f-fc8678a69c2f',
			at: [760, -120],
			outputs: 4,
			number:
				"={{ $json.status === 'cancelled' ? 2 : $json.status === 'importing' ? 3 : !$json.storeOrderId || ['submitted', 'yes'].includes($json.cancellation) || ($json.reason ?? '').startsWith('store-cancelled') ? 1 : 0 }}",
		}),
		updateRows('Write Down: Cancelled at Amazon', ORDERS, {
			id: '8d5634f0-62da-5777-aa61-79b5ee473471',
			at: [1040, -420],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['status', 'neq', 'cancelled'],
			],
			set: {
				status: 'cancelled',
				amazonStatus: 'CANCELLED',
				cancellation: "={{ $json.cancellation ? 'yes' : '' }}",
				reason: 'cancelling',
				message: 'Cancelled at Amazon; the store is told now',
				claim: '={{ $execution.id }}',
			},
		}),
		updateRows('Write Down: Nothing to Do in the Store', ORDERS, {
			id: '7c5ec353-c946-5a54-bc80-0210c3ad0c34',
			at: [1040, -240],
			where: [['id', 'eq', '={{ $json.id }}']],
			set: {
				status: 'cancelled',
				amazonStatus: 'CANCELLED',
				cancellation: "={{ $json.cancellation ? 'yes' : '' }}",
				reason: '',
				message: 'Cancelled at Amazon',
			},
		}),
		every('Every Hour: What Is Left', {
			id: '7314a146-1909-59e5-a517-d557bee71ed1',
			at: [620, -640],
			minuteOfHour: 22,
		}),
		getRows('Read What Stores Were Not Told', ORDERS, {
			id: 'fb5ba843-f638-5796-83fd-55e686beb5e5',
			at: [830, -640],
			where: [
				['status', 'eq', 'cancelled'],
				['reason', 'eq', 'cancelling'],
			],
			limit: 500,
			orderBy: 'id',
		}),
		updateRows('Take Over What Is Left', ORDERS, {
			id: '40b0dc59-f773-5a04-8a2f-db9433b589f5',
			at: [1040, -640],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['reason', 'eq', 'cancelling'],
				['claim', 'isEmpty'],
			],
			set: { claim: '={{ $execution.id }}' },
		}),
		setFields('Settings', {
			id: '353614ed-cfd0-5afd-a96d-491ba383eb1d',
			at: [1320, -420],
			fields: [
				['02728468-6b81-564a-a54a-465612c5913e', 'wooCommerceUrl', 'http://127.0.0.1:8099'],
				['6b9bab3a-2666-5c56-974f-96f216c5d59e', 'magentoUrl', 'http://127.0.0.1:8099'],
				['8a33dadc-08c7-5f0b-b7b0-9714eb64d0ca', 'shopifyUrl', 'http://127.0.0.1:8099'],
				['c9d41a13-9e23-57d3-964e-bff0ad2c4f2e', 'otherStoreUrl', 'http://127.0.0.1:8099'],
			],
		}),
		choose('Which Store?', {
			id: '65a34728-eddb-519f-b69e-1beb75e3ccca',
			at: [1560, -420],
			cases: [
				{
					output: 'WooCommerce',
					checks: [['e222cbb5-817a-5936-b863-a2e26dc90ea2', '={{ $json.store }}', 'equals', 'woocommerce']],
				},
				{
					output: 'Magento',
					checks: [['2edf1ccc-e362-5e8e-8c9f-576d181b3633', '={{ $json.store }}', 'equals', 'magento']],
				},
				{
					output: 'Shopify',
					checks: [['42494d26-ef24-55f2-8dc1-7a0a9f06246d', '={{ $json.store }}', 'equals', 'shopify']],
				},
			],
			otherwise: 'Any Other',
		}),
		step('httpRequest', 'Read It in WooCommerce', {
			id: 'e6bbceee-1690-5806-8b55-88868e366f97',
			at: [1840, -860],
			parameters: {
				method: 'GET',
				url: '={{ $json.wooCommerceUrl }}/wp-json/wc/v3/orders/{{ $json.storeOrderId }}',
				...WOOCOMMERCE_KEY,
				...query({ _fields: 'id,status' }),
				options: TELLING,
			},
			credentials: WOOCOMMERCE,
			...ASK_AGAIN,
			onError: 'continueRegularOutput',
		}),
		ifAll('Can It Be Cancelled?', {
			id: '61e3e6fa-2802-5e41-83ba-36a3767bbe94',
			at: [2080, -860],
			checks: [
				[
					'0147e0e3-771d-51d8-a059-5ebd5877cd09',
					"={{ $json.statusCode === 200 && !['completed', 'cancelled', 'refunded'].includes($json.body.status) }}",
					'true',
				],
			],
		}),
		step('httpRequest', 'Cancel in WooCommerce', {
			id: '2795be3e-3c6e-5e00-8246-3ebf4b813ab8',
			at: [2320, -960],
			parameters: {
				method: 'PUT',
				url: "={{ $('Settings').item.json.wooCommerceUrl }}/wp-json/wc/v3/orders/{{ $('Settings').item.json.storeOrderId }}",
				...WOOCOMMERCE_KEY,
				...jsonBody('={{ JSON.stringify({ status: "cancelled" }) }}'),
				options: TELLING,
			},
			credentials: WOOCOMMERCE,
			...ASK_AGAIN,
			onError: 'continueRegularOutput',
		}),
		step('httpRequest', 'Read It in Magento', {
			id: '64122380-d334-5712-a63b-ce576b30f07c',
			at: [1840, -560],
			parameters: {
				method: 'GET',
				url: '={{ $json.magentoUrl }}/rest/V1/orders/{{ $json.storeOrderId }}',
				...BEARER_TOKEN,
				options: TELLING,
			},
			credentials: MAGENTO,
			...ASK_AGAIN,
			onError: 'continueRegularOutput',
		}),
		chooseByNumber('Invoiced or Shipped There?', {
			id: '103c735a-dfca-5635-9298-2763a7fbe2be',
			at: [2080, -560],
			outputs: 3,
			number:
				"={{ $json.statusCode !== 200 || ['canceled', 'closed', 'complete'].includes($json.body.state) || $json.body.items.some(({ qty_shipped: shipped }) => shipped > 0) ? 0 : $json.body.items.some(({ qty_invoiced: invoiced }) => invoiced > 0) ? 2 : 1 }}",
		}),
		step('httpRequest', 'Cancel in Magento', {
			id: '0410114c-726a-5c08-adb7-03e2c99cb4da',
			at: [2320, -530],
			parameters: {
				method: 'POST',
				url: "={{ $('Settings').item.json.magentoUrl }}/rest/V1/orders/{{ $('Settings').item.json.storeOrderId }}/cancel",
				...BEARER_TOKEN,
				options: TELLING,
			},
			credentials: MAGENTO,
			...ASK_AGAIN,
			onError: 'continueRegularOutput',
		}),
		step('httpRequest', 'Make a Credit Memo in Magento', {
			id: '9ff077d3-e64a-5403-8626-2e53cf8ecc12',
			at: [2320, -350],
			parameters: {
				method: 'POST',
				url: "={{ $('Settings').item.json.magentoUrl }}/rest/V1/order/{{ $('Settings').item.json.storeOrderId }}/refund",
				...BEARER_TOKEN,
				...jsonBody('={{ JSON.stringify({ notify: false }) }}'),
				options: TELLING,
			},
			credentials: MAGENTO,
			onError: 'continueRegularOutput',
		}),
		step('httpRequest', 'Cancel in Shopify', {
			id: '3a0ee6d0-42c5-5c9c-902a-7107e09518f9',
			at: [2320, -150],
			parameters: {
				method: 'POST',
				url: '={{ $json.shopifyUrl }}/admin/api/2026-10/graphql.json',
				...HEADER_TOKEN,
				...jsonBody(
					"={{ JSON.stringify({ query: 'mutation CancelOrder($orderId: ID!, $reason: OrderCancelReason!, $restock: Boolean!, $refundMethod: OrderCancelRefundMethodInput, $notifyCustomer: Boolean) { orderCancel(orderId: $orderId, reason: $reason, restock: $restock, refundMethod: $refundMethod, notifyCustomer: $notifyCustomer) { job { id } orderCancelUserErrors { message } } }', variables: { orderId: $json.storeOrderId.replace(/^(?=\\d+$)/, 'gid://shopify/Order/'), reason: 'OTHER', restock: $json.channel !== 'AFN', refundMethod: { originalPaymentMethodsRefund: true }, notifyCustomer: false } }) }}",
				),
				options: TELLING,
			},
			credentials: SHOPIFY,
			...ASK_AGAIN,
			onError: 'continueRegularOutput',
		}),
		step('httpRequest', 'Cancel in Any Other Store', {
			id: '9883d8e9-d9d0-5726-9116-9e5fdb92695a',
			at: [2320, 30],
			parameters: {
				method: 'DELETE',
				url: '={{ $json.otherStoreUrl }}/webhook/orders/{{ $json.storeOrderId }}',
				...HEADER_TOKEN,
				options: TELLING,
			},
			credentials: ORDER_WEBHOOK,
			...ASK_AGAIN,
			onError: 'continueRegularOutput',
		}),
		code('What Did the Store Say?', {
			id: '407fdb6f-548e-524a-8e10-6b3ec8dedc59',
			at: [2600, -640],
			runs: 'cancellations/storeSaid',
		}),
		updateRows('Write Down What the Store Said', ORDERS, {
			id: 'e3e84ad0-3861-5d67-afb7-1dae24eccd1d',
			at: [2840, -640],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['status', 'eq', 'cancelled'],
				['claim', 'eq', '={{ $execution.id }}'],
			],
			set: 'input',
		}),
		updateRows('Write Down: The Buyer Asks', ORDERS, {
			id: '3e894139-157d-5a49-8c08-64c318a30dc9',
			at: [520, 200],
			where: [
				['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}'],
				['status', 'eq', 'imported'],
				['cancellation', 'isEmpty'],
			],
			set: {
				cancellation: 'asked',
				reason: 'buyer-asked',
				message:
					"={{ ['The buyer asks to cancel', ...new Set($json.lines.map(({ cancelRequest }) => cancelRequest).filter(Boolean))].join(': ') + '. Cancel the order in your store, or ship it' }}",
			},
		}),
		code('Write One Message', {
			id: 'd9b9a818-71c8-501a-a8e8-c637e4a87595',
			at: [3800, 900],
			runs: 'cancellations/messages',
		}),
		yourOwnMessages({ id: '0cddc1f4-0570-52c6-a0ca-159f2295fc42', at: [4040, 900] }),
		...WOOCOMMERCE_CALLS.steps,
		setFields('Cancelled in WooCommerce', {
			id: '51bfa24f-58fc-5c3c-9d9c-109982a5bc52',
			at: [760, 1080],
			fields: [
				[
					'd4a3c5ee-b68c-5219-aec1-54cefc5fec1c',
					'amazonOrderId',
					"={{ $json.body.meta_data.find(({ key }) => key === '_amazon_order_id').value }}",
				],
				['b3cecb6f-e9eb-56a9-868c-f1cf152bd638', 'storeReason', ''],
			],
			alone: true,
		}),
		answerTestCall({ id: '420f6912-ad00-5c54-abc4-720999ac7f16', at: [760, 1480] }),
		notWooCommerce({ id: '910b0b05-a96d-5280-92c7-bc3f9c00a1d6', at: [760, 1660] }),
		...SHOPIFY_CALLS.steps,
		setFields('Cancelled in Shopify', {
			id: 'a15e357e-2f91-5ade-8612-ef0c1d195396',
			at: [760, 2120],
			fields: [
				[
					'2284c672-c93f-5ad3-9fb0-795d15f9724b',
					'amazonOrderId',
					"={{ [$json.body.source_identifier, ...($json.body.tags ?? '').split(',')].map((id) => String(id ?? '').trim()).find((id) => /^[A-Z0-9]{3}-\\d{7}-\\d{7}$/i.test(id)) ?? '' }}",
				],
				['85239fe3-ae69-5523-b3c0-47bd2a321881', 'storeReason', "={{ $json.body.cancel_reason ?? '' }}"],
			],
			alone: true,
		}),
		notShopify({ id: '16f92951-657f-5d38-888a-2db3ebd8e82c', at: [760, 2320] }),
		...MAGENTO_CHANGES.steps,
		code("List Magento's Cancellations", {
			id: 'ea9e24ff-1251-5610-b774-96b059908298',
			at: [1200, 2800],
			runs: 'cancellations/magentoCancellations',
		}),
		noteProgress({
			id: '0730204a-d9c4-57e7-b0bf-06bb30f07db4',
			at: [1200, 3020],
			progress: 'magento-cancellations',
		}),
		nothingForAmazon({
			id: 'fb53d9b1-ba77-51b2-b594-1253b9af5fd5',
			at: [1480, 2120],
			check: '831fa312-67dc-5675-8ada-8d0c8b9e2ae1',
		}),
		nothing('Not an Amazon Order, or Not Cancelled', {
			id: '969b6251-36b4-5d5a-a9bb-e1e82a3fc2df',
			at: [1760, 1920],
		}),
		updateRows('Ask for the Cancellation', ORDERS, {
			id: '1f4b3669-538c-5331-ac6a-2c18bf394c57',
			at: [1760, 2200],
			where: [
				['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}'],
				['status', 'eq', 'imported'],
				['cancellation', 'neq', 'submitted'],
				['cancellation', 'neq', 'yes'],
				['cancellation', 'neq', 'rejected'],
			],
			set: {
				cancellation: 'asked',
				reason: "={{ ['store-cancelled', $json.storeReason].filter(Boolean).join(': ') }}",
				message: 'Cancelled in the store; Amazon is asked within 5 minutes',
			},
			alwaysOutputData: true,
		}),
		...ANSWER.steps,
		every('Every 5 Minutes: Send', { id: 'd8c76772-d456-5957-8739-ebb234daa4de', at: [0, 3380], minutes: 5 }),
		sendByHand({ id: '7f3539e8-b85c-5cb8-99dd-ce2c48b21e6e', at: [0, 3580] }),
		updateRows('Free What Was Cut Off', ORDERS, {
			id: '5e0fdd07-8580-51d5-b3ff-513e68144a67',
			at: [240, 3280],
			where: [
				['claim', 'isNotEmpty'],
				['status', 'neq', 'importing'],
				['updatedAt', 'lt', '={{ $now.minus({ minutes: 30 }).toUTC().toISO() }}'],
			],
			set: { claim: '' },
		}),
		getRows('Read What Is Asked For', ORDERS, {
			id: '6f46fa2c-fd3a-5843-b3f4-76efeb9c7ba5',
			at: [240, 3480],
			where: [
				['cancellation', 'eq', 'asked'],
				['reason', 'like', 'store-cancelled%'],
				['status', 'neq', 'cancelled'],
			],
			limit: 500,
			orderBy: 'id',
		}),
		updateRows('Take Them', ORDERS, {
			id: 'c07b72e7-82ab-5064-8bd7-bfcb72db81a4',
			at: [480, 3480],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['cancellation', 'eq', 'asked'],
				['claim', 'isEmpty'],
			],
			set: { claim: '={{ $execution.id }}' },
		}),
		setFields('Name the Reason', {
			id: '728b548e-7cba-5087-bdb7-78d5d8d229ac',
			at: [720, 3480],
			fields: [
				['0dbdb29f-0e4a-56ac-96d7-382d34123e1d', 'cancelReason', "={{ $json.reason.split(': ')[1] ?? '' }}"],
			],
		}),
		step('amazonOrders', 'Cancel at Amazon', {
			id: '8126914d-16c4-5300-b44f-adcd3e6dd194',
			at: [960, 3480],
			parameters: {
				resource: 'order',
				operation: 'cancel',
				orderIdField: 'amazonOrderId',
				reason: 'GeneralAdjustment',
				moreFields: { reason: 'cancelReason' },
				options: { keepFields: 'id' },
			},
			credentials: AMAZON,
			onError: 'continueRegularOutput',
		}),
		code('Note What Happened', {
			id: 'a345550e-d4fa-59bc-a213-7c77e84b9b97',
			at: [1200, 3480],
			runs: 'cancellations/answers',
		}),
		updateRows('Write Down What Happened', ORDERS, {
			id: 'ef702da9-2178-5063-a3b8-d6efccdd5915',
			at: [1440, 3480],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['cancellation', 'eq', 'asked'],
				['claim', 'eq', '={{ $execution.id }}'],
			],
			set: 'input',
		}),
		note(1, {
			id: '2a7ec034-b9e2-5043-9994-0daf58f35c0b',
			at: [-40, -720],
			size: [640, 380],
			color: 5,
			text: [
				'## Cancelled there, cancelled here',
				'An order that is cancelled at Amazon is cancelled in your store, and the other way round. The table **Amazon Orders** knows who has cancelled what, so the news does not go in circles.',
				'',
				'**To use it**',
				'1. Import your orders with *Amazon 6*: only orders in the table **Amazon Orders** are looked at.',
				"2. Write your store's address into **Settings** and choose its credential in the step that cancels there.",
				'3. For the other direction connect your store: see the notes beside its start. Starts of stores that you do not have may be deleted.',
				'4. Choose your account in the Amazon trigger and in *Cancel at Amazon*, connect your e-mail or Slack (see right), and publish.',
				'',
				'Successful runs are not saved: a busy store sends many messages.',
			],
		}),
		note(2, {
			id: '27cbccd4-d5d5-5675-bff7-e72983c1d610',
			at: [-40, 400],
			size: [520, 260],
			color: 7,
			text: [
				'### Amazon to store',
				'Asked every 15 minutes: Amazon gives 20 pages of orders an hour, and the import of orders needs most of them.',
				'',
				'**The buyer only asks**: nothing is cancelled; you get a message, and cancel in your store or ship.',
				'',
				"*What Is to Do?* looks at the order's row: **0** the store does not know yet, **1** the store cancelled it itself or never had it, **2** it is done, **3** it is being imported just now: you get a message.",
			],
		}),
		note(3, {
			id: 'deff0ba6-85c0-5cdd-a4ba-87b863188aca',
			at: [1240, -780],
			size: [380, 240],
			color: 7,
			text: [
				'### Told until it is done',
				"The row says **cancelled** before the store is told, so the store's own message about it goes no further. While **reason** is `cancelling` the store has not answered; such rows are tried again every hour. A run writes its number into **claim** while it is at work on a row; no other touches it.",
			],
		}),
		note(4, {
			id: 'c999d85e-fa7e-5a8c-8751-e225d9b21c89',
			at: [3000, -940],
			size: [480, 240],
			color: 3,
			text: [
				'### Shipped already?',
				'What the store has completed or shipped stays as it is: the row says `not-cancelled-in-store`, and you get a message.',
				'',
				'Magento does not cancel what is **invoiced**: such an order gets a credit memo instead.',
				'',
				'Orders of **any other store** are deleted at the address in *Cancel in Any Other Store*; change it to what your store understands.',
			],
		}),
		note(5, {
			id: '0b3ae1b8-efa5-55e6-8a58-ebd4855afb5e',
			at: [620, 840],
			size: [640, 180],
			color: 7,
			text: [
				'### WooCommerce to Amazon',
				"Settings > Advanced > Webhooks: add one for **Order updated**, with the **Production URL** of *Order Changed in WooCommerce*, and put its **Secret** into the credential of *Compute WooCommerce's Signature*.",
				'Switch: **0** a cancelled Amazon order, **1** any other, **2** the test call, **3** a wrong signature, answered **401**.',
			],
		}),
		note(6, {
			id: '4a194a8b-b9db-5b05-a9f1-409ad9730b30',
			at: [-40, 2000],
			size: [640, 140],
			color: 7,
			text: [
				'### Shopify to Amazon',
				"Settings > Notifications > Webhooks: add **Order cancellation**, format JSON, with the **Production URL** of *Cancelled in the Shopify Admin*, and put the signing secret shown there into the credential of *Compute Shopify's Signature*.",
			],
		}),
		note(7, {
			id: '76a6b2ae-ced8-5ad2-9484-8fc7222c8ef1',
			at: [-40, 2680],
			size: [640, 140],
			color: 7,
			text: [
				'### Magento 2 to Amazon',
				"Asked every 5 minutes for orders that were cancelled. Write your store's address into **Magento Settings** and choose its access token (the integration needs **Sales**). **overlapMinutes**: how far each run looks back before the last one.",
			],
		}),
		noteOnProgress(8, {
			id: '25d40ecb-2d07-54e3-8ee4-788adb971bee',
			at: [1440, 2980],
			size: [420, 140],
			what: 'orders',
		}),
		note(9, {
			id: 'ab012fc5-c30d-578d-842b-9ff98b3ac8d0',
			at: [1720, 2420],
			size: [560, 160],
			color: 7,
			text: [
				'### Asked once',
				'Only an order that is **imported** and neither cancelled nor asked for goes on: a cancellation that came from Amazon ends here. The store hears **200** when the row is written; Amazon is asked by the lowest part, every 5 minutes, in one feed.',
			],
		}),
		note(10, {
			id: '0ca0ea05-83e2-5802-aabf-ecf18b32daf4',
			at: [-40, 3740],
			size: [640, 200],
			color: 7,
			text: [
				'### Store to Amazon: asked every 5 minutes',
				'**submitted** Amazon has been asked, *Amazon 10: Order Feed Results* writes the answer. **rejected** it cannot be cancelled any more, for example because it is shipped: you get a message. What Amazon already has as cancelled is simply noted.',
				'',
				'A run takes its rows first (**claim**), so Amazon is asked once; what a run has had for half an hour was cut off and is free again.',
			],
		}),
		note(11, {
			id: 'd5e46e92-24fb-532f-9848-2f6d6afb610f',
			at: [900, 3740],
			size: [560, 160],
			color: 6,
			text: [
				'### The reason',
				"Shopify's reason is passed on, and a buyer's own wish counts as such. Everything else becomes the **Reason** of *Cancel at Amazon*: choose *Out of Stock* there if that is why you cancel. Amazon counts it in your performance.",
			],
		}),
		note(12, {
			id: 'f168368e-b20d-5e8c-8ed7-151e7a61f7cd',
			at: [3800, 680],
			size: [400, 160],
			color: 6,
			text: [
				'### Tell somebody',
				'One message for each kind, with **subject** and **text**. Replace the last step by **Send Email**, **Slack** or another node and use `{{ $json.subject }}` and `{{ $json.text }}`.',
			],
		}),
	],
	wires: joined(WOOCOMMERCE_CALLS.wires, SHOPIFY_CALLS.wires, MAGENTO_CHANGES.wires, ANSWER.wires, {
		'When an Order Is Cancelled at Amazon': ['Cancelled, or Only Asked For?'],
		'Cancelled, or Only Asked For?': ['Find Its Row', 'Write Down: The Buyer Asks'],
		'Find Its Row': ['What Is to Do?'],
		'What Is to Do?': [
			'Write Down: Cancelled at Amazon',
			'Write Down: Nothing to Do in the Store',
			[],
			'Write One Message',
		],
		'Write Down: Cancelled at Amazon': ['Settings'],
		'Every Hour: What Is Left': ['Read What Stores Were Not Told'],
		'Read What Stores Were Not Told': ['Take Over What Is Left'],
		'Take Over What Is Left': ['Settings'],
		Settings: ['Which Store?'],
		'Which Store?': [
			'Read It in WooCommerce',
			'Read It in Magento',
			'Cancel in Shopify',
			'Cancel in Any Other Store',
		],
		'Read It in WooCommerce': ['Can It Be Cancelled?'],
		'Can It Be Cancelled?': ['Cancel in WooCommerce', 'What Did the Store Say?'],
		'Cancel in WooCommerce': ['What Did the Store Say?'],
		'Read It in Magento': ['Invoiced or Shipped There?'],
		'Invoiced or Shipped There?': [
			'What Did the Store Say?',
			'Cancel in Magento',
			'Make a Credit Memo in Magento',
		],
		'Cancel in Magento': ['What Did the Store Say?'],
		'Make a Credit Memo in Magento': ['What Did the Store Say?'],
		'Cancel in Shopify': ['What Did the Store Say?'],
		'Cancel in Any Other Store': ['What Did the Store Say?'],
		'What Did the Store Say?': ['Write Down What the Store Said'],
		'Write Down What the Store Said': ['Write One Message'],
		'Write Down: The Buyer Asks': ['Write One Message'],
		'Write One Message': ['Connect Your E-Mail or Slack Here'],
		'What Did WooCommerce Send?': [
			'Cancelled in WooCommerce',
			'Nothing for Amazon?',
			'Answer the Test Call',
			'Answer 401 (Not WooCommerce)',
		],
		'Cancelled in WooCommerce': ['Nothing for Amazon?'],
		'Is It Really Shopify?': ['Cancelled in Shopify', 'Answer 401 (Not Shopify)'],
		'Cancelled in Shopify': ['Nothing for Amazon?'],
		'Download Cancelled Orders': [["List Magento's Cancellations", 'Note How Far We Got']],
		"List Magento's Cancellations": ['Nothing for Amazon?'],
		'Nothing for Amazon?': ['Not an Amazon Order, or Not Cancelled', 'Ask for the Cancellation'],
		'Not an Amazon Order, or Not Cancelled': ['Is a Store Waiting?'],
		'Ask for the Cancellation': ['Is a Store Waiting?'],
		'Every 5 Minutes: Send': [['Free What Was Cut Off', 'Read What Is Asked For']],
		'Send by Hand': ['Read What Is Asked For'],
		'Read What Is Asked For': ['Take Them'],
		'Take Them': ['Name the Reason'],
		'Name the Reason': ['Cancel at Amazon'],
		'Cancel at Amazon': ['Note What Happened'],
		'Note What Happened': ['Write Down What Happened'],
		'Write Down What Happened': ['Write One Message'],
	}),
});
