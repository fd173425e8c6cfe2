import { isTaken, type Delivery } from '../webhooks/webhook';
import { html, type Html, type Part } from './html';

const MEANINGS: Readonly<Record<number, string>> = {
	401: 'the signature is wrong: the secret of the webhook and that of the workflow differ',
	404: 'n8n knows no such webhook: publish the workflow',
	500: 'the workflow failed: look at its executions',
};

const PLATFORMS = { wooCommerce: 'WooCommerce', shopify: 'Shopify' };

/** One message in a line: who told what, to whom, and what n8n said. */
export function toOutcome(delivery: Delivery, workflowUrl?: (id: string) => string): Html {
	const { webhook, about } = delivery;
	const { platform, topic, workflow } = webhook;
	const name =
		workflowUrl === undefined
			? workflow.name
			: html`<a href="${workflowUrl(workflow.id)}" target="n8n">${workflow.name}</a>`;
	return html`${PLATFORMS[platform]} told ${name}: ${topic}, ${about}. ${toAnswer(delivery)}`;
}

function toAnswer({ webhook, outcome }: Delivery): Part {
	if (outcome === undefined) return html`<span class="quiet">n8n has not answered yet: reload.</span>`;
	const mood = isTaken(webhook, outcome) ? 'good' : 'bad';
	if ('problem' in outcome)
		return html`<span class="${mood}"
			>n8n answered nothing (${outcome.problem}). It is not told again.</span
		>`;
	const { status } = outcome;
	const meaning = MEANINGS[status];
	const why = meaning === undefined ? '' : `, ${meaning}`;
	return html`<span class="${mood}">n8n answered ${status}${why}.</span>`;
}
