import { onlyIf } from './choices';
import { AMAZON } from './credentials';
import { setFields } from './everyday';
import { yourOwnMessages, yourOwnMessagesToo } from './parts/messages';
import { LOOK_EVERY_5_MINUTES, named, troubleMessage } from './parts/reports';
import { ifNoRow, insertRow, upsertRow } from './rows';
import { note, step } from './step';
import { SETTLEMENTS } from './tables';
import { workflow } from './workflow';

/** The line of a settlement that does not add up; it has no others. */
const NOT_BALANCED = "={{ $json.settlementId + '|not balanced' }}";

export const settlementToSpreadsheet = workflow({
	file: 'settlement-to-spreadsheet',
	id: 'amazonSettlementToSpreadsheet',
	name: 'Amazon 12: Settlement to a Spreadsheet',
	keepsSuccesses: true,
	steps: [
		step('amazonTrigger', 'When Amazon Has Made a Settlement', {
			id: '83dbdd9b-bd44-4cfc-87cc-756087c9476b',
			at: [0, 0],
			parameters: {
				pollTimes: LOOK_EVERY_5_MINUTES,
				event: 'reportFinished',
				reportTypes: ['GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2'],
				made: 'anybody',
				reportsLookBackHours: 336,
			},
			credentials: AMAZON,
		}),
		step('amazonReports', 'Read the Settlement', {
			id: '97700271-36c8-4ecf-b3d7-c906c71f89c5',
			at: [280, 0],
			parameters: {
				...{ resource: 'report', operation: 'readSettlement', lines: 'orders' },
				reportId: named('={{ $json.reportId }}'),
			},
			credentials: AMAZON,
			onError: 'continueErrorOutput',
		}),
		onlyIf('Only What Adds Up', {
			id: 'c5a42156-d357-4d63-82e9-48cba8c81d0b',
			at: [600, -160],
			checks: [['1a0899e0-6dfc-4aea-83ac-5456d33038f6', '={{ $json.isBalanced }}', 'true']],
		}),
		setFields('Give Each Line a Name', {
			id: '5e0087c6-4d22-443b-8da7-9b62cb05384d',
			at: [860, -160],
			fields: [
				[
					'9376b89d-ab50-4e1b-a772-499c1a3eecbd',
					'line',
					"={{ [$json.settlementId, $json.lineType, $json.amazonOrderId, $json.kind, $json.description].join('|') }}",
					'string',
				],
			],
		}),
		upsertRow('Write Down the Lines', SETTLEMENTS, {
			id: 'bacf3521-c8ba-40ce-8922-e639cea5833a',
			at: [1120, -160],
			where: [['line', 'eq', '={{ $json.line }}']],
			set: 'input',
		}),
		onlyIf('Only What Does Not Add Up', {
			id: '6073dbe0-bf5a-4449-9ca7-8cdf027d0cf3',
			at: [600, 60],
			checks: [['c8dc6848-a835-4839-a128-27095042d29e', '={{ $json.status }}', 'equals', 'held']],
		}),
		ifNoRow('Not Told Yet', SETTLEMENTS, {
			id: '9e55c1b7-70c7-4423-9e8b-8a0e7941689b',
			at: [860, 60],
			has: { line: NOT_BALANCED },
		}),
		setFields('Write a Message', {
			id: '4479910e-2a91-4fae-acac-a7562ccf61e7',
			at: [1120, 60],
			fields: [
				[
					'311f4fd7-6c46-4461-96f8-8ed930877417',
					'subject',
					"={{ 'Settlement ' + $json.settlementId + ' of Amazon does not add up' }}",
					'string',
				],
				[
					'7923e847-e550-4780-8d85-37c2edffee54',
					'text',
					"={{ $json.message + '\\n\\nAmazon pays: ' + $json.total + ' ' + $json.currency + '\\nThe rows add up to: ' + $json.sum + '\\nDifference: ' + ($json.difference || 'not known') + '\\nRows that cannot be read: ' + $json.heldRows }}",
					'string',
				],
			],
		}),
		yourOwnMessages({ id: 'e811b0df-0e43-4c86-a56e-b65041c63250', at: [1400, 60] }),
		insertRow('Write Down That It Does Not', SETTLEMENTS, {
			id: 'dd205a7c-2918-47a8-b661-d5af5b17efd0',
			at: [1120, 240],
			set: {
				line: NOT_BALANCED,
				settlementId: '={{ $json.settlementId }}',
				lineType: 'not balanced',
				description: '={{ $json.message }}',
				currency: '={{ $json.currency }}',
				net: '={{ $json.total }}',
				isBalanced: false,
			},
		}),
		troubleMessage({ id: '6dfb4260-f138-4f5b-98dd-981d5d919497', at: [600, 420] }),
		yourOwnMessagesToo({ id: '47cac021-81ea-4bfa-86b6-a6a3c0764700', at: [860, 420] }),
		note(1, {
			id: '1761ffab-a937-4ce7-8237-8c31b8a19635',
			at: [-40, -470],
			size: [600, 280],
			color: 5,
			text: [
				'## What Amazon pays out, line by line',
				'Every two weeks Amazon settles. Its report has a row for each amount; here it becomes **one line for each order**, some for fees of your account, and a total that is what arrives on your bank account.',
				'',
				'**To use it**',
				'1. Run *Amazon 1: Set Up* once.',
				'2. Choose your account in the two Amazon steps, connect your e-mail or Slack (see right), and publish. Settlements of the last two weeks come at once.',
				'3. The lines are in the table **Amazon Settlements**: **Download CSV** there gives them to any spreadsheet.',
			],
		}),
		note(2, {
			id: '76d327cf-b4ea-4201-95f5-aace0342c272',
			at: [600, -470],
			size: [520, 200],
			color: 6,
			text: [
				'### Into Google Sheets or Excel by itself',
				'Put a **Google Sheets** step in the place of *Write Down the Lines*: **Append or Update Row**, columns **mapped automatically**, matched by **line**. **Microsoft Excel 365** does the same.',
				'',
				'**line** is the name of each line. A settlement that comes twice overwrites its own lines, and nothing is there twice.',
			],
		}),
		note(3, {
			id: '797a3a25-608a-4614-8cce-9b11bee4758a',
			at: [1160, -470],
			size: [420, 160],
			color: 7,
			text: [
				'### To the cent',
				'The rows of the report must add up to the amount that Amazon pays. Only then the lines go on. Amounts are exact texts, such as `-12.50`; **sales** to **other** add up to **net**.',
			],
		}),
		note(4, {
			id: 'aceac269-f4a4-4b7e-9e41-cf98d5263838',
			at: [1400, 240],
			size: [420, 180],
			color: 3,
			text: [
				'### A settlement that does not add up',
				'None of its lines is written. You get **one** message with the difference, and one row `not balanced` in the table. Look at the report in Seller Central (Payments); delete the row to be told again.',
			],
		}),
		note(5, {
			id: '1a063baa-b1e8-41b4-b1b2-029c699b2945',
			at: [-40, 240],
			size: [400, 180],
			color: 3,
			text: [
				'### When a settlement cannot be read',
				'*Read the Settlement* has a third output for what Amazon refuses and for files that are damaged: you get a message with the reason. To try again, run the workflow by hand, which takes the latest settlement.',
			],
		}),
	],
	wires: {
		'When Amazon Has Made a Settlement': ['Read the Settlement'],
		'Read the Settlement': [
			'Only What Adds Up',
			'Only What Does Not Add Up',
			'Write a Message About the Trouble',
		],
		'Only What Adds Up': ['Give Each Line a Name'],
		'Give Each Line a Name': ['Write Down the Lines'],
		'Only What Does Not Add Up': ['Not Told Yet'],
		'Not Told Yet': [['Write a Message', 'Write Down That It Does Not']],
		'Write a Message': ['Connect Your E-Mail or Slack Here'],
		'Write a Message About the Trouble': ['Connect It Here Too'],
	},
});
