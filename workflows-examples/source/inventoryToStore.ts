import { ifAll } from './choices';
import { code } from './codeStep';
import { AMAZON, ORDER_WEBHOOK } from './credentials';
import { every } from './everyday';
import { yourOwnMessages } from './parts/messages';
import { named, withoutList, troubleMessage } from './parts/reports';
import { getRows, insertRow, updateRows } from './rows';
import { note, step } from './step';
import { ASK_AGAIN, HEADER_TOKEN, READING, jsonBody } from './storeCalls';
import { FBA_STOCK } from './tables';
import { workflow } from './workflow';

export const inventoryToStore = workflow({
	file: 'inventory-to-store',
	id: 'amazonInventoryToStore',
	name: 'Amazon 14: FBA Stock to the Store',
	keepsSuccesses: false,
	steps: [
		every('Every Night at 3', { id: 'e4bbe07e-ed4d-4bf1-b2d1-b46667b707fb', at: [0, 0], hourOfDay: 3 }),
		step('amazonReports', 'Get the Stock at Amazon', {
			id: '51d03493-8941-4aca-980a-bd176f4a3a6a',
			at: [280, 0],
			parameters: {
				...{ resource: 'report', operation: 'requestAndDownload' },
				reportType: named('GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA'),
				...{ marketplaceIds: [], give: 'rows', options: { rowsPerItem: 1000, waitMinutes: 60 } },
				columns: 'sku, afn-fulfillable-quantity',
			},
			credentials: AMAZON,
			onError: 'continueErrorOutput',
		}),
		getRows('Read What the Store Has', FBA_STOCK, {
			id: '3b041573-65f4-4012-9b90-f495b7662096',
			at: [600, -160],
			where: [['sku', 'isNotEmpty']],
			executeOnce: true,
			alwaysOutputData: true,
		}),
		code('Keep What Has Changed', {
			id: '35f6601f-c926-48fa-af5e-2be16c0153cc',
			at: [840, -160],
			runs: 'stock/changes',
		}),
		ifAll('Is It Stock?', {
			id: 'fcbbd019-52e5-481f-885f-d2bdf898a05a',
			at: [1080, -160],
			checks: [['5e926032-ce83-4e04-8177-8ffd3d8b5ae6', "={{ $json.error ?? '' }}", 'empty']],
		}),
		step('httpRequest', 'Send It to Your Store', {
			id: 'f8e4c715-d58b-46bf-aded-c97f810b03d1',
			at: [1320, -260],
			parameters: {
				method: 'POST',
				url: 'http://127.0.0.1:8099/webhook/stock',
				...jsonBody('={{ { stock: $json.changes.map(({ sku, quantity }) => ({ sku, quantity })) } }}'),
				...HEADER_TOKEN,
				options: READING,
			},
			credentials: ORDER_WEBHOOK,
			...ASK_AGAIN,
			onError: 'continueErrorOutput',
		}),
		code('One Row per Product', {
			id: '84b827bc-35bc-4646-979b-a0197ed2c7ca',
			at: [1560, -320],
			runs: 'stock/taken',
		}),
		ifAll('Is It in the Table?', {
			id: '8150c1ba-fa1c-4c91-b2ce-18a528475798',
			at: [1800, -320],
			checks: [['62ed931d-8aef-470b-b442-6d03d326e57f', '={{ $json.id !== null }}', 'true']],
		}),
		updateRows('Write Down What the Store Has Now', FBA_STOCK, {
			id: '997cbd23-5633-4bdc-858e-bf74d2c2ac77',
			at: [2060, -420],
			where: [['id', 'eq', '={{ $json.id }}']],
			set: { quantity: '={{ $json.quantity }}' },
		}),
		insertRow('Add It to the Table', FBA_STOCK, {
			id: 'a9355334-c00a-4240-b44d-49e125bf2e71',
			at: [2060, -220],
			set: 'input',
		}),
		withoutList({ id: '6e7a05de-ec2c-4d6a-aa4f-c2b51d6a54e8', at: [1080, 40] }),
		troubleMessage({ id: 'a1ef6099-3d76-4124-b5f3-95fc52e0d448', at: [1560, 300] }),
		yourOwnMessages({ id: '11e6193b-550a-4818-9c87-713fcb89416f', at: [1800, 300] }),
		note(1, {
			id: '1a328f60-5f18-478b-8a9b-03d3af1a1bef',
			at: [-40, -570],
			size: [600, 350],
			color: 5,
			text: [
				"## What lies in Amazon's warehouses, in your store every night",
				'Each SKU whose quantity **has changed** since the last night is sent to your store, 500 in one call, so 100,000 products are no trouble. The table **Amazon FBA Stock** remembers what your store was told.',
				'',
				'**To use it with your store**',
				'1. Run *Amazon 1: Set Up* once.',
				'2. Open *Send It to Your Store* and put the address of your system in. It gets `{ "stock": [{ "sku", "quantity" }] }` by **POST**. Put a token that your system knows into its credential.',
				"3. Choose your account in *Get the Stock at Amazon*, connect your e-mail or Slack (see right), and publish. 3 at night is 3 in n8n's time zone: *Settings > Timezone* of this workflow.",
			],
		}),
		note(2, {
			id: '3ff06eff-1e36-4aef-b350-bdbbd1eb2bbd',
			at: [600, -570],
			size: [520, 220],
			color: 7,
			text: [
				'### What is sent',
				'What Amazon can ship now (**afn-fulfillable-quantity**), not what is reserved or on its way.',
				'',
				'Quantities are sent as they are, never as plus or minus: a call that comes twice changes nothing. The table is written after your store has said yes, so what was cut off goes out again the next night. To send everything once more, empty the table.',
			],
		}),
		note(3, {
			id: '6e5a34b4-62b6-440d-a57e-fafd0cb7ec81',
			at: [1160, -570],
			size: [480, 140],
			color: 3,
			text: [
				'### What is not in the list stays',
				"A SKU that Amazon's list does not name any more is left as your store has it: a list may be short for a night, and nobody wants all of it sold out for that.",
			],
		}),
		note(4, {
			id: 'd3a27dea-02e3-4465-840d-a8214d7d5a8c',
			at: [-40, 220],
			size: [600, 180],
			color: 3,
			text: [
				'### When something is wrong',
				'You get a message when **Amazon** makes no list (also for want of stock there) or takes longer than an hour, when **your store** does not take the stock (after three tries), and when **rows cannot be read**: a quantity that is no number, or a SKU with two quantities. The next night tries all of it again.',
			],
		}),
	],
	wires: {
		'Every Night at 3': ['Get the Stock at Amazon'],
		'Get the Stock at Amazon': [
			'Read What the Store Has',
			'Only If There Is No List',
			'Write a Message About the Trouble',
		],
		'Read What the Store Has': ['Keep What Has Changed'],
		'Keep What Has Changed': ['Is It Stock?'],
		'Is It Stock?': ['Send It to Your Store', 'Write a Message About the Trouble'],
		'Send It to Your Store': ['One Row per Product', 'Write a Message About the Trouble'],
		'One Row per Product': ['Is It in the Table?'],
		'Is It in the Table?': ['Write Down What the Store Has Now', 'Add It to the Table'],
		'Only If There Is No List': ['Write a Message About the Trouble'],
		'Write a Message About the Trouble': ['Connect Your E-Mail or Slack Here'],
	},
});
