import { isManaged, type StockAnswer } from '../magento/stock';
import { jsonOf, memberAt, toItems, type Item } from '../n8n';
import { text } from '../text';
import type { MagentoProduct } from './magentoProducts';
import { marketplacesOf, moment, stock, toRow, type Offer } from './offerRow';

export interface MagentoSettings {
	marketplaces: string;
	currency: string;
}

export interface MagentoAnswers {
	products: MagentoProduct[];
	/** How many of each product can be sold, in the products' order. */
	answers: StockAnswer[];
	settings: MagentoSettings;
	/** The day on which sales without an end may have begun, such as `2026-11-28`. */
	today: string;
}

/** A row per product and marketplace. Throws when Magento refused to tell a quantity, or told more than products. */
export function rowsOfMagento({ products, answers, settings, today }: MagentoAnswers) {
	return answers.flatMap((answer, index) => {
		const offer = offerOfMagento(memberAt(products, index), answer, { currency: settings.currency, today });
		return marketplacesOf(settings.marketplaces).map((marketplace) => toRow(marketplace, offer));
	});
}

function offerOfMagento(
	product: MagentoProduct,
	answer: StockAnswer,
	{ currency, today }: { currency: string; today: string },
): Offer {
	const item = product.extension_attributes?.stock_item;
	const managesStock = item ? item.manage_stock !== false : answer.statusCode !== 400;
	return {
		sku: text(product.sku),
		storeItem: 'magento/' + product.id + '/',
		product: text(product.name),
		...pricesOfMagento(product, today),
		currency,
		quantity: managesStock ? salable(answer) : null,
		enabled: product.status === 1,
		inStock: item ? item.is_in_stock !== false : true,
		managesStock,
		updatedAtStore: moment(product.updated_at.replace(' ', 'T') + 'Z'),
	};
}

/** A product whose stock is managed is one that Magento tells the quantity of. */
function salable(answer: StockAnswer): number | null {
	if (isManaged(answer)) return stock(answer.salable);
	throw new Error(
		'Magento did not tell the salable quantity (HTTP 400); check the access token and stockId in Settings',
	);
}

/** Amazon wants a sale to have an end; without one, what customers pay now is the price. */
function pricesOfMagento(product: MagentoProduct, today: string) {
	const attributes = product.custom_attributes ?? [];
	const attribute = (code: string) => text(attributes.find((one) => one.attribute_code === code)?.value);
	const special = attribute('special_price');
	const [start, end] = [
		attribute('special_from_date').slice(0, 10),
		attribute('special_to_date').slice(0, 10),
	];
	const regular = { price: text(product.price), salePrice: '', saleStart: '', saleEnd: '' };
	if (special === '') return regular;
	if (end === '' && start <= today) return { ...regular, price: special };
	return { ...regular, salePrice: special, saleStart: start, saleEnd: end };
}

/** One row per product and marketplace, with the columns of the table "Amazon Offers". */
export default (): Item[] => {
	const settings = $('Settings').first<MagentoSettings>().json;
	const products = jsonOf($('Pick What Can Be Sold').all<MagentoProduct>());
	const answers = jsonOf($input.all<StockAnswer>());
	const today = new Date().toISOString().slice(0, 10);
	return toItems(rowsOfMagento({ products, answers, settings, today }));
};
