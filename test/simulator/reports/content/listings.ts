import type { Content, Subject } from './content';
import { listedItems, type ListedItem } from './listedItems';
import { tableOf, TABS, type Cell } from './table';
import { isoDay, openDate } from './times';

/** Of the report of all listings; accounts differ in some of them. */
const ALL_COLUMNS = [
	...[
		'item-name',
		'item-description',
		'listing-id',
		'seller-sku',
		'price',
		'quantity',
		'open-date',
		'image-url',
	],
	...['item-is-marketplace', 'product-id-type', 'zshop-shipping-fee', 'item-note', 'item-condition'],
	...['zshop-category1', 'zshop-browse-path', 'zshop-storefront-feature', 'asin1', 'asin2', 'asin3'],
	...['will-ship-internationally', 'expedited-shipping', 'zshop-boldface', 'product-id'],
	...['bid-for-featured-placement', 'add-delete', 'pending-quantity', 'fulfillment-channel'],
	...['merchant-shipping-group', 'status'],
];

/** In Japan the headers are Japanese unless `preferredReportDocumentLocale` says otherwise. */
export const JAPANESE_HEADERS: Readonly<Record<string, string>> = {
	...{
		'item-name': '商品名',
		'item-description': '商品の説明',
		'listing-id': '出品ID',
		'seller-sku': '出品者SKU',
	},
	...{ sku: '出品者SKU', asin: 'ASIN', price: '価格', quantity: '数量', 'open-date': '出品日' },
	...{
		'product-id-type': '商品IDタイプ',
		'item-note': 'コンディション説明',
		'item-condition': 'コンディション',
	},
	...{
		'will-ship-internationally': '国外へ配送可',
		'expedited-shipping': '迅速な配送',
		'product-id': '商品ID',
	},
	...{
		'pending-quantity': '在庫数',
		'fulfillment-channel': 'フルフィルメント・チャンネル',
		status: 'ステータス',
	},
};

/** The cells of a listing; the day is written once for all listings that were opened at the same moment. */
function cellsFor(subject: Subject): (item: ListedItem) => Cell[] {
	const [marketplace] = subject.marketplaces;
	let last = { atMs: Number.NaN, opened: '', day: '' };
	return ({ sku, asin, title, description, price, quantity, channel, createdAtMs: atMs, isActive }) => {
		if (last.atMs !== atMs) {
			const opened = marketplace === undefined ? '' : openDate(atMs, marketplace);
			last = { atMs, opened, day: isoDay(atMs).slice(5).replace('-', '') };
		}
		return [
			...[
				title,
				description,
				`${last.day}${asin.slice(3)}`,
				sku,
				price,
				quantity,
				last.opened,
				'',
				'y',
				'1',
				'',
				'',
			],
			...['11', '', '', '', asin, '', '', '', '', '', asin, '', '', quantity === undefined ? undefined : '0'],
			...[channel, 'Standard Template', isActive ? 'Active' : 'Inactive'],
		];
	};
}

function listings(subject: Subject, isWanted: (item: ListedItem) => boolean): Content {
	const cellsOf = cellsFor(subject);
	return tableOf(subject, TABS, ALL_COLUMNS, function* () {
		for (const item of listedItems(subject)) if (isWanted(item)) yield cellsOf(item);
	});
}

/** GET_MERCHANT_LISTINGS_ALL_DATA. */
export const allListings = (subject: Subject): Content => listings(subject, () => true);

/** GET_MERCHANT_LISTINGS_DATA. */
export const activeListings = (subject: Subject): Content => listings(subject, ({ isActive }) => isActive);

/** GET_MERCHANT_LISTINGS_INACTIVE_DATA. */
export const inactiveListings = (subject: Subject): Content => listings(subject, ({ isActive }) => !isActive);

/** GET_FLAT_FILE_OPEN_LISTINGS_DATA: without Amazon's own stock in `quantity`. */
export function openListings(subject: Subject): Content {
	return tableOf(subject, TABS, ['sku', 'asin', 'price', 'quantity'], function* () {
		for (const { sku, asin, price, quantity, isActive } of listedItems(subject))
			if (isActive) yield [sku, asin, price, quantity];
	});
}
