import type { INodeParameters } from 'n8n-workflow';

/** A store that does not answer is asked again. Only for calls that may come twice. */
export const ASK_AGAIN = { retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 };

const WHOLE_ANSWER = { response: { response: { fullResponse: true } } };

/** What the store says with its status, also when it refuses: the next step reads the refusal. */
export const TELLING = { response: { response: { fullResponse: true, neverError: true } } };

/** Many questions, slowly enough for a small store. */
export const READING = {
	batching: { batch: { batchSize: 5, batchInterval: 1000 } },
	...WHOLE_ANSWER,
	timeout: 60_000,
};

/** Two orders a second at most, each with 30 seconds. Never with `ASK_AGAIN`: an order would be there twice. */
export const CREATING = {
	batching: { batch: { batchSize: 2, batchInterval: 1000 } },
	...TELLING,
	timeout: 30_000,
};

/** All pages of a search of Magento, one after the other. */
export const ALL_PAGES = {
	pagination: {
		pagination: {
			paginationMode: 'updateAParameterInEachRequest',
			parameters: {
				parameters: [{ type: 'qs', name: 'searchCriteria[currentPage]', value: '={{ $pageCount + 1 }}' }],
			},
			paginationCompleteWhen: 'other',
			completeExpression:
				'={{ $response.statusCode === 200 && $response.body.search_criteria.current_page * $response.body.search_criteria.page_size >= $response.body.total_count }}',
			limitPagesFetched: false,
			requestInterval: 100,
		},
	},
};

/** Magento wants its access token as a bearer token. */
export const BEARER_TOKEN = { authentication: 'genericCredentialType', genericAuthType: 'httpBearerAuth' };

/** Shopify, and stores of one's own, want their token in a header. */
export const HEADER_TOKEN = { authentication: 'genericCredentialType', genericAuthType: 'httpHeaderAuth' };

/** WooCommerce wants the key and the secret of its own credential. */
export const WOOCOMMERCE_KEY = {
	authentication: 'predefinedCredentialType',
	nodeCredentialType: 'wooCommerceApi',
};

/** What stands behind the question mark of an address, by name. */
export function query(values: Record<string, string>): INodeParameters {
	const parameters = Object.entries(values).map(([name, value]) => ({ name, value }));
	return { sendQuery: true, specifyQuery: 'keypair', queryParameters: { parameters } };
}

/** A body of JSON, as text or as an expression, line by line. */
export function jsonBody(...lines: string[]): INodeParameters {
	return { sendBody: true, contentType: 'json', specifyBody: 'json', jsonBody: lines.join('\n') };
}
