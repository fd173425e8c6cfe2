import { toEnglishHeader } from '../../../../nodes/amazon/tables/reportHeaders';
import { DATE_RANGE_HEADERS } from '../../../../nodes/amazon/tables/reports/dateRangeHeaders';
import { LISTING_HEADERS } from '../../../../nodes/amazon/tables/reports/listingHeaders';
import { RETURN_HEADERS } from '../../../../nodes/amazon/tables/reports/returnHeaders';

describe('column names in other languages', () => {
	it.each([
		['Händler-SKU', 'seller-sku'],
		['Artikelbezeichnung', 'item-name'],
		['商品名', 'item-name'],
		['出品者SKU', 'seller-sku'],
		['卖家 SKU', 'seller-sku'],
		['sku-vendeur', 'seller-sku'],
		["Nome dell'articolo", 'item-name'],
		['numéro de la commande', 'order id'],
		['Bestellnummer', 'order id'],
		['Rücksendegrund', 'Return Reason'],
	])('%s is %s', (local, english) => {
		expect(toEnglishHeader(local)).toBe(english);
	});

	it.each([
		['a colon', 'Data/Ora:', 'date/time'],
		['capitals', 'MENGE', 'quantity'],
		['spaces around', ' Preis ', 'price'],
		['a typographic apostrophe', 'Nome dell’articolo', 'item-name'],
		['an accent of its own', 'Ha\u0308ndler-SKU', 'seller-sku'],
	])('are known with %s', (_what, local, english) => {
		expect(toEnglishHeader(local)).toBe(english);
	});

	it.each(['seller-sku', 'Order ID', '', 'Farbe', '商品编码', '不适用项目', 'constructor'])(
		'%j is none of them',
		(name) => {
			expect(toEnglishHeader(name)).toBeUndefined();
		},
	);

	it('stand for one column each', () => {
		const all = [LISTING_HEADERS, RETURN_HEADERS, DATE_RANGE_HEADERS].flatMap((headers) =>
			Object.entries<string[]>(headers),
		);
		for (const [english, names] of all)
			for (const name of names) expect([name, toEnglishHeader(name)]).toEqual([name, english]);
	});
});
