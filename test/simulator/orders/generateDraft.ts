import type { Marketplace } from '../../../nodes/amazon/tables/marketplaces';
import type { Chance } from '../chance';
import { seededSku } from '../listings/catalogue';
import { asinOf, seededPrice, seededTitle } from '../listings/listing';
import type { Address, Fulfiller } from './amazonOrder';
import type { DiscountSign, LineDraft, OrderDraft } from './draft';
import { shareOf } from './money';
import { PLACES, TAX_ON_TOP, TAX_RATES, type Place } from './places';

/** Which SKUs are bought: the prefix and a number, as in seeded catalogues. */
export interface SkuRange {
	prefix: string;
	count: number;
}

/** What is known of an order before its content is drawn. */
export interface DraftFrame {
	orderId: string;
	marketplace: Marketplace;
	fulfilledBy: Fulfiller;
	createdAtMs: number;
	skus: SkuRange;
	discountSign: DiscountSign;
}

const FIRST_ITEM_ID = 10_000_000_000_000;
const SERVICE_LEVELS = ['STANDARD', 'STANDARD', 'STANDARD', 'EXPEDITED', 'SECOND_DAY', 'FREE_ECONOMY'];

function placeOf({ country }: Marketplace): Place {
	const place = PLACES[country];
	if (place === undefined) throw new Error(`The simulator knows nobody in ${country}`);
	return place;
}

/** A line of a SKU at the price of its seeded listing, without extras. */
export function plainLine(sku: string, { country, currency }: Marketplace, ordered = 1): LineDraft {
	const taxRate = TAX_RATES[country] ?? 0;
	return {
		sku,
		asin: asinOf(sku),
		title: seededTitle(sku),
		ordered,
		cancelled: 0,
		unit: seededPrice(sku, currency),
		...{ shipping: 0, giftWrap: 0, codFee: 0, discount: 0, shippingDiscount: 0 },
		taxRate,
		shippingTaxRate: taxRate,
	};
}

function drawLine(chance: Chance, frame: DraftFrame): LineDraft {
	const sku = seededSku(frame.skus, 1 + chance.below(frame.skus.count));
	const ordered = chance.next() < 0.75 ? 1 : 2 + chance.below(4);
	const line = plainLine(sku, frame.marketplace, ordered);
	const shipping =
		chance.next() < 0.4 ? seededPrice(`shipping ${chance.below(5)}`, frame.marketplace.currency) : 0;
	const isPromoted = chance.next() < 0.15;
	const discount = isPromoted ? shareOf(line.unit * ordered, 500 * (1 + chance.below(4))) : 0;
	const isTaxedByAmazon = TAX_ON_TOP.includes(frame.marketplace.country);
	return { ...line, shipping, discount, taxCollectedByAmazon: isTaxedByAmazon };
}

function drawLines(chance: Chance, frame: DraftFrame): LineDraft[] {
	const draw = chance.next();
	const count = draw < 0.7 ? 1 : 2 + chance.below(draw < 0.95 ? 2 : 6);
	return Array.from({ length: count }, () => drawLine(chance, frame));
}

export function drawName(chance: Chance, marketplace: Marketplace): string {
	const { given, family } = placeOf(marketplace);
	const names = [chance.pick(given), chance.pick(family)];
	// Japanese addresses have the family's name first.
	return (marketplace.country === 'JP' ? names.reverse() : names).join(' ');
}

function drawAddress(chance: Chance, marketplace: Marketplace, name: string): Address {
	const place = placeOf(marketplace);
	const [city, postalCode, region] = chance.pick(place.cities);
	const street = chance.pick(place.streets);
	const [streetName = '', streetNumber = ''] = street.split(', ');
	const extendedFields = { streetName, streetNumber, neighborhood: 'Centro' };
	return {
		name,
		addressLine1: street,
		...(chance.next() < 0.2 ? { addressLine2: `c/o ${drawName(chance, marketplace)}` } : {}),
		// Japan has no cities in its addresses.
		...(marketplace.country === 'JP' ? { municipality: city } : { city }),
		...(region === '' ? {} : { stateOrRegion: region }),
		...(postalCode === '' ? {} : { postalCode }),
		countryCode: marketplace.iso,
		phone: `${place.dial} 555 ${1000 + chance.below(9000)}`,
		...(marketplace.country === 'BR' ? { extendedFields } : {}),
		addressType: chance.next() < 0.85 ? 'RESIDENTIAL' : 'COMMERCIAL',
	};
}

/** A plausible order: one to eight lines, some shipping, some promotions, Prime now and then. */
export function drawDraft(chance: Chance, frame: DraftFrame): OrderDraft {
	const { marketplace, fulfilledBy, orderId, createdAtMs, discountSign } = frame;
	const name = drawName(chance, marketplace);
	const isPrime = chance.next() < (fulfilledBy === 'AMAZON' ? 0.8 : 0.1);
	return {
		orderId,
		firstItemId: FIRST_ITEM_ID + chance.below(80_000_000) * 1_000_000 + chance.below(999_000),
		marketplace,
		fulfilledBy,
		createdAtMs,
		programs: isPrime ? ['PRIME'] : [],
		serviceLevel: chance.pick(SERVICE_LEVELS),
		paymentMethod: 'CreditCard',
		buyer: {
			buyerName: chance.next() < 0.9 ? name : drawName(chance, marketplace),
			buyerEmail: `${chance.hex(14)}@marketplace.amazon.${marketplace.iso.toLowerCase()}`,
		},
		address: drawAddress(chance, marketplace, name),
		lines: drawLines(chance, frame),
		namesTax: chance.next() < 0.5,
		discountSign,
	};
}
