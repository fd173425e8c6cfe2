import { code } from './codeStep';
import { MAGENTO } from './credentials';
import { every, setFields } from './everyday';
import { changedSince, lookUpProgress, noteOnProgress, noteProgress } from './parts/magento';
import { ifNoRow, insertRow, updateRows } from './rows';
import { note, step } from './step';
import { ASK_AGAIN, BEARER_TOKEN } from './storeCalls';
import { OFFERS } from './tables';
import { workflow } from './workflow';

export const magentoToQueue = workflow({
	file: 'magento-to-queue',
	id: 'amazonMagentoToQueue',
	name: 'Amazon 2c: Magento to Queue',
	keepsSuccesses: false,
	steps: [
		every('Every 5 Minutes: What Changed', {
			id: 'd8b799e9-fc48-4ec3-8f8d-b1eddcc74f68',
			at: [0, -100],
			minutes: 5,
		}),
		every('Every Hour: Everything', {
			id: '0bfe60aa-ff4b-48a7-894c-7f2848a50b76',
			at: [0, 100],
			minuteOfHour: 32,
		}),
		setFields('Settings', {
			id: '44d4e9c6-f9e2-4301-8573-018c02bae9f3',
			at: [240, 0],
			fields: [
				['c448b90e-f4e5-4acc-8770-72442416e357', 'storeUrl', 'http://127.0.0.1:8099'],
				['dc5fc41a-9a7c-4dec-8dc6-4fa118827b7c', 'marketplaces', 'DE'],
				['ca8a0e6b-d9cc-4994-84cf-fb720e072798', 'currency', 'EUR'],
				['81b8772f-6357-4955-88d6-039fa09a518d', 'stockId', 1],
				['1cadc95d-b849-4477-8682-4755ea03769f', 'overlapMinutes', 5],
			],
			alone: true,
		}),
		lookUpProgress({ id: '67535a3e-be0f-44cd-844c-72c67d30a6dd', at: [480, 0], progress: 'magento' }),
		code('Choose Since When', {
			id: '0bfe8957-42b1-46c1-80a0-fb476fbfecf8',
			at: [720, 0],
			runs: 'queue/magentoSince',
		}),
		changedSince('Download the Products', {
			id: '96c9071f-6e23-4e7d-8b50-4a7f1c042c84',
			at: [960, 0],
			url: "={{ $('Settings').first().json.storeUrl }}/rest/V1/products",
		}),
		code('Pick What Can Be Sold', {
			id: '023acad5-ada7-4e99-837a-aaf986608e02',
			at: [1200, -100],
			runs: 'queue/magentoProducts',
		}),
		step('httpRequest', 'Ask How Many Can Be Sold', {
			id: 'd041b5d5-81a7-4bca-8bdf-9dacddbd4b52',
			at: [1440, -100],
			parameters: {
				method: 'GET',
				url: "={{ $('Settings').first().json.storeUrl }}/rest/V1/inventory/get-product-salable-quantity/{{ encodeURIComponent($json.sku) }}/{{ $('Settings').first().json.stockId }}",
				...BEARER_TOKEN,
				options: {
					batching: { batch: { batchSize: 20, batchInterval: 50 } },
					response: {
						response: {
							neverError: true,
							fullResponse: true,
							responseFormat: 'text',
							outputPropertyName: 'salable',
						},
					},
				},
			},
			credentials: MAGENTO,
			...ASK_AGAIN,
		}),
		code('Make One Row per Product', {
			id: '69c54720-7e04-497b-8ef7-68a34d5a1f6b',
			at: [1680, -100],
			runs: 'queue/magentoRows',
		}),
		updateRows('Update the Row If This Is Newer', OFFERS, {
			id: 'e14584a5-edc3-47d6-8d67-a23fd8695191',
			at: [1960, -200],
			where: [
				['storeItem', 'eq', '={{ $json.storeItem }}'],
				['updatedAtStore', 'lte', '={{ $json.updatedAtStore }}'],
				['revision', 'neq', '={{ $json.revision }}'],
			],
			set: 'input',
		}),
		ifNoRow('Find Products Without a Row', OFFERS, {
			id: '3748467d-7b6f-4365-818d-ce811eb9114e',
			at: [1960, 0],
			has: { storeItem: '={{ $json.storeItem }}' },
		}),
		insertRow('Add a Row', OFFERS, {
			id: '3ba26fbb-ff02-426f-855c-a2c618056344',
			at: [2200, 0],
			set: 'input',
		}),
		noteProgress({ id: 'c816e50b-29b2-475a-8851-7f1eb8ca3a5b', at: [1200, 320], progress: 'magento' }),
		note(1, {
			id: '442ad576-4834-4b36-8e13-9c37c854ad05',
			at: [-40, -560],
			size: [600, 380],
			color: 5,
			text: [
				'## We ask Magento every 5 minutes',
				'Products that changed in Magento go into the table **Amazon Offers**, from where *Amazon 3: Queue to Amazon* sends them.',
				'',
				'**To use it with your store**',
				'1. Run *Amazon 1: Set Up* once.',
				'2. In Magento: System > Integrations. Add one that may read **Catalog** and **Inventory**, activate it, and put its access token into the credential of the two HTTP nodes. (Magento 2.4.4 and later: also allow "OAuth Access Tokens to be used as standalone Bearer tokens" under Stores > Configuration > Services > OAuth.)',
				"3. Open **Settings** and fill in your store's address.",
				'4. Publish this workflow.',
			],
		}),
		note(2, {
			id: '4af868eb-8cd8-4a9e-8726-801b6e32f44a',
			at: [-40, 240],
			size: [480, 200],
			color: 7,
			text: [
				'### Why everything once an hour?',
				'A sale changes the stock but not the product\'s "last changed". So once an hour all products are read. Rows whose values are the same stay as they are, and nothing is sent for them.',
			],
		}),
		note(3, {
			id: '65c31faa-e318-4d00-806e-eefdff2614bf',
			at: [620, -400],
			size: [400, 220],
			color: 6,
			text: [
				'### Your settings',
				"**marketplaces**: `DE` or `DE, FR`. **currency**: your store's. **stockId**: the stock of your website (Stores > Inventory > Stocks). **overlapMinutes**: how far each run looks back before the last one.",
			],
		}),
		noteOnProgress(4, {
			id: '8ddb9792-60c6-452e-8984-fd5050d9a61b',
			at: [1440, 280],
			size: [360, 200],
			what: 'products',
			done: 'queued',
		}),
		note(5, {
			id: 'b1d0b61a-8136-4997-81ca-6a8e369b9d2d',
			at: [1920, -420],
			size: [560, 180],
			color: 7,
			text: [
				'### The newest change wins',
				"A row belongs to one product of the store and one marketplace (column **storeItem**). It is changed only when the store's change is **newer** and says something else. Products without a row get one.",
			],
		}),
	],
	wires: {
		'Every 5 Minutes: What Changed': ['Settings'],
		'Every Hour: Everything': ['Settings'],
		Settings: ['Look Up How Far We Got'],
		'Look Up How Far We Got': ['Choose Since When'],
		'Choose Since When': ['Download the Products'],
		'Download the Products': [['Pick What Can Be Sold', 'Note How Far We Got']],
		'Pick What Can Be Sold': ['Ask How Many Can Be Sold'],
		'Ask How Many Can Be Sold': ['Make One Row per Product'],
		'Make One Row per Product': [['Update the Row If This Is Newer', 'Find Products Without a Row']],
		'Find Products Without a Row': ['Add a Row'],
	},
});
