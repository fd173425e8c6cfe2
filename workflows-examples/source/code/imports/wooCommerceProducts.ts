import { jsonOf, toItems, type Fields, type Item } from '../n8n';
import type { StoreAnswer } from '../storeAnswer';

/** The products of all answers. Throws when an answer is no list. */
export function productsOfWooCommerce(answers: Array<StoreAnswer<Fields[]>>): Fields[] {
	return answers.flatMap(({ statusCode, body }) => {
		if (Array.isArray(body)) return body;
		const problem = 'WooCommerce did not answer with products (HTTP ' + statusCode + ')';
		throw new Error(problem + '; check storeUrl in Settings');
	});
}

/** One item per product. Anything but a list stops the run: what could not be looked up must not count as missing. */
export default (): Item[] => toItems(productsOfWooCommerce(jsonOf($input.all<StoreAnswer<Fields[]>>())));
