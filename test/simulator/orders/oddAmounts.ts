import type { LineDraft, OrderDraft } from './draft';
import { firstLine, NO_AMOUNTS, type Oddity } from './oddity';

/** Only the first line is left, with nothing but its goods to pay. */
function onlyGoods(draft: OrderDraft): LineDraft {
	const line = firstLine(draft);
	Object.assign(line, { shipping: 0, giftWrap: 0, codFee: 0, discount: 0, shippingDiscount: 0 });
	draft.lines = [line];
	return line;
}

const goodsOf = ({ unit, ordered, cancelled }: LineDraft) => unit * (ordered - cancelled);
const LONG_TITLE =
	'Extraordinarily long product title, with every colour, size and use that a search could want, ';

/** Prices, promotions, taxes and fees. */
export const AMOUNTS = {
	jpy: { countries: ['JP'] },
	'free-item': { apply: (draft) => Object.assign(firstLine(draft), NO_AMOUNTS) },
	'promotion-equals-price': {
		apply(draft) {
			const line = onlyGoods(draft);
			line.discount = goodsOf(line);
		},
	},
	'promotion-above-price': {
		apply(draft) {
			const line = onlyGoods(draft);
			const more = 1 + Math.floor(goodsOf(line) / 5);
			Object.assign(line, { discount: goodsOf(line) + more, shipping: 2 * more });
		},
	},
	'shipping-promotion': {
		apply(draft) {
			const line = firstLine(draft);
			line.shipping ||= line.unit;
			line.shippingDiscount = line.shipping;
		},
	},
	'gift-wrap': {
		apply(draft) {
			const line = firstLine(draft);
			line.giftWrap = Math.ceil(line.unit / 10);
			line.giftMessage = 'Happy birthday!\nFrom “the whole family” & the cat 🐈';
			line.giftWrapLevel = 'Classic';
		},
	},
	'shipping-tax-only': {
		countries: ['US', 'CA'],
		apply(draft) {
			for (const line of draft.lines) line.taxRate = 0;
			firstLine(draft).shipping ||= 599;
		},
	},
	'tax-collected-by-amazon': {
		countries: ['US', 'CA'],
		apply: (draft) => draft.lines.forEach((line) => (line.taxCollectedByAmazon = true)),
	},
	'cod-fee': {
		apply(draft) {
			firstLine(draft).codFee = Math.ceil(firstLine(draft).unit / 20);
			draft.paymentMethod = 'CashOnDelivery';
		},
	},
	'cash-on-delivery': {
		countries: ['JP', 'IN', 'EG', 'AE', 'SA'],
		fulfilledBy: 'MERCHANT',
		apply: (draft) => (draft.paymentMethod = 'CashOnDelivery'),
	},
	'gift-card-and-cash-on-delivery': {
		countries: ['JP', 'IN', 'EG', 'AE', 'SA'],
		fulfilledBy: 'MERCHANT',
		apply(draft) {
			draft.paymentMethod = 'CashOnDelivery';
			draft.giftCard = Math.floor(onlyGoods(draft).unit / 4);
		},
	},
	'mixed-currencies': {
		apply(draft) {
			const currency = draft.marketplace.currency === 'USD' ? 'EUR' : 'USD';
			draft.lines.push({ ...firstLine(draft), currency });
		},
	},
} satisfies Record<string, Oddity>;

/** Lines that are not one SKU at one quantity. */
export const LINES = {
	'two-lines-one-sku': { apply: (draft) => draft.lines.push({ ...firstLine(draft), shipping: 0 }) },
	'long-title': { apply: (draft) => (firstLine(draft).title = LONG_TITLE.repeat(6).trim()) },
	'zero-quantity': { apply: (draft) => draft.lines.push({ ...firstLine(draft), ...NO_AMOUNTS, ordered: 0 }) },
	'partly-cancelled': {
		status: 'UNSHIPPED',
		apply(draft) {
			const cancellationExecution = { cancelledBy: 'BUYER', cancelReason: 'Ordered by mistake' };
			Object.assign(firstLine(draft), { ordered: 3, cancelled: 1, discount: 0 });
			firstLine(draft).cancellation = { cancellationExecution };
		},
	},
	'cancel-request': {
		status: 'UNSHIPPED',
		fulfilledBy: 'MERCHANT',
		apply(draft) {
			const cancellationRequest = { requester: 'BUYER', cancelReason: 'Found it cheaper' };
			for (const line of draft.lines) line.cancellation = { cancellationRequest };
		},
	},
} satisfies Record<string, Oddity>;
