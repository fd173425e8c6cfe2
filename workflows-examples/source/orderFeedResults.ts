import { choose } from './choices';
import { code } from './codeStep';
import { AMAZON } from './credentials';
import { every, setFields } from './everyday';
import { askAmazon } from './parts/feedAnswers';
import { stuckFeedMessage, yourOwnMessages, yourOwnMessagesToo } from './parts/messages';
import { getRows, updateRows } from './rows';
import { note, step } from './step';
import { ORDERS, REFUNDS, SHIPMENTS } from './tables';
import { workflow } from './workflow';

export const orderFeedResults = workflow({
	file: 'order-feed-results',
	id: 'amazonOrderFeedResults',
	name: 'Amazon 10: Order Feed Results',
	keepsSuccesses: true,
	steps: [
		step('amazonTrigger', 'When Amazon Has Finished an Order Feed', {
			id: '0a8c5e29-0d36-598b-8d8a-894f8e87b43a',
			at: [0, 420],
			parameters: {
				pollTimes: { item: [{ mode: 'everyX', value: 5, unit: 'minutes' }] },
				event: 'feedFinished',
				feeds: 'orders',
				emit: 'feeds',
				lookBackHours: 24,
			},
			credentials: AMAZON,
		}),
		setFields('Choose the Rows', {
			id: 'abc2ddcd-b09d-504f-b2dc-65ec99501839',
			at: [520, 620],
			fields: [
				['61864423-5be5-50ac-a3cf-a31c419d6af6', 'feed', "={{ $json.feedId ?? '%' }}"],
				[
					'f24b22c8-432a-583a-ac73-54965d076988',
					'before',
					'={{ $now.minus({ hours: $json.askAgainAfterHours ?? 0 }).toUTC().toISO() }}',
				],
			],
			alone: true,
		}),
		choose('Which Feed?', {
			id: '09e949ba-9605-5b95-bbf7-57b1b3ff2a65',
			at: [1840, 0],
			cases: [
				{
					output: 'Shipments',
					checks: [['9d1c2ad6-97d2-5f82-92b6-40d4775e4aa8', '={{ $json.table }}', 'equals', 'shipments']],
				},
				{
					output: 'Refunds',
					checks: [['fc457dd6-0019-5f79-8eca-9d17f0934e79', '={{ $json.table }}', 'equals', 'refunds']],
				},
				{
					output: 'Orders: Refused',
					checks: [
						['1b7b475d-517f-585a-a677-03a7940585f6', '={{ $json.table }}', 'equals', 'orders'],
						['b6df1edd-852a-5de3-ad3b-16c7e4e9b60d', '={{ $json.status }}', 'notEquals', 'accepted'],
					],
				},
				{
					output: 'Orders: Accepted',
					checks: [['f5209528-f49c-5710-8782-228dc016f437', '={{ $json.table }}', 'equals', 'orders']],
				},
			],
		}),
		updateRows('Write Down the Shipments', SHIPMENTS, {
			id: '915a7566-7cb8-55c7-8d95-69419cef04e0',
			at: [2160, -620],
			where: [
				['feedId', 'eq', '={{ $json.feedId }}'],
				['messageId', 'eq', '={{ $json.messageId }}'],
				['status', 'eq', 'submitted'],
			],
			set: {
				status: "={{ $json.status === 'cancelled' ? 'waiting' : $json.status }}",
				reason: '={{ $json.reason }}',
				message: '={{ $json.message }}',
			},
		}),
		updateRows('Mark the Orders as Shipped', ORDERS, {
			id: '808826ee-e53e-539a-b483-1b7d9c3710f1',
			at: [2440, -700],
			where: [
				['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}'],
				['shipped', 'neq', 'yes'],
			],
			set: { shipped: "={{ { accepted: 'yes', rejected: 'rejected' }[$json.status] ?? '' }}" },
		}),
		updateRows('Write Down the Refunds', REFUNDS, {
			id: 'a738a73c-c1f6-5fa7-af38-701ac4446806',
			at: [2160, -420],
			where: [
				['feedId', 'eq', '={{ $json.feedId }}'],
				['messageId', 'eq', '={{ $json.messageId }}'],
				['status', 'eq', 'submitted'],
			],
			set: {
				status: "={{ $json.status === 'cancelled' ? 'waiting' : $json.status }}",
				reason: '={{ $json.reason }}',
				message: '={{ $json.message }}',
			},
		}),
		updateRows('Acknowledgements: Not Taken', ORDERS, {
			id: '0dc0d94c-8258-51fc-b808-20c610a00a29',
			at: [2160, -220],
			where: [
				['acknowledgeFeedId', 'eq', '={{ $json.feedId }}'],
				['acknowledgeMessageId', 'eq', '={{ $json.messageId }}'],
				['acknowledged', 'eq', 'submitted'],
			],
			set: {
				acknowledged: "={{ $json.status === 'rejected' ? 'rejected' : '' }}",
				message: "={{ 'Not acknowledged: ' + $json.message }}",
			},
		}),
		updateRows('Cancellations: Not Taken', ORDERS, {
			id: '2eb32261-6d1a-5ce8-9f0c-0834a394b2e3',
			at: [2160, -20],
			where: [
				['cancelFeedId', 'eq', '={{ $json.feedId }}'],
				['cancelMessageId', 'eq', '={{ $json.messageId }}'],
				['cancellation', 'eq', 'submitted'],
			],
			set: {
				cancellation: "={{ $json.status === 'cancelled' ? 'asked' : $json.status }}",
				reason: "={{ $json.status === 'cancelled' ? 'store-cancelled' : $json.reason }}",
				message: "={{ 'Not cancelled at Amazon: ' + $json.message }}",
			},
		}),
		updateRows('Acknowledgements: Taken', ORDERS, {
			id: 'dd590dcb-3009-5e6a-8422-17dc81da6e32',
			at: [2160, 180],
			where: [
				['acknowledgeFeedId', 'eq', '={{ $json.feedId }}'],
				['acknowledgeMessageId', 'eq', '={{ $json.messageId }}'],
				['acknowledged', 'eq', 'submitted'],
			],
			set: { acknowledged: 'yes' },
		}),
		updateRows('Cancellations: Taken', ORDERS, {
			id: 'f471c4fc-e8bc-5e8c-a0dd-daac7263c4f2',
			at: [2160, 380],
			where: [
				['cancelFeedId', 'eq', '={{ $json.feedId }}'],
				['cancelMessageId', 'eq', '={{ $json.messageId }}'],
				['cancellation', 'eq', 'submitted'],
			],
			set: { status: 'cancelled', cancellation: 'yes', reason: '', message: 'Cancelled at Amazon' },
		}),
		code('Write One Message per Feed', {
			id: 'e128e2a4-cd5c-5296-9739-e8b1e796e687',
			at: [2720, -280],
			runs: 'feeds/orderMessages',
		}),
		yourOwnMessages({ id: '0744e360-b845-5364-bcfd-87430c5a0ce6', at: [2960, -280] }),
		stuckFeedMessage({ id: '18811857-2fbd-5b7e-bd0f-277701106e75', at: [300, 160] }),
		yourOwnMessagesToo({ id: '720a1d39-84da-5df3-88de-4fb93d20480d', at: [560, 160] }),
		every('Every Hour', { id: 'ecface58-70a3-5584-aa6d-a94b9dbc26b2', at: [0, 760], minuteOfHour: 37 }),
		setFields('Settings', {
			id: '6f8dbedf-4afd-54d4-af81-2af1501f096a',
			at: [240, 760],
			fields: [['c686359e-e77a-5e6a-bda2-7165c9b036f3', 'askAgainAfterHours', 2]],
			alone: true,
		}),
		getRows('Read Shipments Without an Answer', SHIPMENTS, {
			id: 'ff85be48-9cb1-540a-a27d-6dfae0c76a40',
			at: [780, 420],
			where: [
				['status', 'eq', 'submitted'],
				['feedId', 'like', '={{ $json.feed }}'],
				['updatedAt', 'lte', '={{ $json.before }}'],
			],
			limit: 1000,
			orderBy: 'id',
		}),
		getRows('Read Refunds Without an Answer', REFUNDS, {
			id: '4230a4bf-dfac-500b-b5e4-5f9422dcb65e',
			at: [780, 620],
			where: [
				['status', 'eq', 'submitted'],
				['feedId', 'like', '={{ $json.feed }}'],
				['updatedAt', 'lte', '={{ $json.before }}'],
			],
			limit: 1000,
			orderBy: 'id',
		}),
		getRows('Read Orders Without an Answer', ORDERS, {
			id: 'e3a6e854-a95b-58a9-94d7-df64b6980767',
			at: [780, 820],
			where: [
				['acknowledged', 'eq', 'submitted'],
				['cancellation', 'eq', 'submitted'],
			],
			any: true,
			limit: 1000,
			orderBy: 'id',
			executeOnce: true,
		}),
		code('Name Their Feeds', {
			id: 'c041f02a-aed2-5ed1-8c7f-3524c38993a1',
			at: [1020, 820],
			runs: 'feeds/orderFeeds',
		}),
		askAmazon({ id: 'f5206250-a438-5ed7-9571-5031fe55a1f4', at: [1300, 620] }),
		code('Keep the Answers', {
			id: '6b2581b0-d686-5236-bbe6-bc616612d9f5',
			at: [1540, 620],
			runs: 'feeds/orderAnswers',
		}),
		note(1, {
			id: 'a987b81d-847a-5eec-97aa-9e4b6f1cb544',
			at: [-40, -240],
			size: [600, 320],
			color: 5,
			text: [
				"## Amazon's answers about orders come back into the tables",
				'When Amazon has worked through a feed of acknowledgements, cancellations, shipments or refunds, the rows of **Amazon Orders**, **Shipments to Amazon** and **Refunds to Amazon** say what became of each.',
				'',
				'**To use it**: choose your account in the trigger and in *Ask Amazon*, connect your e-mail or Slack (see right), and publish.',
				'',
				'**unclear**: Amazon is done, and its counts do not tell what became of it: look in Seller Central first. To try a rejected shipment or refund again, put the cause right and set its **status** to `waiting`.',
			],
		}),
		note(2, {
			id: '0408218e-f9c7-5ca3-a435-feb8a64f177e',
			at: [720, 220],
			size: [480, 140],
			color: 7,
			text: [
				'### Row by row',
				"The rows of the feed are read, and each gets Amazon's answer to its own message. Only rows that are still **submitted** change.",
			],
		}),
		note(3, {
			id: '7cf189bc-87e7-5981-97bc-e5a89070e759',
			at: [2400, 60],
			size: [480, 220],
			color: 7,
			text: [
				'### Refused, unclear or cancelled',
				'**Refused as a whole**: every row of the feed is rejected. **Unclear**: a person looks; acknowledgements are simply sent again. **Cancelled** by Amazon before it was read: shipments and refunds wait again, cancellations are asked for again, orders are acknowledged with the next import. **Still running**: asked for again every hour.',
			],
		}),
		note(4, {
			id: '2cd5c312-1724-5182-8772-21d0d8321e54',
			at: [2680, -580],
			size: [360, 160],
			color: 6,
			text: [
				'### Tell somebody',
				'One message per feed, with **subject** and **text**. Replace the last step by **Send Email**, **Slack** or another node and use `{{ $json.subject }}` and `{{ $json.text }}`.',
			],
		}),
		note(5, {
			id: 'd0871313-b834-563f-acb2-69ee0c955119',
			at: [-40, 920],
			size: [480, 140],
			color: 7,
			text: [
				'### The safety net',
				'Now and then the news that a feed is done gets lost. Rows that have had no answer for two hours are asked for once an hour.',
			],
		}),
	],
	wires: {
		'When Amazon Has Finished an Order Feed': [['Write a Message About a Stuck Feed', 'Choose the Rows']],
		'Choose the Rows': [
			['Read Shipments Without an Answer', 'Read Refunds Without an Answer', 'Read Orders Without an Answer'],
		],
		'Which Feed?': [
			'Write Down the Shipments',
			'Write Down the Refunds',
			['Acknowledgements: Not Taken', 'Cancellations: Not Taken'],
			['Acknowledgements: Taken', 'Cancellations: Taken'],
		],
		'Write Down the Shipments': [['Mark the Orders as Shipped', 'Write One Message per Feed']],
		'Write Down the Refunds': ['Write One Message per Feed'],
		'Acknowledgements: Not Taken': ['Write One Message per Feed'],
		'Cancellations: Not Taken': ['Write One Message per Feed'],
		'Write One Message per Feed': ['Connect Your E-Mail or Slack Here'],
		'Write a Message About a Stuck Feed': ['Connect It Here Too'],
		'Every Hour': ['Settings'],
		Settings: ['Choose the Rows'],
		'Read Shipments Without an Answer': ['Ask Amazon'],
		'Read Refunds Without an Answer': ['Ask Amazon'],
		'Read Orders Without an Answer': ['Name Their Feeds'],
		'Name Their Feeds': ['Ask Amazon'],
		'Ask Amazon': ['Keep the Answers'],
		'Keep the Answers': ['Which Feed?'],
	},
});
