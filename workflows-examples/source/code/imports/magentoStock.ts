import { isManaged, type StockAnswer } from '../magento/stock';
import { jsonOf, toPairs, type Fields, type Item } from '../n8n';

/** The product with what can be sold of it, in Magento's fields. Throws when Magento refused to tell. */
export function withStock(product: Fields, answer: StockAnswer): Fields {
	const stock = isManaged(answer) ? { manage_stock: true, qty: answer.salable } : { manage_stock: false };
	return { ...product, extension_attributes: { stock_item: stock } };
}

/** Each product with what can be sold of it: what Magento's other orders hold is taken off. */
export default (): Item[] => {
	const answers = jsonOf($input.all<StockAnswer>());
	return toPairs(
		answers.map((answer, index) => withStock($('One Item per Product').itemMatching(index).json, answer)),
	);
};
