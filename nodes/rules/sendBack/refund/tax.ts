import { add, subtract, ZERO, larger, smaller, type Amount } from '../../money/money';
import { portionOf } from '../../money/shares';
import type { TaxPlace } from '../../order/taxPlace';

/** Money and its tax as the store names them; each may be missing, not both. */
export interface NamedMoney {
	amount: Amount | undefined;
	tax: Amount | undefined;
}

/** What was paid for the same thing, and of it what is left. */
export interface PaidMoney {
	/** As Amazon's amounts have it: with the tax when they include it. */
	paid: Amount;
	tax: Amount;
	left: Amount;
	leftTax: Amount;
}

/** How a refund's money is read and written. */
export interface RefundTerms {
	currency: string;
	place: TaxPlace;
	/** Whether the store's amounts include the tax. */
	storeIncludesTax: boolean;
	decimals: number;
}

/**
 * Splits what the store names into Amazon's amount and Amazon's tax. Tax the store does not name is worked out in the
 * proportion that was paid.
 */
export function splitTax(
	named: NamedMoney,
	paid: PaidMoney,
	terms: RefundTerms,
): { main: Amount; tax: Amount } {
	if (terms.place === 'on-top') return splitOnTop(named, paid, terms);
	return { main: terms.place === 'included' ? gross(named, paid, terms) : (named.amount ?? ZERO), tax: ZERO };
}

function splitOnTop(named: NamedMoney, paid: PaidMoney, { storeIncludesTax, decimals }: RefundTerms) {
	const amount = named.amount ?? (storeIncludesTax ? named.tax : undefined) ?? ZERO;
	if (!storeIncludesTax) {
		const derived = smaller(portionOf(amount, { part: paid.tax, whole: paid.paid }, decimals), paid.leftTax);
		return { main: amount, tax: named.tax ?? derived };
	}
	const share = portionOf(amount, { part: paid.tax, whole: add(paid.paid, paid.tax) }, decimals);
	// Rounding must not ask either part for a cent more than it has left while the other has it.
	const derived = smaller(larger(share, subtract(amount, paid.left)), paid.leftTax);
	const tax = named.tax ?? derived;
	return { main: subtract(amount, tax), tax };
}

/** Amazon's amount includes the tax: the store's is completed by it, unless it includes it, too. */
function gross(
	{ amount, tax }: NamedMoney,
	paid: PaidMoney,
	{ storeIncludesTax, decimals }: RefundTerms,
): Amount {
	if (amount === undefined) return tax ?? ZERO;
	if (storeIncludesTax) return amount;
	const share = { part: paid.tax, whole: subtract(paid.paid, paid.tax) };
	return add(amount, tax ?? portionOf(amount, share, decimals));
}
