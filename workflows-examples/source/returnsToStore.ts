import { ifAll } from './choices';
import { code } from './codeStep';
import { AMAZON, ORDER_WEBHOOK } from './credentials';
import { every } from './everyday';
import { yourOwnMessages, yourOwnMessagesToo } from './parts/messages';
import { LOOK_EVERY_5_MINUTES, named, troubleMessage } from './parts/reports';
import { getRows, updateRows, upsertRow } from './rows';
import { note, step } from './step';
import { ASK_AGAIN, HEADER_TOKEN, READING, jsonBody } from './storeCalls';
import { RETURNS } from './tables';
import { workflow } from './workflow';

/** Amazon's type for returns of what the merchant ships. */
const REPORT = 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE';

export const returnsToStore = workflow({
	file: 'returns-to-store',
	id: 'amazonReturnsToStore',
	name: 'Amazon 11: Returns to the Store',
	keepsSuccesses: true,
	steps: [
		step('amazonTrigger', 'When the Report Is Finished', {
			id: '7a7c208e-884e-4e6b-8ea1-4162f74953ae',
			at: [0, 0],
			parameters: {
				pollTimes: LOOK_EVERY_5_MINUTES,
				event: 'reportFinished',
				reportTypes: [REPORT],
				made: 'anybody',
				reportsLookBackHours: 24,
			},
			credentials: AMAZON,
		}),
		step('amazonReports', 'Read the Returns', {
			id: '7bdde5d2-46ce-476a-8fbd-61be4b3f5b15',
			at: [240, 0],
			parameters: {
				...{ resource: 'report', operation: 'download', reportId: named('={{ $json.reportId }}') },
				give: 'rows',
			},
			credentials: AMAZON,
			onError: 'continueErrorOutput',
		}),
		upsertRow('Write Down Each Return', RETURNS, {
			id: '4b767ac9-e4f2-484b-8b3b-c5fefd8ad1d1',
			at: [540, -160],
			where: [
				[
					'returnKey',
					'eq',
					"={{ [$json['Order ID'], $json['Amazon RMA ID'], $json['Merchant SKU'] || $json.ASIN].join('|') }}",
				],
			],
			set: {
				returnKey:
					"={{ [$json['Order ID'], $json['Amazon RMA ID'], $json['Merchant SKU'] || $json.ASIN].join('|') }}",
				amazonOrderId: "={{ $json['Order ID'] }}",
				sku: "={{ $json['Merchant SKU'] }}",
				quantity: "={{ $json['Return quantity'] }}",
				reason: "={{ $json['Return Reason'] }}",
				returnStatus: "={{ $json['Return request status'] }}",
				resolution: '={{ $json.Resolution }}',
				product: "={{ $json['Item Name'] }}",
				asin: '={{ $json.ASIN }}',
				rma: "={{ $json['Amazon RMA ID'] }}",
				requestedAt: "={{ $json['Return request date'] }}",
				orderedAt: "={{ $json['Order date'] }}",
				refunded: "={{ $json['Refunded Amount'] }}",
				currency: "={{ $json['Currency code'] }}",
			},
		}),
		getRows('Read What Is Not in the Store', RETURNS, {
			id: '959d438e-4274-495a-8228-72abf9a8d31c',
			at: [840, 0],
			where: [['status', 'isEmpty']],
			orderBy: 'id',
			executeOnce: true,
		}),
		ifAll('Does It Name an Order?', {
			id: '57fd8882-4d46-4904-9a3e-d0a2410fa6fd',
			at: [1080, 0],
			checks: [['ec9896c2-869d-49d0-bdef-6b33c70bacb1', '={{ $json.amazonOrderId }}', 'regex', '.']],
		}),
		step('httpRequest', 'Put It Into Your Store', {
			id: '5ba48812-5875-4703-a1ee-92748be50d4a',
			at: [1360, -120],
			parameters: {
				method: 'PUT',
				url: '=http://127.0.0.1:8099/webhook/returns/{{ encodeURIComponent($json.returnKey) }}',
				...jsonBody(
					'={{ {',
					'  amazonOrderId: $json.amazonOrderId, sku: $json.sku, quantity: $json.quantity, reason: $json.reason,',
					'  status: $json.returnStatus, resolution: $json.resolution, rma: $json.rma, asin: $json.asin,',
					'  requestedAt: $json.requestedAt, refunded: $json.refunded, currency: $json.currency,',
					'} }}',
				),
				...HEADER_TOKEN,
				options: READING,
			},
			credentials: ORDER_WEBHOOK,
			...ASK_AGAIN,
			onError: 'continueErrorOutput',
		}),
		updateRows('Write Down: In the Store', RETURNS, {
			id: '1f309b0b-50fd-4bed-a506-e8e54ee965ce',
			at: [1640, -160],
			where: [
				['returnKey', 'eq', "={{ $('Does It Name an Order?').item.json.returnKey }}"],
				['status', 'isEmpty'],
			],
			set: { status: 'in the store', message: '' },
		}),
		updateRows('Write Down What Went Wrong', RETURNS, {
			id: '2bb798ad-9428-4857-8fac-0195d095de8b',
			at: [1640, 100],
			where: [
				['returnKey', 'eq', '={{ $json.returnKey }}'],
				['status', 'isEmpty'],
			],
			set: {
				status: "={{ $json.amazonOrderId ? '' : 'unreadable' }}",
				message:
					"={{ $json.amazonOrderId ? ($json.error?.message ?? $json.error) : 'Amazon names no order for it' }}",
			},
		}),
		code('Write a Message', {
			id: '672918cf-9a1b-44ae-8142-6d936772c2e1',
			at: [1920, -40],
			runs: 'returns/message',
		}),
		yourOwnMessages({ id: '73745ec2-7add-47b4-8e83-1fee085940a0', at: [2160, -40] }),
		every('Every Morning at 6', { id: '553356b5-f181-4f0b-a890-c1e123296d37', at: [0, 420], hourOfDay: 6 }),
		step('amazonReports', 'Ask for the Returns', {
			id: 'f2c583b2-8acc-46bc-ac59-f867cd88ee65',
			at: [240, 420],
			parameters: {
				...{ resource: 'report', operation: 'request' },
				reportType: { __rl: true, mode: 'list', value: 'RETURNS', cachedResultName: 'Returns' },
				...{ returnsOf: 'merchant', period: 'last7Days', marketplaceIds: [] },
			},
			credentials: AMAZON,
			onError: 'continueErrorOutput',
		}),
		troubleMessage({ id: '9e1a815a-24c0-4793-a7da-ae25216c78c8', at: [540, 300] }),
		yourOwnMessagesToo({ id: 'f84f8a34-602f-43e6-97a7-16f525631ed1', at: [780, 300] }),
		note(1, {
			id: 'f9d3e837-7bb2-4c54-973e-6b4c77bca340',
			at: [-40, -510],
			size: [660, 310],
			color: 5,
			text: [
				'## What your buyers send back comes into your store',
				'Every morning Amazon is asked for the returns of the last 7 days. When its report is finished, each return is a row of **Amazon Returns**, and your store is told of it, **once**.',
				'',
				'**To use it with your store**',
				'1. Run *Amazon 1: Set Up* once.',
				'2. Open *Put It Into Your Store* and put the address of your system in. It is called with **PUT** and the name of the return at the end, so a return that comes twice is the same return. Put a token that your system knows into its credential.',
				'3. Choose your account in the three Amazon steps, connect your e-mail or Slack (see right), and publish.',
				'',
				'No system that can be called? Put the step of your shop there instead, such as **Shopify** or **WooCommerce**.',
			],
		}),
		note(2, {
			id: '42ca2e9f-d221-4ba2-b147-852149857a33',
			at: [-40, 600],
			size: [560, 170],
			color: 6,
			text: [
				'### What you may change',
				'**Who Ships**, in *Ask for the Returns*: what **Amazon** ships (FBA) is in a report of its own. Choose it in the trigger too, and look at the names of the columns in *Write Down Each Return*.',
				'',
				"6 in the morning is 6 in n8n's time zone: *Settings > Timezone* of this workflow.",
			],
		}),
		note(3, {
			id: '15f58df8-6033-4ff3-830f-503f680846bd',
			at: [660, -510],
			size: [480, 190],
			color: 7,
			text: [
				'### Why two beginnings',
				'Amazon makes the report in minutes, sometimes in hours. Nothing waits for it: the second beginning starts when it is there, also for a report that you asked for in Seller Central.',
				'',
				'The 7 days overlap, so a morning that failed loses nothing. What is in the table already is only brought up to date.',
			],
		}),
		note(4, {
			id: 'cadfc439-2d1e-4856-8256-3e7e7d63108f',
			at: [1180, -510],
			size: [520, 220],
			color: 3,
			text: [
				'### What your store did not take',
				'It stays without a **status** in the table, its **message** says why, you get a message, and it is tried again with the next report.',
				'',
				'A row of the report that names no order is `unreadable` and told once. To let one go, write anything into its **status**; to send one again, empty it.',
			],
		}),
		note(5, {
			id: '5fd32adf-488e-466b-974b-40d7b2db9133',
			at: [1740, -510],
			size: [420, 160],
			color: 6,
			text: [
				'### Tell somebody',
				'One message for all new returns, with **subject** and **text**. Replace the last step by **Send Email**, **Slack** or another node and use `{{ $json.subject }}` and `{{ $json.text }}`.',
			],
		}),
		note(6, {
			id: '02dbfd7b-90ba-417b-8dab-236dd9c4e3de',
			at: [1000, 290],
			size: [480, 130],
			color: 3,
			text: [
				'### When Amazon makes no report',
				'You get a message with its reason. No returns are no trouble: then only what waits in the table is tried again.',
			],
		}),
	],
	wires: {
		'When the Report Is Finished': ['Read the Returns'],
		'Read the Returns': [
			'Write Down Each Return',
			'Read What Is Not in the Store',
			'Write a Message About the Trouble',
		],
		'Write Down Each Return': ['Read What Is Not in the Store'],
		'Read What Is Not in the Store': ['Does It Name an Order?'],
		'Does It Name an Order?': ['Put It Into Your Store', 'Write Down What Went Wrong'],
		'Put It Into Your Store': ['Write Down: In the Store', 'Write Down What Went Wrong'],
		'Write Down: In the Store': ['Write a Message'],
		'Write Down What Went Wrong': ['Write a Message'],
		'Write a Message': ['Connect Your E-Mail or Slack Here'],
		'Every Morning at 6': ['Ask for the Returns'],
		'Ask for the Returns': [[], 'Write a Message About the Trouble'],
		'Write a Message About the Trouble': ['Connect It Here Too'],
	},
});
