import type { INodeParameters } from 'n8n-workflow';
import { choose } from './choices';
import { code } from './codeStep';
import { AMAZON } from './credentials';
import { every, setFields } from './everyday';
import { yourOwnMessages } from './parts/messages';
import { runByHand } from './parts/sendByHand';
import { deleteRows, getRows, updateRows } from './rows';
import { note, step } from './step';
import { OFFERS } from './tables';
import { workflow } from './workflow';

export const queueToAmazon = workflow({
	file: 'queue-to-amazon',
	id: 'amazonQueueToAmazon',
	name: 'Amazon 3: Queue to Amazon',
	keepsSuccesses: true,
	steps: [
		every('Every 5 Minutes', { id: '20bccaf3-6671-44bb-808b-157b5c6869ba', at: [0, -100], minutes: 5 }),
		runByHand({ id: '71153911-0179-4c60-8b45-3007188f0913', at: [0, 100] }),
		setFields('Settings', {
			id: 'd24320df-77f6-46ef-826b-c5e00e3ea77b',
			at: [240, 0],
			fields: [
				['23a6e898-66a2-406c-80f8-cf83ac28d898', 'queueChunkSize', 500],
				['5fbecf16-91b8-4700-8cac-faba97a467fa', 'urgentAtMost', 10],
				['c762bf6e-5a4a-5277-944c-903c287e5772', 'cutOffAfterMinutes', 30],
			],
			alone: true,
		}),
		updateRows('Free What Was Cut Off', OFFERS, {
			id: '721731fd-d9e8-5095-a51b-0d8eb471fe16',
			at: [540, -200],
			where: [
				['claim', 'isNotEmpty'],
				['claimedAt', 'lt', '={{ $now.minus({ minutes: $json.cutOffAfterMinutes }).toUTC().toISO() }}'],
			],
			set: { claim: '' },
		}),
		getRows('Read Waiting Rows', OFFERS, {
			id: '2069e31c-ea56-447c-83ab-8da9c53b66ea',
			at: [480, 0],
			where: [
				['status', 'eq', 'pending'],
				['claim', 'isEmpty'],
			],
			limit: '={{ $json.queueChunkSize }}',
			orderBy: 'priority',
			direction: 'DESC',
		}),
		getRows('Read All Rows of These Products', OFFERS, {
			id: '5343e37d-2ea4-4163-8b3a-eebc818efa4a',
			at: [720, 0],
			where: [['key', 'eq', '={{ $json.key }}']],
			alwaysOutputData: true,
		}),
		code('Sort Into Lanes', {
			id: '571b4bca-66d0-4463-8a09-1c641fcedfa0',
			at: [960, 0],
			runs: 'queue/lanes',
		}),
		updateRows('Take Them: On the Way', OFFERS, {
			id: '82a991b4-cba6-5a7d-935e-2fe768165407',
			at: [1200, 0],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['claim', 'isEmpty'],
			],
			set: {
				lastPrice: '',
				lastSale: '',
				lastQuantity: '={{ null }}',
				claim: '={{ $execution.id }}',
				claimedAt: '={{ $now.toUTC().toISO() }}',
			},
		}),
		code('Keep What Is Ours', {
			id: 'c9877c8c-118e-5ece-b5a3-8e484bb35a63',
			at: [1440, 0],
			runs: 'queue/ours',
		}),
		choose('Which Lane?', {
			id: '1b2df752-2238-4654-8bbb-475b51397dc4',
			at: [1680, 0],
			cases: [
				{
					output: 'Urgent',
					checks: [['02581fb1-b651-474e-83e8-77574b31446b', '={{ $json.lane }}', 'equals', 'urgent']],
				},
				{
					output: 'Feed',
					checks: [['f9617b8e-3e63-4da7-896e-cbc4161f8df8', '={{ $json.lane }}', 'equals', 'feed']],
				},
				{
					output: 'Duplicate',
					checks: [['d0c67cee-c8c6-4230-8427-72db1c82fb17', '={{ $json.lane }}', 'equals', 'duplicate']],
				},
			],
		}),
		step('amazonListings', 'Send Sold-Out Products Now', {
			id: 'e24e25cf-da97-4ed5-824b-6846a3dc563b',
			at: [1980, -200],
			parameters: offerRules('sendNow', 100, {}),
			credentials: AMAZON,
			onError: 'continueRegularOutput',
		}),
		step('amazonListings', 'Submit the Rest in One Feed', {
			id: 'a4993477-9c20-4c66-87b3-c2dc358f5b9e',
			at: [1980, 60],
			parameters: offerRules('submit', 30, { chunkSize: 5000 }),
			credentials: AMAZON,
			onError: 'continueRegularOutput',
		}),
		deleteRows('Delete the Older Row', OFFERS, {
			id: '0c1592bf-11de-4a20-8d49-0759e44c2ba1',
			at: [1980, 340],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['revision', 'eq', '={{ $json.revision }}'],
			],
		}),
		code('Note What Happened', {
			id: '45f30601-12ca-4c45-8b15-1349ff9eded3',
			at: [2280, -60],
			runs: 'queue/answers',
		}),
		updateRows('Note What Amazon Has', OFFERS, {
			id: '88ce11b4-24b5-57ae-8406-3c525dd65f8f',
			at: [2520, 560],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['claim', 'eq', '={{ $execution.id }}'],
			],
			set: {
				lastSku: '={{ $json.lastSku }}',
				lastPrice: '={{ $json.lastPrice }}',
				lastSale: '={{ $json.lastSale }}',
				lastQuantity: '={{ $json.lastQuantity }}',
				submittedAt: '={{ $json.submittedAt }}',
				feedId: '={{ $json.feedId }}',
				messageId: '={{ $json.messageId }}',
				feedMessages: '={{ $json.feedMessages }}',
				pastFeed: '={{ $json.pastFeed }}',
				claim: '',
			},
		}),
		choose('What Happened?', {
			id: '865730b8-fcb1-450c-8777-e64d4be7e273',
			at: [2520, -60],
			cases: [
				{
					output: 'Sent',
					checks: [
						[
							'32eb117b-224b-48e9-8f7f-56687e993efd',
							'={{ $json.status }}',
							'regex',
							'^(submitted|accepted|partly|rejected)$',
						],
					],
				},
				{
					output: 'Held',
					checks: [
						['4b1caec1-a9b9-4dd0-8763-33d73a6cd301', '={{ $json.status }}', 'regex', '^(held|unchanged)$'],
					],
				},
				{
					output: 'Not Sent',
					checks: [['a5f208bb-29b3-4c6a-83be-0156edaefe2b', '={{ $json.status }}', 'regex', '^pending$']],
				},
				{
					output: 'Replaced',
					checks: [['8a709d4a-56c2-4090-8036-cd99c814cbb5', '={{ $json.status }}', 'regex', '^superseded$']],
				},
			],
		}),
		updateRows('Write Down: Sent', OFFERS, {
			id: 'bd55c4a9-eaa3-459a-8476-a8988df5bc25',
			at: [2820, -320],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['revision', 'eq', '={{ $json.revision }}'],
				['claim', 'eq', '={{ $execution.id }}'],
			],
			set: 'input',
		}),
		updateRows('Write Down: Held', OFFERS, {
			id: '2d9097af-9902-4a0d-8be1-960d476391a8',
			at: [2820, -100],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['revision', 'eq', '={{ $json.revision }}'],
				['claim', 'eq', '={{ $execution.id }}'],
			],
			set: 'input',
		}),
		updateRows('Write Down: Not Sent', OFFERS, {
			id: '4604d44d-8c38-4a62-8be6-36803ee4edb6',
			at: [2820, 120],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['revision', 'eq', '={{ $json.revision }}'],
				['claim', 'eq', '={{ $execution.id }}'],
			],
			set: 'input',
		}),
		deleteRows('Delete the Replaced Row', OFFERS, {
			id: '8a710b40-ae07-42ca-8c4f-9f7aa8e7cceb',
			at: [2820, 340],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['revision', 'eq', '={{ $json.revision }}'],
			],
		}),
		note(1, {
			id: 'bedb17a5-2968-47ac-8882-06c20727e718',
			at: [-40, -480],
			size: [560, 320],
			color: 5,
			text: [
				'## What is waiting goes to Amazon',
				"Every 5 minutes this workflow takes the most important waiting rows of the table **Amazon Offers**, sends them, and writes into each row what became of it. *Amazon 4: Feed Results* writes Amazon's answer later.",
				'',
				'**To use it**: choose your account in the two Amazon nodes, look at the price and stock rules there, and publish.',
				'',
				'To send one product again, set its **status** to `pending` in the table.',
			],
		}),
		note(2, {
			id: '1af1b1bc-d8ed-4ca2-8080-eafebd214c9f',
			at: [160, 180],
			size: [360, 240],
			color: 6,
			text: [
				'### Your settings',
				'**queueChunkSize**: rows taken in one run, 500. **urgentAtMost**: up to this many sold-out products take the urgent lane; more of them go with the feed, where the brake looks at them. **cutOffAfterMinutes**: a run that has had a row for longer was cut off.',
			],
		}),
		note(3, {
			id: 'ed710d3d-fb1f-4719-8605-2362850b7522',
			at: [1900, -580],
			size: [340, 300],
			color: 7,
			text: [
				'### Two lanes',
				'**Sold out in the store, still on sale at Amazon**: one call each, at once.',
				'**All others**: one feed, worked through by Amazon in 15 to 30 minutes. What overtakes a feed that Amazon still works on is sent once more when that feed has ended.',
			],
		}),
		note(4, {
			id: 'cae03fb2-d052-4df6-8af7-1c7dea5cc0c5',
			at: [640, -420],
			size: [420, 200],
			color: 3,
			text: [
				'### Brakes',
				'Held, with the reason in the row: a price that moves by more than **50 %**, and all zeroes when more than **30 %** of at least 20 products would sell out at once. Nothing is sent that has not changed.',
			],
		}),
		note(5, {
			id: 'b63cc5d1-7bfa-4127-87c8-be6941394de8',
			at: [1540, 420],
			size: [380, 160],
			color: 7,
			text: [
				'### Two rows for one product',
				'happen when a message comes late, or two create it at the same moment. The newer one counts; the older one is deleted, never sent.',
			],
		}),
		note(6, {
			id: 'c6d248c2-f7f1-4e12-82a2-9344297a2d89',
			at: [2700, -700],
			size: [340, 340],
			color: 7,
			text: [
				'### Every row gets its answer',
				'Only if it is still the row that was sent: a row that your store changed meanwhile stays **pending** and goes with the next run. What Amazon **has** is noted in any case, by the lowest branch; keep it there.',
				'',
				'**Held** rows wait until the store changes them; of a row that is **partly** sent, **held** names the part that waits. **Not sent** ones are tried again.',
			],
		}),
		note(7, {
			id: '31b3094e-1507-5220-9064-7bd1849443e4',
			at: [1160, 180],
			size: [380, 200],
			text: [
				'### Taken, and unknown while it is on its way',
				'A run writes its number into **claim**, so no other sends the same row, and what Amazon has counts as unknown from then on. Whatever cuts the run off, after **cutOffAfterMinutes** the row is free, and sent in full.',
			],
		}),
		code('Write a Message About What Is Held', {
			id: '0b2f6a52-6f2c-4f83-9f4e-5d2b8f0f7c01',
			at: [3120, -200],
			runs: 'queue/heldMessage',
		}),
		yourOwnMessages({ id: '6d3a1f0c-2e57-4a9c-8a55-7a3f5f3c9d02', at: [3360, -200] }),
		note(8, {
			id: 'b7f0b1d4-58a5-4a3c-8f0a-1f6f7f8a0a03',
			at: [3060, -440],
			size: [420, 220],
			color: 6,
			text: [
				'### Tell somebody',
				'One message per run about products that are held, go only in part, or are rejected at once, with **subject** and **text**. Replace the last step by **Send Email**, **Slack** or another node.',
			],
		}),
	],
	wires: {
		'Every 5 Minutes': ['Settings'],
		'Run by Hand': ['Settings'],
		Settings: [['Free What Was Cut Off', 'Read Waiting Rows']],
		'Read Waiting Rows': ['Read All Rows of These Products'],
		'Read All Rows of These Products': ['Sort Into Lanes'],
		'Sort Into Lanes': ['Take Them: On the Way'],
		'Take Them: On the Way': ['Keep What Is Ours'],
		'Keep What Is Ours': ['Which Lane?'],
		'Which Lane?': ['Send Sold-Out Products Now', 'Submit the Rest in One Feed', 'Delete the Older Row'],
		'Send Sold-Out Products Now': ['Note What Happened'],
		'Submit the Rest in One Feed': ['Note What Happened'],
		'Note What Happened': [['What Happened?', 'Note What Amazon Has']],
		'What Happened?': [
			'Write Down: Sent',
			'Write Down: Held',
			'Write Down: Not Sent',
			'Delete the Replaced Row',
		],
		'Write Down: Sent': ['Write a Message About What Is Held'],
		'Write Down: Held': ['Write a Message About What Is Held'],
		'Write a Message About What Is Held': ['Connect Your E-Mail or Slack Here'],
	},
});

/** Both lanes follow the same rules: a person who changes one of them here changes both. */
function offerRules(operation: string, soldOutPercent: number, options: INodeParameters): INodeParameters {
	return {
		resource: 'offer',
		operation,
		change: 'offer',
		marketplaceIds: [],
		skuField: 'sku',
		priceField: 'price',
		changePriceBy: '',
		endPricesIn: '',
		lowestPrice: '',
		brakePercent: 50,
		priceRules: {
			currencyField: 'currency',
			sale: { rule: { source: 'salePrice', start: 'saleStart', end: 'saleEnd', lastsDays: 30 } },
		},
		quantityField: 'quantity',
		keepBack: 0,
		shippedBy: 'MFN',
		soldOutPercent,
		stockRules: {
			enabledField: 'enabled',
			inStockField: 'inStock',
			managesStockField: 'managesStock',
			unmanagedQuantity: 100,
			lowStockAt: 3,
		},
		options: {
			marketplaceField: 'marketplace',
			onlyChanges: true,
			keepFields: 'id, key, revision, lastPrice, lastSale, lastQuantity',
			lastPriceField: 'lastPrice',
			lastSaleField: 'lastSale',
			lastQuantityField: 'lastQuantity',
			...options,
		},
	};
}
