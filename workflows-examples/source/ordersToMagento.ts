import { ifAll } from './choices';
import { code } from './codeStep';
import { AMAZON, MAGENTO } from './credentials';
import { setFields } from './everyday';
import { filter } from './parts/magento';
import { yourOwnMessages } from './parts/messages';
import { ORDER_RULES, orderImport } from './parts/orderImport';
import {
	noteOnAcknowledging,
	noteOnCatchUp,
	noteOnClaims,
	noteOnConvert,
	noteOnFailures,
	noteOnLooking,
	noteOnMessages,
} from './parts/orderNotes';
import { note, step } from './step';
import { ASK_AGAIN, BEARER_TOKEN, CREATING, READING, jsonBody, query } from './storeCalls';
import { joined, workflow } from './workflow';

/** The ids of the steps that all imports of orders have. */
const IDS = {
	'When a New Order Comes In': 'ec19be7f-daf3-5506-ad35-bf734e3e7e48',
	'Every Hour: Catch Up': '855a543d-ec8f-5f7d-a7e7-a19352741278',
	'Get Orders of the Last 3 Days': 'f06819a0-9b99-5c67-abcc-df7f0cf14f49',
	'Give Up Imports That Were Cut Off': '44e0a19d-0759-5a5b-a31e-747f6361fb8e',
	'Keep Orders Without a Row': '2b877e1f-1522-54f9-a8ff-6c29ad833121',
	'Write Down: Importing': 'ba28608d-d1b6-5e80-a4fc-f78c1216326e',
	'Read All Claims': '19973000-851b-5cca-abae-f053d983365a',
	'Which Give Way?': '1f465f6e-dd41-5c54-b790-bda99e97ba77',
	'Take Them Back': '107bbb59-c642-5968-a1a0-28c8ff94e8b0',
	'Wait for the Others': '9f7e2654-4435-5ead-8718-b59ac99ce29b',
	'Read All Claims Again': '92c2de02-10f6-5f6a-9bd2-5b794a564afb',
	'Keep the Orders That Are Ours': 'c7c5b288-8545-52d9-a55f-6940da801027',
	'Must It Be Created?': 'e97a6622-50f9-5a62-ab24-e754dfbfbfc4',
	'Renew Their Claims': '4db74a93-a9b7-54b7-8193-a29e1aea7868',
	'Write Down What Came of It': 'b54fb9a2-3cc3-5377-a58a-8169a0027a9a',
	'What Came of It?': 'fca41c87-5d41-566c-a0a1-d6552a33cf9e',
	'Read Orders to Acknowledge': '7d298b40-c60d-57ad-aea2-64f0f6bd22e8',
	'Acknowledge at Amazon': '1f8a3f2f-d678-5ce5-af7e-90dd547787d2',
	'Write Down: Acknowledged': '55e337de-1169-5d02-a34b-f741b004e9fc',
	'Acknowledged With the Next Import': 'daf2d050-bc4e-5fb0-ac1e-d1b77efa4d63',
	'Write a Message About New Orders': 'd07ff3f0-3cc5-546b-afde-704eb4cd6c82',
	'Tried Again by Catch Up': '219f93a7-e615-5c53-abb8-660d9b6a77a3',
	'Write a Message About Failed Orders': '27499dde-942d-51fb-a9a5-20fed3f22e5c',
	'Write Down: Failed': 'dc3d4a29-02a3-51a9-abe0-ed3c12db33e8',
	'Is It to Be Cancelled?': 'e1671eab-9d82-54ee-a285-ed185316acbd',
	'Cancel at Amazon': '79ac38fa-dce7-5602-ab89-2316fda72475',
	'Write Down: Cancellation': '3ae621e7-e069-5958-a540-7d7138d20e1b',
	'Forget Skipped Orders': '3beca439-614a-5fb2-ada7-00bce910f1f0',
};

const IMPORT = orderImport(IDS, 720);

export const ordersToMagento = workflow({
	file: 'orders-to-magento',
	id: 'amazonOrdersToMagento',
	name: 'Amazon 6b: Orders to Magento',
	keepsSuccesses: false,
	steps: [
		...IMPORT.newOrders.steps,
		setFields('Settings', {
			id: 'd63db7b3-40d1-58e1-a20b-703ad2c6c005',
			at: [480, 0],
			fields: [
				['b983c2a2-c20f-59fc-a51f-88bff6151831', 'store', 'magento'],
				['e216ca98-4fe1-5c63-a738-85592c94f577', 'storeUrl', 'http://127.0.0.1:8099'],
				['bbf053d8-ad44-5224-a1bb-ca2f4878bc60', 'stockId', 1],
				['4d3d6651-8ea3-4230-b116-794b14a75f9b', 'alternateSkuAttribute', ''],
				['58a5857d-b4c7-5993-aa9a-806e2a6e6f07', 'cutOffAfterMinutes', 30],
				['9a863d52-7f3e-5bfd-a073-c0569b98457a', 'secondsPerOrder', 32],
			],
		}),
		...IMPORT.claims.steps,
		code('List the SKUs', {
			id: '844fb21e-69e0-5bf8-a519-6360dc364c48',
			at: [960, 200],
			runs: 'imports/magentoSkus',
		}),
		step('httpRequest', 'Look Up the Products', {
			id: '55f84a48-b71a-5070-a974-063a397f9093',
			at: [1200, 200],
			parameters: {
				method: 'GET',
				url: "={{ $('Settings').first().json.storeUrl }}/rest/V1/products",
				sendQuery: true,
				specifyQuery: 'json',
				jsonQuery: '={{ JSON.stringify($json.query) }}',
				...BEARER_TOKEN,
				options: READING,
			},
			credentials: MAGENTO,
			...ASK_AGAIN,
			alwaysOutputData: true,
		}),
		code('One Item per Product', {
			id: '2ff51b0c-fd55-5a26-a9ef-f4ce0947dcbb',
			at: [1440, 200],
			runs: 'imports/magentoProducts',
		}),
		step('httpRequest', 'Ask How Many Can Be Sold', {
			id: 'a6bcfa97-f691-551b-a5c1-e72583b2fbf2',
			at: [1680, 200],
			parameters: {
				method: 'GET',
				url: "={{ $('Settings').first().json.storeUrl }}/rest/V1/inventory/get-product-salable-quantity/{{ encodeURIComponent($json.sku) }}/{{ $('Settings').first().json.stockId }}",
				...BEARER_TOKEN,
				options: {
					batching: { batch: { batchSize: 5, batchInterval: 1000 } },
					response: {
						response: {
							neverError: true,
							fullResponse: true,
							responseFormat: 'text',
							outputPropertyName: 'salable',
						},
					},
					timeout: 60000,
				},
			},
			credentials: MAGENTO,
			...ASK_AGAIN,
		}),
		code('Put the Stock In', {
			id: '80a137a5-dcb8-56f8-a0f9-a51c9cc0629d',
			at: [1920, 200],
			runs: 'imports/magentoStock',
		}),
		step('amazonOrders', 'Turn Into Store Orders', {
			id: 'd10ecada-830f-51d1-a741-f21a0a20f657',
			at: [2400, 0],
			parameters: {
				...ORDER_RULES,
				store: 'magento',
				whenMissing: 'fail',
				whenOutOfStock: 'fail',
			},
			credentials: AMAZON,
		}),
		step('httpRequest', 'Look for It in the Store', {
			id: 'ea21c251-b9c3-5a34-ae8b-8b1b37ca795a',
			at: [2640, 0],
			parameters: {
				method: 'GET',
				url: "={{ $('Settings').first().json.storeUrl }}/rest/V1/orders",
				...query({
					...filter(0, 'ext_order_id', 'eq', '={{ $json.amazonOrderId }}'),
					fields: 'items[entity_id,increment_id,ext_order_id,items[qty_ordered,qty_invoiced]],total_count',
				}),
				...BEARER_TOKEN,
				options: READING,
			},
			credentials: MAGENTO,
			...ASK_AGAIN,
			onError: 'continueRegularOutput',
		}),
		code('Read What Was Found', {
			id: '4de34948-d647-536a-adb4-08149cfd4956',
			at: [2880, 0],
			runs: 'imports/magentoFound',
		}),
		...IMPORT.creation.steps,
		step('httpRequest', 'Create the Order', {
			id: '70285f43-effc-586c-a89d-f309f1166341',
			at: [3600, -200],
			parameters: {
				method: 'POST',
				...jsonBody("={{ $('Must It Be Created?').item.json.payload }}"),
				url: "={{ $('Settings').first().json.storeUrl }}/rest/{{ /^\\d*$/.test($('Must It Be Created?').item.json.storeOrder.store) ? '' : $('Must It Be Created?').item.json.storeOrder.store + '/' }}V1/orders",
				...BEARER_TOKEN,
				options: CREATING,
			},
			credentials: MAGENTO,
			onError: 'continueRegularOutput',
		}),
		code('Note What Came of It', {
			id: '4951e54d-7244-5467-ac90-a4be4fc87d0e',
			at: [3840, 0],
			runs: 'imports/magentoOutcome',
		}),
		ifAll('Is an Invoice Due?', {
			id: '7202fe9b-1422-5370-a8ff-ac250518cca1',
			at: [4080, 0],
			checks: [['38d0f2af-6575-5a8d-a599-70945cd9fe0c', '={{ $json.invoice === true }}', 'true']],
		}),
		step('httpRequest', 'Create the Invoice', {
			id: '6fe8adbb-18c8-5154-aa3e-2bbfd9fd873a',
			at: [4320, -200],
			parameters: {
				method: 'POST',
				...jsonBody('{ "capture": false, "notify": false }'),
				url: "={{ $('Settings').first().json.storeUrl }}/rest/V1/order/{{ $json.storeOrderId }}/invoice",
				...BEARER_TOKEN,
				options: CREATING,
			},
			credentials: MAGENTO,
			onError: 'continueRegularOutput',
		}),
		code('Note the Invoice', {
			id: 'a78fe930-1b07-5de0-aaaf-0c1f7e46adde',
			at: [4560, 0],
			runs: 'imports/invoice',
		}),
		...IMPORT.outcomes.steps,
		yourOwnMessages({ id: '342e4cec-40f1-5bbf-a026-777d38fcd2eb', at: [5520, 60] }),
		...IMPORT.failures.steps,
		note(1, {
			id: 'a7ace1d7-6c9e-5f10-ac85-90b16aab1481',
			at: [-40, -700],
			size: [660, 430],
			color: 5,
			text: [
				"## Amazon's orders go into Magento",
				'Every 5 minutes new orders are judged by your rules and created in Magento, **once**, whatever is cut off in the middle. The table **Amazon Orders** shows what became of each.',
				'',
				'**To use it with your store**',
				'1. Run *Amazon 1: Set Up* once.',
				'2. In Magento: System > Integrations. Add one that may use **Sales**, **Catalog** and **Inventory**, activate it, and put its access token into the credential of the Magento steps. (2.4.4 and later: also allow "OAuth Access Tokens to be used as standalone Bearer tokens" under Stores > Configuration > Services > OAuth.)',
				"3. Open **Settings** and fill in your store's address.",
				'4. Choose your account in the five Amazon steps, look at the rules in *Turn Into Store Orders*, read the red notes, and publish.',
				'',
				'An order goes into one store only: publish one of the workflows 6a to 6d, or give each its own marketplaces in its first steps.',
				'',
				'Successful runs are not saved: they hold addresses of your buyers.',
			],
		}),
		note(2, {
			id: 'f1535327-29e3-5d34-a3fc-729c75126754',
			at: [400, 190],
			size: [460, 330],
			color: 6,
			text: [
				'### Your settings',
				'**store**: how the table calls this store.',
				"**storeUrl**: your store's address, without a slash at its end.",
				'**stockId**: the stock of your website (Stores > Inventory > Stocks).',
				"**alternateSkuAttribute**: the product attribute with Amazon's SKU where it is not yours: one, or several as `||A||B||`. Empty: none.",
				'**cutOffAfterMinutes**: an order that is `importing` for longer was cut off, and is begun anew. **secondsPerOrder**: as long as the creation of one order may last; right before it, claims are renewed for all of them together.',
			],
		}),
		noteOnCatchUp(3, { id: '136f0a0e-e4c3-543e-a00e-53a74f1fb2ab', at: [-40, 400] }),
		noteOnClaims(4, { id: '2b71cad5-516d-51c1-a841-f0ffe84d2d91', at: [680, -540] }),
		note(5, {
			id: '727462de-5abb-50ca-ac04-468fb47ef6fc',
			at: [920, 400],
			size: [560, 180],
			color: 3,
			text: [
				'### What could not be looked up is not missing',
				'If the store does not answer with its products, the run stops here, before anything is judged. The rows are given up after a while, and Catch Up tries again.',
				'',
				"A product's stock is what can still be sold of it.",
			],
		}),
		noteOnConvert(6, { id: '63225c6a-9910-5622-ad3b-a74504a067a1', at: [2300, -400] }),
		noteOnLooking(7, { id: 'bdc7a32d-4f5d-554d-a3fc-b3d724b2e869', at: [2800, -480] }),
		note(8, {
			id: 'ddaae235-0ccb-5e68-a4b9-3054ca8188ee',
			at: [3540, -480],
			size: [520, 250],
			color: 3,
			text: [
				'### Magento does not count this sale',
				"An order that comes in by itself takes nothing from what can be sold, and mails nobody. Let your system of stock count it, or run this every few minutes on Magento's server, before you ship: `bin/magento inventory:reservation:list-inconsistencies -r | bin/magento inventory:reservation:create-compensations`. Orders that Amazon ships need neither.",
			],
		}),
		noteOnFailures(9, { id: '9035102a-9b4f-592c-a5c4-3e2caf6325c3', at: [3360, 460] }),
		noteOnAcknowledging(10, { id: 'da984de2-652f-5dfe-a82a-94dcdaac28b2', at: [5220, -660] }),
		noteOnMessages(11, { id: 'd8946d70-1379-5819-a668-732a67366ee2', at: [5700, 10] }),
		note(12, {
			id: 'abd0c834-7c8a-5013-a9e3-a91694471be3',
			at: [4100, -400],
			size: [400, 160],
			color: 6,
			text: [
				'### The invoice',
				'says that the order is paid. It is made once, without a mail to the buyer; switch **Create Invoice** off in *Turn Into Store Orders* if you do not want it.',
			],
		}),
	],
	wires: joined(IMPORT.wires, {
		'Keep Orders Without a Row': ['List the SKUs'],
		'List the SKUs': ['Look Up the Products'],
		'Look Up the Products': ['One Item per Product'],
		'One Item per Product': ['Ask How Many Can Be Sold'],
		'Ask How Many Can Be Sold': ['Put the Stock In'],
		'Put the Stock In': [{ step: 'Turn Into Store Orders', input: 1 }],
		'Note What Came of It': ['Is an Invoice Due?'],
		'Is an Invoice Due?': ['Create the Invoice', 'Note the Invoice'],
		'Create the Invoice': ['Note the Invoice'],
		'Note the Invoice': ['Write Down What Came of It'],
	}),
});
