import { storeOf } from '../stores';
import type { AmazonOrder, DateTimeRange, OrderItem } from './amazonOrder';
import type { LineDraft, OrderDraft } from './draft';
import { toMinor, toMoney } from './money';
import { TAX_ON_TOP } from './places';
import { toOrderProceeds, toProceeds, type Pricing } from './totals';

const DAY_MS = 24 * 3600_000;

function fulfillmentOf({
	ordered,
	cancelled,
	giftMessage,
	giftWrapLevel,
}: LineDraft): OrderItem['fulfillment'] {
	const giftOption = {
		...(giftMessage === undefined ? {} : { giftMessage }),
		...(giftWrapLevel === undefined ? {} : { giftWrapLevel }),
	};
	const isGift = Object.keys(giftOption).length > 0;
	return {
		quantityFulfilled: 0,
		quantityUnfulfilled: ordered - cancelled,
		...(isGift ? { packing: { giftOption } } : {}),
	};
}

function promotionOf({ asin, discount, shippingDiscount }: LineDraft): Pick<OrderItem, 'promotion'> {
	const ids = [
		...(discount > 0 ? [`PAWS-V2-${asin}`] : []),
		...(shippingDiscount > 0 ? ['Core Free Shipping Promotion A2'] : []),
	];
	return ids.length === 0 ? {} : { promotion: { breakdowns: ids.map((promotionId) => ({ promotionId })) } };
}

function toItem(line: LineDraft, orderItemId: string, pricing: Pricing): OrderItem {
	const { asin, title, sku, isBusinessPrice, cancellation } = line;
	const collection = { model: 'MARKETPLACE_FACILITATOR', responsibleParty: 'Amazon Services, Inc.' };
	return {
		orderItemId,
		quantityOrdered: line.ordered,
		product: {
			asin,
			title,
			...(sku === undefined ? {} : { sellerSku: sku }),
			condition: { conditionType: 'NEW', conditionSubtype: 'NEW' },
			price: {
				unitPrice: toMoney(line.unit, line.currency ?? pricing.currency),
				...(isBusinessPrice ? { priceDesignation: 'BUSINESS_PRICE' } : {}),
			},
		},
		proceeds: toProceeds(line, pricing),
		...promotionOf(line),
		...(cancellation === undefined ? {} : { cancellation }),
		fulfillment: fulfillmentOf(line),
		...(line.taxCollectedByAmazon ? { tax: { taxCollections: [collection] } } : {}),
	};
}

/** Whole days from so many days after a moment to so many after. */
function daysAfter(atMs: number, first: number, last: number): DateTimeRange {
	const midnight = atMs - (atMs % DAY_MS);
	return {
		earliestDateTime: new Date(midnight + first * DAY_MS).toISOString(),
		latestDateTime: new Date(midnight + (last + 1) * DAY_MS - 1000).toISOString(),
	};
}

function paymentOf(draft: OrderDraft, { proceeds }: Pick<AmazonOrder, 'proceeds'>) {
	const { paymentMethod, marketplace, giftCard = 0 } = draft;
	const { currency } = marketplace;
	const brazil = { acquirerId: '01.027.058/0001-91', cardBrand: 'Visa', authorizationCode: '123456' };
	const total = proceeds?.grandTotal;
	const rest = total && toMoney((toMinor(total.amount, currency) ?? 0) - giftCard, currency);
	const execution = {
		paymentMethod,
		...(rest === undefined ? {} : { paymentAmount: rest }),
		...(marketplace.country === 'BR' && paymentMethod === 'CreditCard' ? brazil : {}),
	};
	const card = { paymentMethod: 'GiftCertificate', paymentAmount: toMoney(giftCard, currency) };
	return { paymentExecutions: giftCard === 0 ? [execution] : [card, execution] };
}

function recipientOf({ address, addressInstruction }: OrderDraft): Pick<AmazonOrder, 'recipient'> {
	if (address === undefined) return {};
	const preference = addressInstruction === undefined ? {} : { deliveryPreference: { addressInstruction } };
	return { recipient: { deliveryAddress: address, ...preference } };
}

/** The purchase as Amazon's order: paid, nothing shipped. */
export function toBody(draft: OrderDraft): AmazonOrder {
	const { marketplace, createdAtMs, buyer, associatedOrders, taxRegistrations, lines } = draft;
	const { currency, country, id: marketplaceId } = marketplace;
	const taxOnTop = TAX_ON_TOP.includes(country);
	const pricing = { currency, taxOnTop, namesTax: draft.namesTax, discountSign: draft.discountSign };
	const itemId = (index: number) => String(draft.firstItemId + index).padStart(14, '0');
	const orderItems = lines.map((line, index) => toItem(line, itemId(index), pricing));
	const proceeds = toOrderProceeds(orderItems, currency);
	const time = new Date(createdAtMs).toISOString();
	return {
		orderId: draft.orderId,
		createdTime: time,
		lastUpdatedTime: time,
		programs: draft.programs,
		...(associatedOrders === undefined ? {} : { associatedOrders }),
		salesChannel: {
			channelName: draft.channelName ?? 'AMAZON',
			marketplaceId,
			marketplaceName: storeOf(country).name,
		},
		...(buyer === undefined ? {} : { buyer }),
		...recipientOf(draft),
		proceeds,
		payment: paymentOf(draft, { proceeds }),
		...(taxRegistrations === undefined ? {} : { tax: { taxRegistrations } }),
		fulfillment: {
			fulfillmentStatus: 'UNSHIPPED',
			fulfilledBy: draft.fulfilledBy,
			fulfillmentServiceLevel: draft.serviceLevel,
			shipByWindow: daysAfter(createdAtMs, 0, 2),
			deliverByWindow: daysAfter(createdAtMs, 3, 6),
		},
		orderItems,
	};
}
