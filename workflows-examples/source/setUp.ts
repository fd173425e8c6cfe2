import { byHand } from './everyday';
import { createTable } from './rows';
import { note } from './step';
import {
	FBA_STOCK,
	OFFERS,
	ORDERS,
	PROGRESS,
	REFUNDS,
	RETURNS,
	SALES,
	SETTLEMENTS,
	SHIPMENTS,
} from './tables';
import { workflow } from './workflow';

export const setUp = workflow({
	file: 'set-up',
	id: 'amazonSetUp',
	name: 'Amazon 1: Set Up (run once)',
	keepsSuccesses: true,
	steps: [
		byHand('Run Once by Hand', { id: '2f19d4e9-e68d-449f-8582-20859184595f', at: [0, 0] }),
		createTable('Create the Table of Offers', OFFERS, {
			id: 'd90dd129-378d-4c07-8480-a94514139252',
			at: [240, 0],
		}),
		createTable('Create the Table of Progress', PROGRESS, {
			id: 'd62f27e0-49f8-4868-8c2e-8cc35757cea5',
			at: [480, 0],
		}),
		createTable('Create the Table of Orders', ORDERS, {
			id: 'dddf9668-fd20-5fc6-a3dc-16692c8998ce',
			at: [720, 0],
		}),
		createTable('Create the Table of Shipments', SHIPMENTS, {
			id: '02518bc4-dd30-5cbd-af75-b912b77fca3b',
			at: [960, 0],
		}),
		createTable('Create the Table of Refunds', REFUNDS, {
			id: '0c9d7a72-88fa-5073-a31a-562a655dcf33',
			at: [1200, 0],
		}),
		createTable('Create the Table of Returns', RETURNS, {
			id: '8b761c17-7862-41cd-a0ec-9c1197cf3be6',
			at: [240, 220],
		}),
		createTable('Create the Table of Settlements', SETTLEMENTS, {
			id: '41cb3b2b-6a90-47a2-b682-4cead92ff7ed',
			at: [480, 220],
		}),
		createTable('Create the Table of Daily Sales', SALES, {
			id: '34abc9d8-fea4-4bc9-b3a7-e2ea8a077542',
			at: [720, 220],
		}),
		createTable('Create the Table of FBA Stock', FBA_STOCK, {
			id: '16d0cd61-8f9c-4cdb-ae55-43514ad60851',
			at: [960, 220],
		}),
		note(1, {
			id: '5a8d4155-fbd1-4c31-8585-b0e440b53b3a',
			at: [-40, -420],
			size: [660, 380],
			color: 5,
			text: [
				'## Start here',
				'Press **Execute workflow** once. It makes the tables that all other Amazon workflows use. Running it again changes nothing, so run it after an update too.',
				'',
				'**Amazon Offers** has one row for each product and marketplace: what your store wants, what Amazon was last sent, and what Amazon said. Look there to see what is waiting, held or rejected, and why.',
				'',
				'**Store Progress** remembers how far the Magento workflow has read.',
				'',
				'**Amazon Orders** has one row for each order: whether it is in your store, under which number, or why not.',
				'',
				'**Shipments to Amazon** and **Refunds to Amazon** have one row for each package and refund that your store reports.',
				'',
				"**Amazon Returns**, **Amazon Settlements**, **Amazon Daily Sales** and **Amazon FBA Stock** hold what the workflows 11 to 14 read in Amazon's reports.",
			],
		}),
		note(2, {
			id: 'c24c593b-180f-4a84-8e6c-cc4d815c1f36',
			at: [680, -420],
			size: [440, 180],
			color: 3,
			text: [
				'### Do not rename',
				'The other workflows find the tables by these names. n8n also finds a table by a *part* of its name, so do not give another table a name that holds one of these.',
			],
		}),
	],
	wires: {
		'Run Once by Hand': [['Create the Table of Offers', 'Create the Table of Returns']],
		'Create the Table of Offers': ['Create the Table of Progress'],
		'Create the Table of Progress': ['Create the Table of Orders'],
		'Create the Table of Orders': ['Create the Table of Shipments'],
		'Create the Table of Shipments': ['Create the Table of Refunds'],
		'Create the Table of Returns': ['Create the Table of Settlements'],
		'Create the Table of Settlements': ['Create the Table of Daily Sales'],
		'Create the Table of Daily Sales': ['Create the Table of FBA Stock'],
	},
});
