import { marketplaceById } from '../../../nodes/amazon/tables/marketplaces';
import type { AttributeValue } from './attributes';
import { checkPrices, firstPrice, scheduleOf } from './checkPrices';
import { checkTiers } from './checkTiers';
import { finding, quoted, type Finding } from './issue';

const NAME = 'purchasable_offer';
const KNOWN_FIELDS = [
	'marketplace_id',
	'currency',
	'audience',
	'our_price',
	'discounted_price',
	'minimum_seller_allowed_price',
	'maximum_seller_allowed_price',
	'map_price',
	'quantity_discount_plan',
	'start_at',
	'end_at',
	'automated_pricing_merchandising_rule_plan',
];

function checkSale(offer: AttributeValue): Finding[] {
	if (offer['discounted_price'] === undefined) return [];
	const price = firstPrice(offer, 'our_price');
	return scheduleOf(offer, 'discounted_price').entries.flatMap((entry) => {
		const { start_at: startAt, end_at: endAt, value_with_tax: sale } = entry;
		const start = typeof startAt === 'string' ? Date.parse(startAt) : Number.NaN;
		const end = typeof endAt === 'string' ? Date.parse(endAt) : Number.NaN;
		if (Number.isNaN(start) || Number.isNaN(end) || start >= end) {
			return [finding('salePrice', 'A sale price needs a start date and a later end date.', NAME)];
		}
		if (price !== undefined && typeof sale === 'number' && sale >= price) {
			return [finding('salePrice', `The sale price '${sale}' is not below the price '${price}'.`, NAME)];
		}
		return [];
	});
}

function checkBounds(offer: AttributeValue): Finding[] {
	const price = firstPrice(offer, 'our_price');
	const minimum = firstPrice(offer, 'minimum_seller_allowed_price');
	const maximum = firstPrice(offer, 'maximum_seller_allowed_price');
	const low = minimum ?? Number.NEGATIVE_INFINITY;
	const high = maximum ?? Number.POSITIVE_INFINITY;
	if (low > high || (price !== undefined && (price < low || price > high))) {
		return [
			finding('priceBounds', 'The price is outside the minimum and maximum seller allowed price.', NAME),
		];
	}
	return [];
}

function checkWho(offer: AttributeValue): Finding[] {
	const { marketplace_id: id, currency, audience } = offer;
	const expected = typeof id === 'string' ? marketplaceById(id)?.currency : undefined;
	const findings: Finding[] = [];
	if (expected !== undefined && currency !== expected) {
		findings.push(
			finding(
				'notAllowed',
				`The currency ${quoted(currency)} is not valid for the marketplace; expected '${expected}'.`,
				NAME,
			),
		);
	}
	if (audience !== 'ALL' && audience !== 'B2B') {
		findings.push(
			finding('notAllowed', `The audience ${quoted(audience)} is not one of 'ALL', 'B2B'.`, NAME),
		);
	}
	return findings;
}

/** One `purchasable_offer`; `whole` when it stands for itself and is not merged into another. */
export function checkOffer(offer: AttributeValue, whole: boolean): Finding[] {
	const unknown = Object.keys(offer).filter((name) => !KNOWN_FIELDS.includes(name));
	const priced = offer['our_price'] !== undefined || !whole;
	return [
		...unknown.map((name) =>
			finding('unknownAttribute', `'${NAME}.${name}' is not a known attribute.`, NAME),
		),
		...checkWho(offer),
		...(priced ? [] : [finding('missing', `'${NAME}.our_price' is required but not supplied.`, NAME)]),
		...[
			'our_price',
			'discounted_price',
			'minimum_seller_allowed_price',
			'maximum_seller_allowed_price',
			'map_price',
		].flatMap((field) => checkPrices(offer, field)),
		...checkSale(offer),
		...checkBounds(offer),
		...checkTiers(offer),
	];
}
