import { code } from './codeStep';
import { AMAZON, ORDER_WEBHOOK } from './credentials';
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
import { ASK_AGAIN, CREATING, HEADER_TOKEN, READING, jsonBody, query } from './storeCalls';
import { joined, workflow } from './workflow';

/** The ids of the steps that all imports of orders have. */
const IDS = {
	'When a New Order Comes In': '685b963f-34ca-53c0-aae9-c20e4d9ef95a',
	'Every Hour: Catch Up': '7325c800-dae0-56f3-aef1-8579b90a0740',
	'Get Orders of the Last 3 Days': '4d10c414-14b0-5db2-a848-52fcbb7a7d59',
	'Give Up Imports That Were Cut Off': '81f294e1-2f18-5a1b-a794-bd0c44c5545a',
	'Keep Orders Without a Row': '7830d4f3-3291-5f7b-aa0d-cfc954be5821',
	'Write Down: Importing': 'bcf429af-e2d4-5478-ab4b-7e4ec121a9a8',
	'Read All Claims': '46c5c457-b6ff-558d-af89-1144e6addd0c',
	'Which Give Way?': 'c37fbdac-b2c6-595c-b7c8-aa531fe1db1b',
	'Take Them Back': '073b0267-cce1-55d3-ae5b-523183ad24cb',
	'Wait for the Others': 'a0281f80-3875-5fd6-a201-735baeffbe3d',
	'Read All Claims Again': '6a6fd6b7-c9a5-5058-b94b-0cf575062e70',
	'Keep the Orders That Are Ours': 'a7e63463-53e4-5de5-ac87-c6e2e62f427c',
	'Must It Be Created?': '37c75b8d-11cd-50cf-a099-192a23d462a9',
	'Renew Their Claims': 'ac237be8-484b-5ae0-8aa9-e243a946230a',
	'Write Down What Came of It': '7b2c1806-9e49-5083-a023-4cdcc88c58e4',
	'What Came of It?': 'e8075a40-a71e-54cb-a3d9-32ca9f85d205',
	'Read Orders to Acknowledge': '3947fbfe-f8e5-5e72-aa74-e6d9666af2cf',
	'Acknowledge at Amazon': 'a262c267-54b9-5f60-ace6-d240848c1246',
	'Write Down: Acknowledged': 'a363b6c5-d6e0-5125-a582-6c8f01a67d21',
	'Acknowledged With the Next Import': 'e3d96d61-e88b-5df6-a0ec-8c664f19173a',
	'Write a Message About New Orders': 'caaa128b-31df-5e5a-ab1b-a6425db1285a',
	'Tried Again by Catch Up': '37ce5f1c-6149-542a-ac88-31873f1d4247',
	'Write a Message About Failed Orders': '703e4a8f-55cf-512c-a2e7-77d6f217407f',
	'Write Down: Failed': '47df56db-9fda-5a0b-aad9-0c1280b29cfd',
	'Is It to Be Cancelled?': '8ca70758-61be-539f-a811-7ed331bd079b',
	'Cancel at Amazon': '4c9276f3-05fb-586a-a596-963bc345ca11',
	'Write Down: Cancellation': '0902be47-65f0-5e26-a4f9-6980e2626811',
	'Forget Skipped Orders': '5ba9f70f-c461-5c78-a9e4-497625d8a9ba',
};

const IMPORT = orderImport(IDS);

export const ordersToWebhook = workflow({
	file: 'orders-to-webhook',
	id: 'amazonOrdersToWebhook',
	name: 'Amazon 6d: Orders to Any Webhook',
	keepsSuccesses: false,
	steps: [
		...IMPORT.newOrders.steps,
		setFields('Settings', {
			id: '113aedc3-55de-5be6-a601-f6a974fb940d',
			at: [480, 0],
			fields: [
				['0108e1c0-2ea4-57a1-aa2e-a933fa58856f', 'store', 'webhook'],
				['e4fd3152-5a03-548d-a75f-7905b4582c3e', 'storeUrl', 'http://127.0.0.1:8099/webhook/orders'],
				['0f0683d1-224f-59f0-a90f-e83a6883f1ba', 'cutOffAfterMinutes', 30],
				['45b1acd3-c74e-5322-b861-63bd2869daca', 'secondsPerOrder', 16],
			],
		}),
		...IMPORT.claims.steps,
		step('amazonOrders', 'Turn Into Store Orders', {
			id: 'ab4ca380-b1e7-547b-a02c-07c95ca34368',
			at: [2400, 0],
			parameters: { ...ORDER_RULES, store: 'none' },
			credentials: AMAZON,
		}),
		step('httpRequest', 'Look for It in the Store', {
			id: '3d17a334-4bc6-5622-a662-fcbe83567e22',
			at: [2640, 0],
			parameters: {
				method: 'GET',
				url: "={{ $('Settings').first().json.storeUrl }}",
				...query({ amazonOrderId: '={{ $json.amazonOrderId }}' }),
				...HEADER_TOKEN,
				options: READING,
			},
			credentials: ORDER_WEBHOOK,
			...ASK_AGAIN,
			onError: 'continueRegularOutput',
		}),
		code('Read What Was Found', {
			id: 'f5603d40-f1c3-586c-ad27-ca6ba9d53f71',
			at: [2880, 0],
			runs: 'imports/webhookFound',
		}),
		...IMPORT.creation.steps,
		step('httpRequest', 'Create the Order', {
			id: '1c1a2399-d8a8-5fd8-a78c-ccd18dac34ba',
			at: [3600, -200],
			parameters: {
				method: 'POST',
				...jsonBody("={{ $('Must It Be Created?').item.json.storeOrder }}"),
				url: "={{ $('Settings').first().json.storeUrl }}",
				...HEADER_TOKEN,
				options: CREATING,
			},
			credentials: ORDER_WEBHOOK,
			onError: 'continueRegularOutput',
		}),
		code('Note What Came of It', {
			id: 'ff517b71-7a30-53db-a300-a034a37cbdb4',
			at: [3840, 0],
			runs: 'imports/webhookOutcome',
		}),
		...IMPORT.outcomes.steps,
		yourOwnMessages({ id: '53e8fcb9-d52f-5177-a800-b6274664b571', at: [4800, 60] }),
		...IMPORT.failures.steps,
		note(1, {
			id: '1b6d282b-f2a8-55a8-adfb-edf074ea1cbe',
			at: [-40, -700],
			size: [660, 400],
			color: 5,
			text: [
				"## Amazon's orders go into your own system",
				'Every 5 minutes new orders are judged by your rules and sent to it, **once**, whatever is cut off in the middle. The table **Amazon Orders** shows what became of each.',
				'',
				'**To use it with your store**',
				'1. Run *Amazon 1: Set Up* once.',
				'2. Give your system an address that answers two calls. **POST** takes an order and answers with its `id` and `number`; **GET** with `?amazonOrderId=` answers with a list of the orders that it made of that Amazon order: `[]` or `[{ "id", "number", "amazonOrderId" }]`.',
				'3. Open **Settings** and fill in the address. Put a token that your system knows into the credential of the two HTTP steps.',
				'4. Choose your account in the five Amazon steps, look at the rules in *Turn Into Store Orders*, read the red notes, and publish.',
				'',
				'An order goes into one store only: publish one of the workflows 6a to 6d, or give each its own marketplaces in its first steps.',
				'',
				'Successful runs are not saved: they hold addresses of your buyers.',
			],
		}),
		note(2, {
			id: '7d3659f3-42ad-5675-aa64-9eef20b0fe95',
			at: [400, 190],
			size: [460, 250],
			color: 6,
			text: [
				'### Your settings',
				'**store**: how the table calls this store.',
				'**storeUrl**: the address of your system.',
				'**cutOffAfterMinutes**: an order that is `importing` for longer was cut off, and is begun anew. **secondsPerOrder**: as long as the creation of one order may last; right before it, claims are renewed for all of them together.',
			],
		}),
		noteOnCatchUp(3, { id: 'bc3ca180-1407-59f0-a3d8-520ea8903a63', at: [-40, 400] }),
		noteOnClaims(4, { id: '6f258c76-0f22-5b5a-a63b-7127b1dbb9de', at: [680, -540] }),
		noteOnConvert(5, { id: 'e72a7d60-0188-534f-ae14-4ab62b644f2b', at: [2300, -400] }),
		noteOnLooking(6, { id: '2a953189-1ef7-5dcc-a958-ddaff6eb8d47', at: [2800, -480] }),
		note(7, {
			id: '4687035c-c440-5f63-a45c-897a32ce4bf4',
			at: [3540, -480],
			size: [520, 250],
			color: 3,
			text: [
				'### What your system gets',
				'The order in plain fields: customer, addresses, lines with your SKU, and amounts as texts. `total` is the sum of the lines, shipping, gift wrap, fees and `adjustment`, less `discount`, plus `tax` unless `taxIncluded`.',
				'',
				'A status of 400, 409 or 422 refuses the order for good, and `message` says why; with any other the order is tried again.',
			],
		}),
		noteOnFailures(8, { id: 'e62c211f-148d-5c9d-ad77-dd03bd6707ef', at: [3360, 460] }),
		noteOnAcknowledging(9, { id: '6784f666-9095-5857-a540-b5b5b4effe2e', at: [4500, -660] }),
		noteOnMessages(10, { id: '3d8f6a62-729c-534a-a1b2-a08f98cbd32a', at: [4980, 10] }),
		note(11, {
			id: 'bbb63d71-2168-525f-a08a-3434c3bf850f',
			at: [960, 200],
			size: [440, 180],
			color: 7,
			text: [
				'### No products are looked up',
				'Every SKU is taken as it is. If orders of unknown or sold-out products are to fail, connect a step that gets your products to the second input of *Turn Into Store Orders*.',
			],
		}),
	],
	wires: joined(IMPORT.wires, {
		'Note What Came of It': ['Write Down What Came of It'],
	}),
});
