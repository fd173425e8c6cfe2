import { ask } from '../../simulator/client';
import {
	DEMO_STORE_TOKEN,
	ORDER_WEBHOOK_TOKEN,
	SHOPIFY_ACCESS_TOKEN,
	WOO_CONSUMER_KEY,
	WOO_CONSUMER_SECRET,
	type DemoStore,
} from '../../stores';

const basic = (user: string, password: string) =>
	`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** Calls to one demo store with the right login of each platform. */
export function callers({ url }: Pick<DemoStore, 'url'>) {
	const call = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
		ask(url, { method, path, headers, body });
	return {
		woo: (method: string, path: string, body?: unknown) =>
			call(
				method,
				`/wp-json/wc/v3/${path}`,
				{ authorization: basic(WOO_CONSUMER_KEY, WOO_CONSUMER_SECRET) },
				body,
			),
		magento: (method: string, path: string, body?: unknown) =>
			call(method, `/rest/V1/${path}`, { authorization: `Bearer ${DEMO_STORE_TOKEN}` }, body),
		shopify: (query: string, variables: object = {}) =>
			call(
				'POST',
				'/admin/api/2026-10/graphql.json',
				{ 'x-shopify-access-token': SHOPIFY_ACCESS_TOKEN },
				{ query, variables },
			),
		webhook: (method: string, path: string, body?: unknown) =>
			call(method, path, { 'x-store-token': ORDER_WEBHOOK_TOKEN }, body),
	};
}

export type Callers = ReturnType<typeof callers>;
