import { currencyDecimals } from '../../rules/money/currencies';
import { parseDecimal, toFixedText } from '../../rules/money/decimalText';
import { add, compare, isPositive, negate, ZERO, type Amount } from '../../rules/money/money';
import { roundToDecimals } from '../../rules/money/rounding';
import {
	ADJUSTMENT_COMPONENT_CODES,
	ADJUSTMENT_REASON_CODES,
	type AdjustmentComponent,
	type AdjustmentReason,
} from '../../rules/sendBack/reasons';
import { MARKETPLACES } from '../tables/marketplaces';
import { KEPT_COMPONENTS, PROMOTION_COMPONENTS, type PromotionComponent } from '../tables/orderReasons';
import { FieldError, itemIdText, optionalFieldText, orderIdText, quantityText, wordOf } from './fieldText';
import { ATTRIBUTE, buildXml, TEXT, type XmlElements } from './xml';

/** `Refund` gives money back; `Cancel` cancels units that are not shipped, without touching the rest of the order. */
const REFUND_KINDS = ['Refund', 'Cancel'] as const;

export interface Refund {
	orderId: string;
	kind: (typeof REFUND_KINDS)[number];
	/** At least one, all of one currency. */
	lines: readonly RefundLine[];
}

export interface RefundLine {
	itemId: string;
	reason: AdjustmentReason;
	/** May be empty for `Cancel`. */
	components: ReadonlyArray<MoneyPart<AdjustmentComponent>>;
	/** Promotions that the buyer loses with the returned units. */
	promotionAdjustments?: ReadonlyArray<{
		/** At most 80 characters. */
		promotionId?: string;
		components: ReadonlyArray<MoneyPart<PromotionComponent>>;
	}>;
	/** Units refunded or cancelled. */
	quantity?: number;
}

/** Amounts are plain decimal texts; their sign follows from the type (see `KEPT_COMPONENTS`). */
export interface MoneyPart<T extends string> {
	type: T;
	amount: string;
	/** ISO 4217. */
	currency: string;
}

const PROMOTION_ID_LENGTH = 80;
const CURRENCIES = [...new Set(MARKETPLACES.map(({ currency }) => currency))];

/**
 * Message of the payment adjustment feed (Amazon's OrderAdjustment.xsd). Throws a `FieldError` for a value that
 * would make the document invalid, for several currencies, and for a refund that gives nothing back.
 */
export function refundText({ orderId, kind, lines }: Refund): string {
	if (lines.length === 0) throw new FieldError('Lines', 'at least one line to refund', 'an empty list');
	const sum = new RefundSum();
	const action = wordOf(kind, REFUND_KINDS, 'Kind');
	const items = lines.map((line) => toItem(line, action, sum));
	if (action === 'Refund' && !isPositive(sum.total))
		throw new FieldError('Refund', 'above 0 in sum', toFixedText(sum.total, sum.decimals));
	return buildXml({
		OrderAdjustment: { AmazonOrderID: orderIdText(orderId), ActionType: action, AdjustedItem: items },
	});
}

function toItem(line: RefundLine, kind: Refund['kind'], sum: RefundSum): XmlElements {
	const { itemId, reason, components, promotionAdjustments = [], quantity } = line;
	const units = quantity === undefined ? undefined : quantityText(quantity);
	const prices = components.map(({ type, ...part }) => {
		const word = wordOf(type, ADJUSTMENT_COMPONENT_CODES, 'Component');
		return { Type: word, Amount: sum.add(part, KEPT_COMPONENTS.includes(word)) };
	});
	return {
		AmazonOrderItemCode: itemIdText(itemId),
		AdjustmentReason: wordOf(reason, ADJUSTMENT_REASON_CODES, 'Adjustment Reason'),
		ItemPriceAdjustments: prices.length === 0 ? undefined : { Component: prices },
		PromotionAdjustments: promotionAdjustments
			.filter((promotion) => promotion.components.length > 0)
			.map((promotion) => ({
				MerchantPromotionID: optionalFieldText(promotion.promotionId, 'Promotion ID', PROMOTION_ID_LENGTH),
				Component: promotion.components.map(({ type, ...part }) => ({
					Type: wordOf(type, PROMOTION_COMPONENTS, 'Promotion Component'),
					Amount: sum.add(part, true),
				})),
			})),
		QuantityCancelled: kind === 'Cancel' ? units : undefined,
		Quantity: kind === 'Refund' ? units : undefined,
	};
}

/** Adds up what the buyer gets, and keeps to one currency. */
class RefundSum {
	total: Amount = ZERO;
	decimals = 2;
	private currency: string | undefined;

	/** The amount as an element. What is kept from the buyer is negative, with or without a minus before it. */
	add({ amount: given, currency }: { amount: string; currency: string }, isKept: boolean): XmlElements {
		const code = wordOf(currency, CURRENCIES, 'Currency');
		if (this.currency !== undefined && this.currency !== code)
			throw new FieldError('Currency', `the same in the whole refund (${this.currency})`, code);
		this.currency = code;
		this.decimals = currencyDecimals(code);
		const parsed = parseDecimal(given);
		const isNegative = parsed !== undefined && compare(parsed, ZERO) < 0;
		if (parsed === undefined || (isNegative && !isKept) || !hasDecimals(parsed, this.decimals))
			throw new FieldError('Amount', `0 or more, with at most ${this.decimals} decimals`, given);
		const amount = isKept && !isNegative ? negate(parsed) : parsed;
		this.total = add(this.total, amount);
		return { [`${ATTRIBUTE}currency`]: code, [TEXT]: toFixedText(amount, this.decimals) };
	}
}

function hasDecimals(amount: Amount, decimals: number): boolean {
	return compare(roundToDecimals(amount, decimals), amount) === 0;
}
