import { onlyIf } from './choices';
import { code } from './codeStep';
import { AMAZON } from './credentials';
import { every, setFields } from './everyday';
import { askAmazon } from './parts/feedAnswers';
import { stuckFeedMessage, yourOwnMessages, yourOwnMessagesToo } from './parts/messages';
import { getRows, updateRows } from './rows';
import { note, step } from './step';
import { OFFERS } from './tables';
import { workflow } from './workflow';

export const feedResults = workflow({
	file: 'feed-results',
	id: 'amazonFeedResults',
	name: 'Amazon 4: Feed Results',
	keepsSuccesses: true,
	steps: [
		step('amazonTrigger', 'When Amazon Has Finished a Feed', {
			id: '4265ffaa-5478-4e10-8a78-94d0935f4cd3',
			at: [0, 0],
			parameters: {
				pollTimes: { item: [{ mode: 'everyX', value: 2, unit: 'minutes' }] },
				event: 'feedFinished',
				emit: 'feeds',
				lookBackHours: 24,
			},
			credentials: AMAZON,
		}),
		getRows('Read the Rows of the Feed', OFFERS, {
			id: '90e504c0-b760-5aba-8385-508d64822008',
			at: [480, 120],
			where: [['feedId', 'eq', '={{ $json.feedId }}']],
		}),
		code('Write One Message per Feed', {
			id: '1bdb36bc-bde2-43c0-84b7-af9d35c352b4',
			at: [1560, 400],
			runs: 'feeds/offerMessages',
		}),
		yourOwnMessages({ id: '6be62fb6-c1f2-4a87-8e7a-3897f605fcdd', at: [1820, 400] }),
		stuckFeedMessage({ id: 'f5ddfc81-602e-5785-a5c5-e2767cd57cd8', at: [480, -260] }),
		updateRows('Send Again What Overtook It', OFFERS, {
			id: '79c92051-b242-5ed1-930c-a27c0554f0a6',
			at: [480, -80],
			where: [['pastFeed', 'eq', "={{ $json.status === 'stuck' ? 'still at work' : $json.feedId }}"]],
			set: {
				status: 'pending',
				reason: '',
				message: 'Sent past a feed that has ended now; sent once more',
				lastPrice: '',
				lastSale: '',
				lastQuantity: '={{ null }}',
				pastFeed: '',
				claim: '',
			},
		}),
		yourOwnMessagesToo({ id: '994dc3cb-1892-5d12-9575-27bd32dcc689', at: [760, -260] }),
		every('Every Hour', { id: '35155522-a668-4b9a-8921-7b2198faa1e3', at: [0, 480], minuteOfHour: 47 }),
		setFields('Settings', {
			id: '2ebd2950-4f92-4284-8d8d-71a816f03406',
			at: [240, 480],
			fields: [['34b89177-3c63-4cb8-8c7b-9d51595ea69f', 'askAgainAfterHours', 2]],
			alone: true,
		}),
		getRows('Read Rows Without an Answer', OFFERS, {
			id: '0903ad67-6583-4a5e-8cda-ea3d14e50a21',
			at: [480, 480],
			where: [
				['status', 'eq', 'submitted'],
				['submittedAt', 'lt', '={{ $now.minus({ hours: $json.askAgainAfterHours }).toUTC().toISO() }}'],
			],
			limit: 1000,
			orderBy: 'submittedAt',
		}),
		askAmazon({ id: 'fbf9e0cf-392e-40f6-8b10-c5a880db2190', at: [780, 240] }),
		code('Keep the Answers', {
			id: '05d7117a-f40a-45a3-8ba9-442bee20ddab',
			at: [1020, 240],
			runs: 'feeds/offerAnswers',
		}),
		onlyIf('Only What Was Not Taken', {
			id: '8e705107-5096-5963-a1c3-75ddd6951682',
			at: [1300, 100],
			checks: [
				['f9271807-7368-5f8b-b538-242a18ed98af', '={{ $json.status }}', 'notEquals', 'accepted'],
				['1d3b1c9e-7d2f-4c31-9f61-2f8a35a3c0de', '={{ $json.status }}', 'notEquals', 'partly'],
			],
		}),
		updateRows('Forget What They Were Sent', OFFERS, {
			id: '44e1b473-13c5-5212-90ad-686bdbbd4dcc',
			at: [1560, 100],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['feedId', 'eq', '={{ $json.feedId }}'],
			],
			set: { lastPrice: '', lastSale: '', lastQuantity: '={{ null }}', claim: '' },
		}),
		updateRows('Write Down the Answer', OFFERS, {
			id: '442d8048-611b-4f84-81ac-3b600f13783d',
			at: [1300, 400],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['feedId', 'eq', '={{ $json.feedId }}'],
				['status', 'neq', 'pending'],
				['status', 'neq', 'held'],
			],
			set: 'input',
		}),
		note(1, {
			id: 'c8496111-60b4-40e6-8453-c3262116a2e2',
			at: [-40, -640],
			size: [480, 320],
			color: 5,
			text: [
				"## Amazon's answer comes back into the table",
				"When Amazon has worked through a feed, each row of it becomes **accepted**, **partly** when a part of it was held, **rejected** with Amazon's reason, or **unclear** where Amazon's counts do not tell what became of it.",
				'',
				'**To use it**: choose your account in the trigger and in *Ask Amazon*, connect your e-mail or Slack (see right), and publish.',
				'',
				'To try a rejected product again, change it in the store or set its **status** to `pending`.',
			],
		}),
		note(2, {
			id: '4e6a31f7-9c89-4ca8-8849-e13005f57402',
			at: [1240, -140],
			size: [420, 180],
			color: 3,
			text: [
				'### Forgotten, so that it is sent again',
				'What Amazon did not take is forgotten as "last sent": otherwise a second try would count as unchanged. A row that your store changed meanwhile keeps its status, and is sent.',
			],
		}),
		note(3, {
			id: '2ea14fbe-8220-49d2-8528-622d73c987d4',
			at: [720, 440],
			size: [420, 180],
			color: 7,
			text: [
				'### What Amazon says, row by row',
				'**Refused as a whole**: every row is rejected. **Cancelled**: every row waits again. **Still running, or stuck**: asked for again every hour; of a stuck feed you get one message.',
			],
		}),
		note(4, {
			id: '00e0c5ba-fd16-46c2-85bb-ca53652776af',
			at: [1760, 600],
			size: [360, 220],
			color: 6,
			text: [
				'### Tell somebody',
				'One message per feed, with **subject** and **text**. Replace the last step by **Send Email**, **Slack** or another node and use `{{ $json.subject }}` and `{{ $json.text }}`.',
			],
		}),
		note(5, {
			id: '7d62ab0f-09e7-4e9e-8e62-238ae401d405',
			at: [-40, 660],
			size: [480, 160],
			color: 7,
			text: [
				'### The safety net',
				'Now and then the news that a feed is done gets lost. Rows that have had no answer for two hours are asked for once an hour.',
			],
		}),
	],
	wires: {
		'When Amazon Has Finished a Feed': [
			['Write a Message About a Stuck Feed', 'Send Again What Overtook It', 'Read the Rows of the Feed'],
		],
		'Read the Rows of the Feed': ['Ask Amazon'],
		'Write One Message per Feed': ['Connect Your E-Mail or Slack Here'],
		'Write a Message About a Stuck Feed': ['Connect It Here Too'],
		'Every Hour': ['Settings'],
		Settings: ['Read Rows Without an Answer'],
		'Read Rows Without an Answer': ['Ask Amazon'],
		'Ask Amazon': ['Keep the Answers'],
		'Keep the Answers': [['Only What Was Not Taken', 'Write Down the Answer']],
		'Only What Was Not Taken': ['Forget What They Were Sent'],
		'Write Down the Answer': ['Write One Message per Feed'],
	},
});
