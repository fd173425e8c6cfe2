import { choose } from './choices';
import { code } from './codeStep';
import { AMAZON } from './credentials';
import { every, nothing } from './everyday';
import { yourOwnMessages } from './parts/messages';
import { runByHand } from './parts/sendByHand';
import { note, step } from './step';
import { ASK_AGAIN } from './storeCalls';
import { workflow } from './workflow';

export const directPriceList = workflow({
	file: 'direct-price-list',
	id: 'amazonDirectPriceList',
	name: 'Amazon 5: Price List Straight to Amazon',
	keepsSuccesses: true,
	steps: [
		runByHand({ id: 'a9aac592-328c-4423-85a2-be00160ac2d1', at: [0, -100] }),
		every('Every Morning at 6', { id: '62a304d7-5601-4637-8c39-8397a262ae6f', at: [0, 100], hourOfDay: 6 }),
		step('httpRequest', 'Download the Price List', {
			id: '8a4a9ba0-b111-4a2c-8fdd-daff57dd7a6a',
			at: [240, 0],
			parameters: {
				method: 'GET',
				url: 'http://127.0.0.1:8099/price-list.csv?rows=200',
				authentication: 'none',
				options: { response: { response: { responseFormat: 'file', outputPropertyName: 'data' } } },
			},
			...ASK_AGAIN,
		}),
		step('extractFromFile', 'Read the Rows', {
			id: '9a3d06ed-e381-4f2b-85d1-03002ab6b19d',
			at: [480, 0],
			parameters: { operation: 'csv', binaryPropertyName: 'data', options: { enableBOM: true } },
		}),
		step('amazonListings', 'Submit Prices and Stock', {
			id: 'd08ec0c0-6473-401d-8a49-b20ae68d2d1c',
			at: [720, 0],
			parameters: {
				resource: 'offer',
				operation: 'submit',
				change: 'offer',
				marketplaceIds: ['A1PA6795UKMFR9'],
				skuField: 'sku',
				priceField: 'price',
				changePriceBy: '+5 %',
				endPricesIn: '.99',
				lowestPrice: 'floorPrice',
				brakePercent: 50,
				priceRules: { currencyField: 'currency' },
				quantityField: 'quantity',
				keepBack: 1,
				shippedBy: 'MFN',
				soldOutPercent: 30,
				stockRules: { maximumToShow: 50, lowStockAt: 3 },
				options: { keepFields: 'name', chunkSize: 5000 },
			},
			credentials: AMAZON,
		}),
		step('amazonListings', "Wait for Amazon's Answer", {
			id: '2bfddb60-c8ca-449f-8746-0f1a192bfe60',
			at: [960, 0],
			parameters: { resource: 'feed', operation: 'getResult', source: 'items', waitMinutes: 60 },
			credentials: AMAZON,
		}),
		choose('What Became of Each Product?', {
			id: '461da069-becc-4f6d-8bef-703c6718f5ab',
			at: [1240, -200],
			cases: [
				{
					output: 'Accepted',
					checks: [['c6fee318-9fee-455d-8a2f-d0ff7fae8712', '={{ $json.status }}', 'equals', 'accepted']],
				},
				{
					output: 'Rejected by Amazon',
					checks: [['38588f98-ea4b-4f12-829c-9adb30403a7c', '={{ $json.status }}', 'equals', 'rejected']],
				},
				{
					output: 'Held by Your Rules, Wholly or Partly',
					checks: [
						['1ad4599f-78d5-4eb5-8acc-6ba0aa9f3990', '={{ $json.status }}', 'equals', 'held'],
						['6b0f2f0e-6d0a-4a53-9a55-0f1a5d7e6a11', '={{ $json.status }}', 'equals', 'partly'],
					],
					or: true,
				},
			],
			otherwise: 'All Others',
		}),
		nothing('Accepted', { id: 'a3f3465c-7c36-4169-8103-b507dbd5caba', at: [1540, -560] }),
		nothing('Rejected by Amazon', { id: '4fa7b088-e371-41c8-8cbf-8477a8e9cf2c', at: [1540, -380] }),
		nothing('Held by Your Rules', { id: '867c4e01-979c-4a13-83ac-8b5f143ded0c', at: [1540, -200] }),
		nothing('Unclear, Replaced or Still Running', {
			id: 'bf02892c-d462-4fd5-8861-e2d66578be2f',
			at: [1540, -20],
		}),
		code('Sum It Up', {
			id: 'aaba52bc-9eef-43e7-87a7-6852b5f389e4',
			at: [1240, 220],
			runs: 'priceList/summary',
		}),
		yourOwnMessages({ id: 'fa14e879-35dc-4202-882e-1a4affb92cbb', at: [1540, 220] }),
		note(1, {
			id: 'a1ce782f-55e1-4ef0-8f8c-ff5b3bbe092d',
			at: [-40, -600],
			size: [600, 400],
			color: 5,
			text: [
				'## A price list goes straight to Amazon',
				'No table, no queue: the list is downloaded, your rules are applied, everything goes out in one feed, and every product of the list gets its answer.',
				'',
				'**To use it with your list**',
				'1. Put its address into *Download the Price List*. (A file on Google Drive, an FTP server or in an e-mail works too: replace that node.)',
				'2. The first line of the file names the columns. Tell *Submit Prices and Stock* which of them hold the SKU, the price and the quantity.',
				'3. Choose your account and marketplace there, and publish.',
				"4. 6 in the morning is 6 in n8n's time zone, New York unless you set it: *Settings > Timezone* of this workflow.",
			],
		}),
		note(2, {
			id: 'fba8c284-8d65-4c99-88f9-8d72113bea5e',
			at: [600, 180],
			size: [360, 220],
			color: 6,
			text: [
				'### Your rules',
				'As an example: **+5 %**, then rounded to end in **.99**, never below the column **floorPrice**; **1** piece kept back, at most **50** shown.',
				'',
				'Use the operation **Preview** first: it shows every step for every product and sends nothing.',
			],
		}),
		note(3, {
			id: '66aa29cf-ad73-4844-86f8-59a9d3382e3b',
			at: [1720, -420],
			size: [320, 200],
			color: 7,
			text: [
				'### Every product ends in one branch',
				'Work on with the branches you care about. **Held** products name the rule and the reason, **rejected** ones what Amazon says.',
			],
		}),
		note(4, {
			id: 'fee9d182-e40b-45f5-8cdd-870372061249',
			at: [1720, 200],
			size: [320, 160],
			color: 6,
			text: [
				'### Tell somebody',
				'One summary, with **subject** and **text**. Replace the last step by **Send Email**, **Slack** or another node.',
			],
		}),
		note(5, {
			id: 'c0a4a6a2-7c1b-4a0e-9b8e-62d9e1d6f204',
			at: [-40, 340],
			size: [420, 140],
			color: 3,
			text: [
				'### Not together with *Amazon 3: Queue to Amazon*',
				'Both send prices and stock. For the same products each would undo what the other sent: publish one of them.',
			],
		}),
	],
	wires: {
		'Run by Hand': ['Download the Price List'],
		'Every Morning at 6': ['Download the Price List'],
		'Download the Price List': ['Read the Rows'],
		'Read the Rows': ['Submit Prices and Stock'],
		'Submit Prices and Stock': ["Wait for Amazon's Answer"],
		"Wait for Amazon's Answer": [['What Became of Each Product?', 'Sum It Up']],
		'What Became of Each Product?': [
			'Accepted',
			'Rejected by Amazon',
			'Held by Your Rules',
			'Unclear, Replaced or Still Running',
		],
		'Sum It Up': ['Connect Your E-Mail or Slack Here'],
	},
});
