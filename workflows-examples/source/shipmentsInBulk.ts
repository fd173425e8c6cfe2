import { choose, onlyIf } from './choices';
import { code } from './codeStep';
import { AMAZON } from './credentials';
import { every, setFields } from './everyday';
import { yourOwnMessages } from './parts/messages';
import { deleteCopy, packageMessage, putPackageBack, writeDownPackage } from './parts/packages';
import { runByHand } from './parts/sendByHand';
import { getRows, updateRows } from './rows';
import { note, step } from './step';
import { ORDERS, SHIPMENTS } from './tables';
import { workflow } from './workflow';

export const shipmentsInBulk = workflow({
	file: 'shipments-in-bulk',
	id: 'amazonShipmentsInBulk',
	name: 'Amazon 7b: Shipments in One Feed',
	keepsSuccesses: true,
	steps: [
		every('Every 15 Minutes', { id: '48457e7f-7164-586e-ad7f-17792fdada86', at: [0, -100], minutes: 15 }),
		runByHand({ id: '41014d81-8c6f-5802-abb8-69eda93e6780', at: [0, 100] }),
		setFields('Settings', {
			id: '49120054-a79f-5c6e-9030-937625549d6e',
			at: [240, 0],
			fields: [
				['2b2993f1-47a8-562f-98b1-d500da74f354', 'queueChunkSize', 500],
				['7be748cb-95c2-57aa-977b-b1fe623bcc30', 'olderThanMinutes', 10],
				['ba3c2d60-e16c-5c39-b8a9-97fc1adb14ab', 'cutOffAfterMinutes', 30],
			],
			alone: true,
		}),
		updateRows('Free What Was Cut Off', SHIPMENTS, {
			id: 'd52aca1e-e2b3-565a-9c2b-3223d70acc20',
			at: [480, -140],
			where: [
				['claim', 'isNotEmpty'],
				['status', 'eq', 'waiting'],
				['updatedAt', 'lt', '={{ $now.minus({ minutes: $json.cutOffAfterMinutes }).toUTC().toISO() }}'],
			],
			set: { claim: '' },
		}),
		getRows('Read Waiting Packages', SHIPMENTS, {
			id: 'b130f711-07f6-59c9-b7ef-6c7179b10c97',
			at: [480, 40],
			where: [
				['status', 'eq', 'waiting'],
				[
					'updatedAt',
					'lte',
					"={{ $now.minus({ minutes: $('Run by Hand').isExecuted ? 0 : $json.olderThanMinutes }).toUTC().toISO() }}",
				],
				['claim', 'isEmpty'],
			],
			limit: '={{ $json.queueChunkSize }}',
			orderBy: 'id',
		}),
		updateRows('Take Them', SHIPMENTS, {
			id: '90020701-d44c-5548-80ac-7ae1455e43bc',
			at: [720, 0],
			where: [
				['id', 'eq', '={{ $json.id }}'],
				['status', 'eq', 'waiting'],
				['claim', 'isEmpty'],
			],
			set: { claim: '={{ $execution.id }}' },
		}),
		getRows('Read All Rows of These Packages', SHIPMENTS, {
			id: '70e4c3c7-e389-5c0a-bbb2-bc3a974bc9d6',
			at: [960, 0],
			where: [['shipment', 'eq', '={{ $json.shipment }}']],
		}),
		code('Sort Them', {
			id: 'a04ab19b-521e-5eab-ab62-c3fb3d03dcce',
			at: [1200, 0],
			runs: 'shipments/takenMany',
		}),
		choose('What Becomes of It?', {
			id: 'ee41a68c-0432-5142-ae03-5170aa0100df',
			at: [1440, 0],
			cases: [
				{
					output: 'Send',
					checks: [['bdc37b3d-3c8c-5c51-8ada-e4290973be5e', '={{ $json.fate }}', 'equals', 'send']],
				},
				{
					output: 'Wait',
					checks: [['f12953fb-91fc-526f-9cc3-3ac0a09540ed', '={{ $json.fate }}', 'equals', 'later']],
				},
				{
					output: 'A Copy',
					checks: [['b229141b-9307-5adf-983b-5d4ab14f9de1', '={{ $json.fate }}', 'equals', 'copy']],
				},
			],
		}),
		step('amazonOrders', 'Submit Them in One Feed', {
			id: '7d49e0d0-0162-5d3c-9352-f47947ba4876',
			at: [1800, 0],
			parameters: {
				resource: 'shipment',
				operation: 'submitMany',
				orderIdField: 'amazonOrderId',
				shipmentFields: { packageReference: 'shipment' },
				options: { keepFields: 'id, shipment' },
			},
			credentials: AMAZON,
			onError: 'continueRegularOutput',
		}),
		putPackageBack({ id: 'fc63befd-6159-555a-b364-5ba635b19af5', at: [1800, 200] }),
		deleteCopy({ id: '46b9cd98-cebf-5813-9de5-6f93004504da', at: [1800, 400] }),
		code('Note What Happened', {
			id: '32345d00-d5e2-50e2-8f1f-9863af4da593',
			at: [2040, 0],
			runs: 'shipments/feedAnswers',
		}),
		writeDownPackage({ id: 'b452e8df-6008-51a8-b836-020574a075e0', at: [2280, 0] }),
		onlyIf('Only What Was Submitted', {
			id: '86c0061b-20a8-5561-ba18-c480fe2a2d66',
			at: [2520, -120],
			checks: [['8e0e45be-85b5-572b-bbe3-d6368473aca6', '={{ $json.status }}', 'equals', 'submitted']],
		}),
		updateRows('Mark the Order', ORDERS, {
			id: '82e66462-cb7d-5836-8ced-5bc8cd662d63',
			at: [2760, -120],
			where: [
				['amazonOrderId', 'eq', '={{ $json.amazonOrderId }}'],
				['shipped', 'neq', 'yes'],
			],
			set: { shipped: 'submitted' },
		}),
		packageMessage({ id: '83ce325e-d750-554f-9bdc-21b291b84249', at: [2520, 120] }),
		yourOwnMessages({ id: '2b688131-cab0-5d38-b47a-ae472dc25f4c', at: [2760, 120] }),
		note(1, {
			id: '547cdf11-63a8-56e2-b0cb-0b4208bd795f',
			at: [-40, -420],
			size: [600, 260],
			color: 5,
			text: [
				'## Waiting packages go to Amazon in one feed',
				'Every 15 minutes the rows of **Shipments to Amazon** that wait are sent together. That is for stores that ship a lot (switch **sendNow** off in *Amazon 7*), and for what could not be confirmed at once.',
				'',
				"**To use it**: choose your account in *Submit Them in One Feed*, connect your e-mail or Slack (see right), and publish. *Amazon 10: Order Feed Results* writes Amazon's answer into each row some minutes later.",
			],
		}),
		note(2, {
			id: 'e5ba62d1-3645-5c3e-b67d-3d8697cf95c5',
			at: [200, 180],
			size: [440, 220],
			color: 6,
			text: [
				'### Your settings',
				'**queueChunkSize**: packages taken in one run, 500; the rest goes with the next. **olderThanMinutes**: younger rows are left to *Amazon 7*, which may just be confirming them. Run by hand, everything that waits is taken. **cutOffAfterMinutes**: a package that a run has had for longer was cut off, and is free again.',
			],
		}),
		note(3, {
			id: '2c0e638e-424f-5d89-8255-c181116d15a1',
			at: [1960, 200],
			size: [420, 180],
			color: 7,
			text: [
				'### Not looked up first',
				"A feed is quick because nobody looks at the orders before. So lines must be named by Amazon's ids, which orders imported with *Amazon 6* have; others are **held**. The option **Look Up Orders First** finds them by SKU, but takes two seconds an order.",
			],
		}),
		note(4, {
			id: '9d5f4ec3-1c8b-5c5d-9e95-31f524bfa219',
			at: [2240, -340],
			size: [440, 140],
			color: 7,
			text: [
				'### Every package gets its answer',
				'**submitted** Amazon has it, the answer follows. **held** something is missing, **message** says what. **waiting** with `not-sent`: tried again in 15 minutes.',
			],
		}),
		note(5, {
			id: '55f6b96f-c261-532f-a9f2-3afa07708b8b',
			at: [2720, 300],
			size: [360, 160],
			color: 6,
			text: [
				'### Tell somebody',
				'One message per run, with **subject** and **text**. Replace the last step by **Send Email**, **Slack** or another node and use `{{ $json.subject }}` and `{{ $json.text }}`.',
			],
		}),
		note(6, {
			id: '89cb6f8d-c3dc-5adb-93b2-950537140edc',
			at: [700, 180],
			size: [520, 160],
			text: [
				'### One run at a time',
				'A row is taken by writing the number of this run into **claim**; then all rows of the package are read. If another run is at work on it, this one waits; a second row that says the same goes.',
			],
		}),
	],
	wires: {
		'Every 15 Minutes': ['Settings'],
		'Run by Hand': ['Settings'],
		Settings: [['Free What Was Cut Off', 'Read Waiting Packages']],
		'Read Waiting Packages': ['Take Them'],
		'Take Them': ['Read All Rows of These Packages'],
		'Read All Rows of These Packages': ['Sort Them'],
		'Sort Them': ['What Becomes of It?'],
		'What Becomes of It?': ['Submit Them in One Feed', 'Put It Back', 'Delete the Copy'],
		'Submit Them in One Feed': ['Note What Happened'],
		'Note What Happened': ['Write Down What Happened'],
		'Write Down What Happened': [['Only What Was Submitted', 'Write One Message']],
		'Only What Was Submitted': ['Mark the Order'],
		'Write One Message': ['Connect Your E-Mail or Slack Here'],
	},
});
