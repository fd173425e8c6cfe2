import type { TaxRules } from './config';
import type { ImportFinding } from './verdict';
import type { SummedOrder } from '../order/readOrder';
import { toFixedText } from '../money/decimalText';
import { add, compare, isPositive, ZERO, type Amount } from '../money/money';
import type { StoreAddress } from './storeOrder';
import { isCollectedOutside, taxPlace, type TaxPlace } from '../order/taxPlace';

/** Which taxes the store takes over. */
export interface TaxChoice {
	place: TaxPlace;
	items: boolean;
	shipping: boolean;
	/** Amazon's total is without the tax that Amazon collects, though with the rest. */
	collectedOutside: boolean;
}

/**
 * Which of Amazon's taxes a store order has.
 * Source: https://docs.cedcommerce.com/magento-2/amazon-integration-magento-2-user-guide/ (Amazon Order Settings: Import Tax, Import Shipping Tax).
 */
export function chooseTax(order: SummedOrder, rules: TaxRules, delivery: StoreAddress): TaxChoice {
	const place = taxPlace(order);
	const collectedOutside = isCollectedOutside(order);
	if (place === 'none' || place === 'outside')
		return { place, items: false, shipping: false, collectedOutside };
	const isListed = delivery.country === 'US' && rules.states.includes(delivery.regionCode);
	return {
		place,
		items: rules.items === 'always' || (rules.items === 'listedStates' && isListed),
		shipping: rules.shipping,
		collectedOutside,
	};
}

/** What a person should know about tax that is not in the store's order. */
export function taxFindings(
	{ currency = '', sums }: SummedOrder,
	{ place }: TaxChoice,
	{ leftOut, decimals }: { leftOut: Amount; decimals: number },
): ImportFinding[] {
	if (place === 'outside') {
		const text = toFixedText(sums.tax, decimals);
		const message = `Amazon collects ${text} ${currency} of tax from the buyer and pays it to the state; it is not part of the total`;
		return [{ code: 'tax-paid-by-amazon', message }];
	}
	if (place !== 'on-top' || !isPositive(leftOut)) return [];
	const message = `Tax of ${toFixedText(leftOut, decimals)} ${currency} is left out, as the tax settings say`;
	return [{ code: 'tax-left-out', message }];
}

/** A tax if it is taken over, and 0 otherwise; what is left out is added up. */
export class TaxSum {
	leftOut = ZERO;
	taken = ZERO;
	byAmazon = ZERO;

	constructor(readonly choice: TaxChoice) {}

	take(tax: Amount, isTaken: boolean, isCollectedByAmazon: boolean): Amount {
		if (compare(tax, ZERO) <= 0 || (isCollectedByAmazon && this.choice.collectedOutside)) return ZERO;
		if (!isTaken) {
			this.leftOut = add(this.leftOut, tax);
			return ZERO;
		}
		this.taken = add(this.taken, tax);
		if (isCollectedByAmazon) this.byAmazon = add(this.byAmazon, tax);
		return tax;
	}
}
