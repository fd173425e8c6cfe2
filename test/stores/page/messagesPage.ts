import type { StoreRoute } from '../storeRoute';
import type { Delivery, Webhook } from '../webhooks/webhook';
import type { Desk } from './desk';
import { form } from './form';
import { html, table, type Column, type Html } from './html';
import { toPage } from './layout';
import { toOutcome } from './outcome';

const SHOWN = 100;

/** For people: what the stores have told n8n, and by which webhooks. */
export const messagesPage: StoreRoute = {
	...{ method: 'GET', path: /^\/messages$/, operation: 'page' },
	answer: ({ desk }, request) =>
		toPage({ path: '/messages', title: 'Messages to n8n', body: toBody(desk) }, desk, request),
};

function toBody({ deliveries, surroundings }: Desk): Html {
	const messages = deliveries.log.slice(-SHOWN).reverse();
	const columns: Array<Column<Delivery>> = [
		{ head: 'At', cell: ({ atMs }) => `${new Date(atMs).toISOString().slice(11, 19)} UTC` },
		{ head: 'Message', cell: (delivery) => toOutcome(delivery, surroundings.workflowUrl) },
	];
	return html`<p>
			${
				deliveries.isConnected
					? 'Each message is sent once. WooCommerce disables a webhook that has failed six times in a row.'
					: 'No n8n is connected: nobody is told.'
			}
		</p>
		${table(deliveries.webhooks, WEBHOOK_COLUMNS, '')}
		<h2>The last messages</h2>
		${table(messages, columns, 'Nothing has happened yet.')}`;
}

const WEBHOOK_COLUMNS: ReadonlyArray<Column<Webhook>> = [
	{ head: 'Store', cell: ({ platform }) => (platform === 'shopify' ? 'Shopify' : 'WooCommerce') },
	{ head: 'Topic', cell: ({ topic }) => topic },
	{ head: 'To', cell: ({ path, workflow }) => `${workflow.name}, /webhook/${path}` },
	{
		head: 'Status',
		cell: ({ isActive, id, failures }) =>
			isActive
				? `active${failures > 0 ? `, failed ${failures} times in a row` : ''}`
				: form(`/messages/${id}/activate`, {}, html`<span class="bad">disabled</span>`, 'Activate'),
	},
];
