import { jsonOf, toItems, type Fields, type Item } from '../n8n';
import type { StoreAnswer } from '../storeAnswer';

export type VariantAnswer = StoreAnswer<{
	data?: { productVariants?: { nodes?: Fields[]; pageInfo: { hasNextPage: boolean } } };
	errors?: Array<{ message: string }>;
}>;

/** The variants of all answers. Throws when an answer is not the whole list of what was asked for. */
export function variantsOfShopify(answers: VariantAnswer[]): Fields[] {
	return answers.flatMap(({ statusCode, body }) => {
		const variants = body?.data?.productVariants;
		if (!Array.isArray(variants?.nodes) || body?.errors !== undefined) {
			const problem = body?.errors?.[0]?.message ?? 'HTTP ' + statusCode;
			throw new Error('Shopify did not answer with products: ' + problem);
		}
		if (variants.pageInfo.hasNextPage) {
			throw new Error('More than 250 variants have one of these SKUs; look them up in smaller parts');
		}
		return variants.nodes;
	});
}

/** One item per variant. Anything but the whole list stops the run: what could not be looked up must not count as missing. */
export default (): Item[] => toItems(variantsOfShopify(jsonOf($input.all<VariantAnswer>())));
