import { code } from './codeStep';
import { AMAZON } from './credentials';
import { every } from './everyday';
import { yourOwnMessages, yourOwnMessagesToo } from './parts/messages';
import { named, stillAtWork, troubleMessage } from './parts/reports';
import { upsertRow } from './rows';
import { note, step } from './step';
import { SALES } from './tables';
import { workflow } from './workflow';

export const dailySales = workflow({
	file: 'daily-sales',
	id: 'amazonDailySales',
	name: 'Amazon 13: Daily Sales',
	keepsSuccesses: true,
	steps: [
		every('Every Morning at 5', { id: '62511d54-5333-445b-b7d8-627d9440a143', at: [0, 0], hourOfDay: 5 }),
		step('amazonReports', 'Get the Orders of the Last 7 Days', {
			id: '23230305-f8fd-4059-bae2-0b5874ce97e2',
			at: [280, 0],
			parameters: {
				...{ resource: 'report', operation: 'requestAndDownload' },
				reportType: named('GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL'),
				period: 'dates',
				dataStartTime: "={{ $now.toUTC().startOf('day').minus({ days: 7 }).toISO() }}",
				dataEndTime: "={{ $now.toUTC().startOf('day').minus({ seconds: 1 }).toISO() }}",
				...{ marketplaceIds: [], give: 'rows', options: { rowsPerItem: 1000, waitMinutes: 60 } },
				columns:
					'purchase-date, sales-channel, sku, product-name, quantity, currency, item-price, item-tax, item-promotion-discount, order-status, item-status',
			},
			credentials: AMAZON,
			onError: 'continueErrorOutput',
		}),
		code('Add Them Up', {
			id: 'cf3be841-6cc3-412f-af24-897a22805496',
			at: [600, -120],
			runs: 'sales/daySums',
		}),
		upsertRow('Write Down Each Day', SALES, {
			id: '4574c346-f94f-4a84-8048-12b402fe0341',
			at: [860, -120],
			where: [['saleKey', 'eq', '={{ $json.saleKey }}']],
			set: 'input',
		}),
		code('Write a Message', {
			id: 'a8bd3421-8ced-4e0c-812c-e26a3a4f6547',
			at: [1120, -120],
			runs: 'sales/message',
		}),
		yourOwnMessages({ id: 'ec1df91a-6e44-4ee1-8b1e-f3a52f78c448', at: [1380, -120] }),
		stillAtWork({ id: '188eb305-496e-40b6-ae30-dff99d64e64b', at: [860, 80] }),
		troubleMessage({ id: 'acccfd9a-3f29-4c3c-a65c-07e87ecb4c9b', at: [1120, 260] }),
		yourOwnMessagesToo({ id: '4fc40880-3d65-4a7a-9967-35a199dc304f', at: [1380, 260] }),
		note(1, {
			id: '8cad2965-82ac-4b97-a773-ecba20afc447',
			at: [-40, -410],
			size: [580, 240],
			color: 5,
			text: [
				'## What was sold yesterday, product by product',
				'Every morning the orders of the last 7 days are added up by **day, marketplace and SKU** in the table **Amazon Daily Sales**, and you get one message about yesterday.',
				'',
				'**To use it**',
				'1. Run *Amazon 1: Set Up* once.',
				'2. Choose your account in *Get the Orders of the Last 7 Days*, connect your e-mail or Slack (see right), and publish.',
				"3. 5 in the morning is 5 in n8n's time zone: *Settings > Timezone* of this workflow.",
			],
		}),
		note(2, {
			id: 'ff2c38ff-7f49-448b-85c8-7fd6526eff7e',
			at: [580, -410],
			size: [480, 240],
			color: 7,
			text: [
				'### Why 7 days',
				'Pending orders have no price yet, and some are cancelled later. So the sums of a week are written anew each day, over those that are there.',
				'',
				'**units** counts pieces, **unpriced** those of them without a price so far. **sales** is what the buyers pay for the products, as Amazon shows it: with tax in Europe; **tax** and **discount** stand beside it. Cancelled orders count nothing, and what Amazon only ships for other shops is left out.',
			],
		}),
		note(3, {
			id: 'dbaa97b2-bb0d-43b4-bbe4-0ecb41406a1a',
			at: [1100, -410],
			size: [420, 210],
			color: 6,
			text: [
				'### Tell somebody',
				'One message a day, with **subject** and **text**. Replace the last step by **Send Email**, **Slack** or another node and use `{{ $json.subject }}` and `{{ $json.text }}`.',
				'',
				'For a spreadsheet put **Google Sheets** in the place of *Write Down Each Day*: **Append or Update Row**, matched by **saleKey**.',
			],
		}),
		note(4, {
			id: '85de4686-c9a0-4ee4-a574-66654e9d5801',
			at: [-40, 200],
			size: [560, 180],
			color: 3,
			text: [
				'### When something is wrong',
				'**Amazon makes no report, or takes longer than an hour**: you get a message; the next morning brings the day too.',
				'',
				'**No orders**: nothing happens. **Rows that cannot be read** are not counted, and **unread** says how many there are.',
			],
		}),
	],
	wires: {
		'Every Morning at 5': ['Get the Orders of the Last 7 Days'],
		'Get the Orders of the Last 7 Days': [
			'Add Them Up',
			'Only If Amazon Is Still at Work',
			'Write a Message About the Trouble',
		],
		'Add Them Up': ['Write Down Each Day'],
		'Write Down Each Day': ['Write a Message'],
		'Write a Message': ['Connect Your E-Mail or Slack Here'],
		'Only If Amazon Is Still at Work': ['Write a Message About the Trouble'],
		'Write a Message About the Trouble': ['Connect It Here Too'],
	},
});
