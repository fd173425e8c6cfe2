import type { INode } from 'n8n-workflow';
import { chooseByNumber, ifAll } from '../choices';
import { SHOPIFY, SHOPIFY_SECRET, WOOCOMMERCE_SECRET } from '../credentials';
import { answer, setFields, signature, webhook } from '../everyday';
import { step, type Ids, type Place } from '../step';
import { ASK_AGAIN, HEADER_TOKEN, jsonBody } from '../storeCalls';
import type { Part } from '../workflow';

/** A webhook of this workflow: the end of its address, n8n's id of it, and how far down it lies on the canvas. */
interface Call {
	path: string;
	webhookId: string;
	y: number;
}

/** Which output takes what WooCommerce sends; `otherwise` is an expression of the output for what it has signed. */
interface Sent {
	testCall: number;
	wrongSignature: number;
	otherwise: string;
}

/** WooCommerce calls when an order changes: is it WooCommerce, and what does it say? */
export function callsOfWooCommerce({
	ids,
	y,
	sent,
	...call
}: Call & {
	ids: Ids<'Order Changed in WooCommerce' | "Compute WooCommerce's Signature" | 'What Did WooCommerce Send?'>;
	sent: Sent & { outputs: number };
}): Part {
	return {
		steps: [
			webhook('Order Changed in WooCommerce', {
				id: ids['Order Changed in WooCommerce'],
				at: [0, y],
				...call,
			}),
			signature("Compute WooCommerce's Signature", {
				id: ids["Compute WooCommerce's Signature"],
				at: [240, y],
				credentials: WOOCOMMERCE_SECRET,
			}),
			chooseByNumber('What Did WooCommerce Send?', {
				id: ids['What Did WooCommerce Send?'],
				at: [480, y],
				outputs: sent.outputs,
				number: outputOfWooCommerce(sent),
			}),
		],
		wires: {
			'Order Changed in WooCommerce': ["Compute WooCommerce's Signature"],
			"Compute WooCommerce's Signature": ['What Did WooCommerce Send?'],
		},
	};
}

/** The output for a call of WooCommerce, by its signature; only the test call comes without one. */
export function outputOfWooCommerce({ testCall, wrongSignature, otherwise }: Sent): string {
	const sent = "$json.headers['x-wc-webhook-signature']";
	return `={{ ${sent} === undefined && $json.body?.webhook_id !== undefined ? ${testCall} : $json.signature !== ${sent} ? ${wrongSignature} : ${otherwise} }}`;
}

/** Shopify calls: is it Shopify? */
export function callsOfShopify({
	ids,
	name,
	y,
	...call
}: Call & {
	/** The ids of the steps, and of the comparison in the last one. */
	ids: Ids<'webhook' | "Compute Shopify's Signature" | 'Is It Really Shopify?' | 'check'>;
	/** What the webhook is called. */
	name: string;
}): Part {
	return {
		steps: [
			webhook(name, { id: ids.webhook, at: [0, y], ...call }),
			signature("Compute Shopify's Signature", {
				id: ids["Compute Shopify's Signature"],
				at: [240, y],
				credentials: SHOPIFY_SECRET,
			}),
			ifAll('Is It Really Shopify?', {
				id: ids['Is It Really Shopify?'],
				at: [480, y],
				checks: [[ids.check, "={{ $json.signature === $json.headers['x-shopify-hmac-sha256'] }}", 'true']],
			}),
		],
		wires: {
			[name]: ["Compute Shopify's Signature"],
			"Compute Shopify's Signature": ['Is It Really Shopify?'],
		},
	};
}

/** Shopify names an order by its own id only, so it is looked up; `fields` are those of GraphQL. */
export function orderInShopify({
	ids,
	y,
	fields,
}: {
	/** The ids of the steps, and of the field that *Shopify Settings* sets. */
	ids: Ids<'Shopify Settings' | 'shopifyUrl' | 'Look Up the Order in Shopify'>;
	y: number;
	fields: string;
}): Part {
	return {
		steps: [
			setFields('Shopify Settings', {
				id: ids['Shopify Settings'],
				at: [760, y],
				fields: [[ids.shopifyUrl, 'shopifyUrl', 'http://127.0.0.1:8099']],
			}),
			step('httpRequest', 'Look Up the Order in Shopify', {
				id: ids['Look Up the Order in Shopify'],
				at: [1000, y],
				parameters: {
					method: 'POST',
					url: '={{ $json.shopifyUrl }}/admin/api/2026-10/graphql.json',
					...HEADER_TOKEN,
					...jsonBody(
						`={{ JSON.stringify({ query: 'query AmazonOrder($id: ID!) { order(id: $id) { ${fields} } }', variables: { id: 'gid://shopify/Order/' + $json.body.order_id } }) }}`,
					),
					options: {},
				},
				credentials: SHOPIFY,
				...ASK_AGAIN,
			}),
		],
		wires: { 'Shopify Settings': ['Look Up the Order in Shopify'] },
	};
}

/** WooCommerce calls once when a webhook is made. */
export function answerTestCall(place: Place): INode {
	return answer('Answer the Test Call', { ...place, status: 200, text: 'OK' });
}

/** Refuses a call that WooCommerce has not signed. */
export function notWooCommerce(place: Place): INode {
	return answer('Answer 401 (Not WooCommerce)', { ...place, status: 401, text: 'The signature is wrong' });
}

/** Refuses a call that Shopify has not signed. */
export function notShopify(place: Place): INode {
	return answer('Answer 401 (Not Shopify)', { ...place, status: 401, text: 'The signature is wrong' });
}

/** Whether what a store said is none of Amazon's business; `check` is the id of the comparison. */
export function nothingForAmazon({ check, ...place }: Place & { check: string }): INode {
	return ifAll('Nothing for Amazon?', {
		...place,
		checks: [[check, "={{ $json.amazonOrderId ?? '' }}", 'empty']],
	});
}

/** Tells the store that what it said is in the table, unless it is Magento, which was asked; `at` is the first step's. */
export function answerTheStore({
	ids,
	at: [x, y],
}: Pick<Place, 'at'> & {
	/** The ids of the steps, and of the comparison in the first one. */
	ids: Ids<'Is a Store Waiting?' | 'check' | 'Answer 200 (Written Down)'>;
}): Part {
	return {
		steps: [
			ifAll('Is a Store Waiting?', {
				id: ids['Is a Store Waiting?'],
				at: [x, y],
				checks: [[ids.check, "={{ $('Every 5 Minutes: Magento').isExecuted }}", 'false']],
			}),
			answer('Answer 200 (Written Down)', {
				id: ids['Answer 200 (Written Down)'],
				at: [x + 240, y - 20],
				status: 200,
				text: 'OK',
			}),
		],
		wires: { 'Is a Store Waiting?': ['Answer 200 (Written Down)'] },
	};
}
