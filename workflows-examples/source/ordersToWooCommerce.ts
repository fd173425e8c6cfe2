import { code } from './codeStep';
import { AMAZON, WOOCOMMERCE } from './credentials';
import { setFields } from './everyday';
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
import { ASK_AGAIN, CREATING, READING, WOOCOMMERCE_KEY, jsonBody, query } from './storeCalls';
import { joined, workflow } from './workflow';

/** The ids of the steps that all imports of orders have. */
const IDS = {
	'When a New Order Comes In': '4f71e749-b292-55b0-a1e7-43e41d292168',
	'Every Hour: Catch Up': '5ca4ade7-8b66-5e4f-ad3d-8211563950f3',
	'Get Orders of the Last 3 Days': '5025c78b-615c-523d-ab2f-a6b9b9549f6f',
	'Give Up Imports That Were Cut Off': 'c38408dd-e46f-5663-a6b6-9ebfe5627292',
	'Keep Orders Without a Row': '3cfc4aaa-b31a-5036-a089-1c4dce1aa190',
	'Write Down: Importing': '301f960b-b4c8-5d40-a65e-9eef39196d5c',
	'Read All Claims': '0bf66a25-59d4-59d7-adcf-348494f8973d',
	'Which Give Way?': 'b5ab104f-82c1-5338-ac54-3cc04b6e7f22',
	'Take Them Back': '3bdd25a7-5fad-5458-af9a-332a62766698',
	'Wait for the Others': 'd6ca6036-ce11-5b34-8292-9a68655aad74',
	'Read All Claims Again': 'cf2ab18c-daca-55d2-9a6a-7b4c749a9be5',
	'Keep the Orders That Are Ours': '10af77bd-c24f-5e97-a171-11f75f85abbe',
	'Must It Be Created?': '61f66a2e-c7aa-55f7-a6c5-247028acc2ca',
	'Renew Their Claims': '7ea8e020-f217-567d-8bd7-62569febd07c',
	'Write Down What Came of It': '206e0665-8ee4-563f-a65a-2c2ee14f33c5',
	'What Came of It?': '91977569-8dca-5e26-a7d1-571033834ea1',
	'Read Orders to Acknowledge': 'fd0f1315-8616-5c30-a7c1-eb9bcc4a33a7',
	'Acknowledge at Amazon': 'a0f6e023-8e3b-50b7-a179-d842c0263b96',
	'Write Down: Acknowledged': '19985684-e343-5ccc-a7bd-f528a59481ab',
	'Acknowledged With the Next Import': '14405b50-7083-594e-aa68-8593c03f9e92',
	'Write a Message About New Orders': '8c78ebb0-2763-575b-a5fc-0cc2dec12bb3',
	'Tried Again by Catch Up': 'f9e1e171-1e8a-5910-a03e-43aa586731f8',
	'Write a Message About Failed Orders': 'fcd36134-f6fd-5229-ac17-cc4189e51397',
	'Write Down: Failed': 'b0572c43-4f7b-52c6-a3e2-3ad6bf0329df',
	'Is It to Be Cancelled?': '49649217-51fd-5613-acef-fdae83b9851c',
	'Cancel at Amazon': '15cc194a-5123-5d47-a1b7-1b55ba6dc12d',
	'Write Down: Cancellation': '8e832f7b-567d-50c9-ac24-1d3a469a12fe',
	'Forget Skipped Orders': 'dd4acfd6-6a31-54a2-a21e-2f1336243c1a',
};

const IMPORT = orderImport(IDS);

export const ordersToWooCommerce = workflow({
	file: 'orders-to-woocommerce',
	id: 'amazonOrdersToWooCommerce',
	name: 'Amazon 6a: Orders to WooCommerce',
	keepsSuccesses: false,
	steps: [
		...IMPORT.newOrders.steps,
		setFields('Settings', {
			id: '192dc536-d5bc-5d92-aa10-01154b5f3445',
			at: [480, 0],
			fields: [
				['abb1f81a-99f2-549d-ab39-cf0f4966c7a6', 'store', 'woocommerce'],
				['6c4bbe87-6bb2-51ae-a27d-5d462f271f0b', 'storeUrl', 'http://127.0.0.1:8099'],
				['928b1e10-78c1-59d9-ab4b-aa2dba0bd725', 'cutOffAfterMinutes', 30],
				['52284361-f363-59a8-9c37-bcff15b64fb3', 'secondsPerOrder', 16],
			],
		}),
		...IMPORT.claims.steps,
		code('List the SKUs', {
			id: '0085e1f7-6dd1-5952-a970-a90a77f436cb',
			at: [960, 200],
			runs: 'imports/skuLists',
		}),
		step('httpRequest', 'Look Up the Products', {
			id: 'd9fa0952-0211-587b-a148-766193d860f1',
			at: [1200, 200],
			parameters: {
				method: 'GET',
				url: "={{ $('Settings').first().json.storeUrl }}/wp-json/wc/v3/products",
				...query({
					sku: "={{ $json.skus.join(',') }}",
					per_page: '100',
					_fields: 'id,parent_id,sku,name,type,status,manage_stock,stock_quantity,stock_status,backorders',
				}),
				...WOOCOMMERCE_KEY,
				options: READING,
			},
			credentials: WOOCOMMERCE,
			...ASK_AGAIN,
			alwaysOutputData: true,
		}),
		code('Read the Products', {
			id: '538a00ef-0f3f-5b12-ad8b-e28b7fd5d1d8',
			at: [1440, 200],
			runs: 'imports/wooCommerceProducts',
			alwaysOutputData: true,
		}),
		step('amazonOrders', 'Turn Into Store Orders', {
			id: 'a01991ef-0e57-559f-a283-19889783ed81',
			at: [2400, 0],
			parameters: {
				...ORDER_RULES,
				store: 'wooCommerce',
				whenMissing: 'fail',
				whenOutOfStock: 'fail',
			},
			credentials: AMAZON,
		}),
		step('httpRequest', 'Look for It in the Store', {
			id: '8d79d1de-0f21-5ae7-a219-e1b4d4b9c596',
			at: [2640, 0],
			parameters: {
				method: 'GET',
				url: "={{ $('Settings').first().json.storeUrl }}/wp-json/wc/v3/orders",
				...query({
					search: '={{ $json.amazonOrderId }}',
					per_page: '100',
					_fields: 'id,number,total,meta_data',
				}),
				...WOOCOMMERCE_KEY,
				options: READING,
			},
			credentials: WOOCOMMERCE,
			...ASK_AGAIN,
			onError: 'continueRegularOutput',
		}),
		code('Read What Was Found', {
			id: '2ea65251-2ee1-53f8-a08d-8d4af2d0d203',
			at: [2880, 0],
			runs: 'imports/wooCommerceFound',
		}),
		...IMPORT.creation.steps,
		step('httpRequest', 'Create the Order', {
			id: '91806c7d-fd62-5c8c-a4e1-a1da6618f7d1',
			at: [3600, -200],
			parameters: {
				method: 'POST',
				...jsonBody("={{ $('Must It Be Created?').item.json.payload }}"),
				url: "={{ $('Settings').first().json.storeUrl }}/wp-json/wc/v3/orders",
				...WOOCOMMERCE_KEY,
				options: CREATING,
			},
			credentials: WOOCOMMERCE,
			onError: 'continueRegularOutput',
		}),
		code('Note What Came of It', {
			id: 'fcc0d69b-d586-5eb7-a8c4-623ec6291636',
			at: [3840, 0],
			runs: 'imports/wooCommerceOutcome',
		}),
		...IMPORT.outcomes.steps,
		yourOwnMessages({ id: '62e35c1d-864a-5ac7-a1b5-c991da7b62e2', at: [4800, 60] }),
		...IMPORT.failures.steps,
		note(1, {
			id: 'fdea11c4-3531-5702-aec2-1ab1d5c07631',
			at: [-40, -700],
			size: [660, 400],
			color: 5,
			text: [
				"## Amazon's orders go into WooCommerce",
				'Every 5 minutes new orders are judged by your rules and created in WooCommerce, **once**, whatever is cut off in the middle. The table **Amazon Orders** shows what became of each.',
				'',
				'**To use it with your store**',
				'1. Run *Amazon 1: Set Up* once.',
				'2. In WooCommerce: Settings > Advanced > REST API. Add a key with **Read/Write** and make a credential **WooCommerce API** of it for the three WooCommerce steps.',
				"3. Open **Settings** and fill in your store's address.",
				'4. Choose your account in the five Amazon steps, look at the rules in *Turn Into Store Orders*, read the red notes, and publish.',
				'',
				'An order goes into one store only: publish one of the workflows 6a to 6d, or give each its own marketplaces in its first steps.',
				'',
				'Successful runs are not saved: they hold addresses of your buyers.',
			],
		}),
		note(2, {
			id: 'df1d46de-c914-57ee-a300-fbaa5d331855',
			at: [400, 190],
			size: [460, 250],
			color: 6,
			text: [
				'### Your settings',
				'**store**: how the table calls this store.',
				"**storeUrl**: your store's address, without a slash at its end.",
				'**cutOffAfterMinutes**: an order that is `importing` for longer was cut off, and is begun anew. **secondsPerOrder**: as long as the creation of one order may last; right before it, claims are renewed for all of them together.',
			],
		}),
		noteOnCatchUp(3, { id: '3b7c0e4f-6323-5ee1-a9c8-f9feefb1c731', at: [-40, 400] }),
		noteOnClaims(4, { id: 'dc1bafd3-cf49-588d-a980-7d88748466d0', at: [680, -540] }),
		note(5, {
			id: '40732dfb-0d8c-5fa7-a8a9-f2582313eddd',
			at: [920, 400],
			size: [560, 220],
			color: 3,
			text: [
				'### What could not be looked up is not missing',
				'If the store does not answer with its products, the run stops here, before anything is judged. The rows are given up after a while, and Catch Up tries again.',
				'',
				'Products and variations are found by their SKU, which is the one at Amazon. Where it is another, look up all your products, and give each its Amazon SKU as `alternateSku`.',
			],
		}),
		noteOnConvert(6, { id: '2b48fec2-c2e6-5bd5-a816-3c0e9ee9b49d', at: [2300, -400] }),
		noteOnLooking(7, { id: '928ef627-04c2-5660-a3e0-3167c6e490ea', at: [2800, -480] }),
		note(8, {
			id: '0e45f574-598a-5148-a5b6-d437b8875f3c',
			at: [3540, -480],
			size: [520, 250],
			color: 3,
			text: [
				'### Mails, taxes and decimals',
				"Open **WooCommerce** in *Turn Into Store Orders* to change these: buyers get no mails of WooCommerce, since their address is kept apart (`_amazon_buyer_email`); tax is in Amazon's figures, so that WooCommerce's **tax reports show none** for these orders (*Tax in the Order*: *Per Line, by WooCommerce* fills them).",
				"The shop needs as many decimals as the currency has (WooCommerce > Settings > General). A total that differs is told in the order's row.",
			],
		}),
		noteOnFailures(9, { id: '5073a193-6ec3-5481-a18d-641ca341a0aa', at: [3360, 460] }),
		noteOnAcknowledging(10, { id: '71a822f0-ec80-5029-a076-ae3fe0df3d5a', at: [4500, -660] }),
		noteOnMessages(11, { id: 'e8ec5f0f-880e-5dfd-a78f-a5ef61fa9bf5', at: [4980, 10] }),
	],
	wires: joined(IMPORT.wires, {
		'Keep Orders Without a Row': ['List the SKUs'],
		'List the SKUs': ['Look Up the Products'],
		'Look Up the Products': ['Read the Products'],
		'Read the Products': [{ step: 'Turn Into Store Orders', input: 1 }],
		'Note What Came of It': ['Write Down What Came of It'],
	}),
});
