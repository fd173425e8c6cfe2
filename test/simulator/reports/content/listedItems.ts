import type { Marketplace } from '../../../../nodes/amazon/tables/marketplaces';
import { isObjectList } from '../../json';
import { seededSku } from '../../listings/catalogue';
import { asinOf, hashOf, seededAtMs, seededPrice, seededTitle, type Listing } from '../../listings/listing';
import { statusOf } from '../../listings/item';
import type { Subject } from './content';

/** A SKU as reports of listings tell of it. */
export interface ListedItem {
	sku: string;
	asin: string;
	title: string;
	/** Of drawn listings, which are as long as real ones so; the catalogue has none. */
	description?: string;
	/** Decimal text with a point; empty without an offer. */
	price: string;
	/** Undefined where Amazon counts the stock (FBA). */
	quantity: number | undefined;
	channel: string;
	createdAtMs: number;
	isActive: boolean;
}

/** Titles that no western charset can hold whole. */
const TITLES = [
	'Ręcznik plażowy',
	'Kaffeemühle „Groß“',
	'Crème brûlée – 6 pièces',
	'陶器のマグカップ',
	'Ćmielów "Sport"',
];

function amountText(minor: number, currency: string): string {
	return currency === 'JPY' ? String(minor) : (minor / 100).toFixed(2);
}

function priceIn({ attributes }: Listing, { id, currency }: Marketplace): string {
	const offer = attributes['purchasable_offer']?.find((each) => each['marketplace_id'] === id);
	const prices = offer?.['our_price'];
	const schedule = isObjectList(prices) ? prices[0]?.['schedule'] : undefined;
	const amount = isObjectList(schedule) ? schedule[0]?.['value_with_tax'] : undefined;
	return typeof amount === 'number' ? amount.toFixed(currency === 'JPY' ? 0 : 2) : '';
}

function toListedItem(listing: Listing, marketplace: Marketplace): ListedItem {
	const { sku, asin, createdAtMs, attributes } = listing;
	const title = attributes['item_name']?.find((name) => name['marketplace_id'] === marketplace.id)?.['value'];
	const stock = attributes['fulfillment_availability']?.[0];
	const channel = stock?.['fulfillment_channel_code'];
	const isOwn = channel === undefined || channel === 'DEFAULT';
	return {
		...{ sku, asin, createdAtMs, price: priceIn(listing, marketplace) },
		title: typeof title === 'string' ? title : '',
		quantity: isOwn ? Number(stock?.['quantity'] ?? 0) : undefined,
		channel: typeof channel === 'string' ? channel : 'DEFAULT',
		isActive: statusOf(listing, marketplace.id).includes('BUYABLE'),
	};
}

function* ownItems({ catalogue }: Subject, marketplace: Marketplace): Generator<ListedItem> {
	for (const { sku } of catalogue.entries()) {
		const listing = catalogue.find(sku);
		const hasName = listing?.attributes['item_name']?.some(
			(name) => name['marketplace_id'] === marketplace.id,
		);
		if (listing !== undefined && hasName) yield toListedItem(listing, marketplace);
	}
}

/** After so many drawn listings all but their SKUs repeat: a gigabyte shall not take an hour. */
const MODELS = 1000;

function drawnModel(number: number, seed: number, currency: string): ListedItem {
	const sku = `${seed} ${number}`;
	const hash = hashOf(sku);
	const quantity = hash % 100;
	return {
		...{
			sku,
			asin: asinOf(sku),
			createdAtMs: seededAtMs(),
			channel: 'DEFAULT',
			quantity,
			isActive: quantity > 0,
		},
		title: `${TITLES[hash % TITLES.length]} ${seededTitle(String(number))}`,
		description: 'Made to be read, and never to be sold. '.repeat(10),
		price: amountText(seededPrice(sku, currency), currency),
	};
}

function* drawnItems(rows: number, seed: number, { currency }: Marketplace): Generator<ListedItem> {
	const models: ListedItem[] = [];
	for (let number = 1; number <= rows; number++) {
		const model = models[number % MODELS] ?? drawnModel(number, seed, currency);
		models[number % MODELS] = model;
		// Leading zeros, which are lost wherever a SKU is taken for a number.
		const sku = number % 10 === 0 ? `00${number}` : seededSku({ prefix: 'DEMO-', count: rows }, number);
		yield { ...model, sku };
	}
}

/** The subject's listings in its first marketplace: listings reports are about one. */
export function listedItems(subject: Subject): Iterable<ListedItem> {
	const { drawn, marketplaces } = subject;
	const [marketplace] = marketplaces;
	if (marketplace === undefined) return [];
	return drawn === undefined
		? ownItems(subject, marketplace)
		: drawnItems(drawn.rows, drawn.seed, marketplace);
}
