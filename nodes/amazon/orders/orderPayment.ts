import { parseDecimal, toFixedText } from '../../rules/money/decimalText';
import { add, compare, subtract, ZERO, type Amount } from '../../rules/money/money';
import { isOnDelivery } from '../../rules/import/payment';
import { notNegative } from './lineAmounts';
import { amountAt, listAt, textAt, textsOf } from './reading';
import { at } from '../transport/at';

/** How the order is paid: the methods, each once, in Amazon's words, and what is to be collected on delivery. */
export interface ReadPayment {
	paymentMethods: string[];
	/** Absent where nothing is paid on delivery, and where nobody can tell how much. */
	toCollect?: string;
}

/**
 * Reads `payment.paymentExecutions` (Orders API 2026-01-01). A payment on delivery never asks for more than the others
 * leave of the total, and for all of that where Amazon does not name its amount.
 */
export function toPayment(order: unknown): ReadPayment {
	const executions = executionsOf(order);
	const open = executions.filter(isOpen).map(toAmount);
	const done = executions.filter((execution) => !isOpen(execution)).map(toAmount);
	return { paymentMethods: textsOf(executions, methodOf), ...toDue(open, done, order) };
}

/**
 * The amounts that what is to be collected is reckoned from. Those of an order that is paid are nobody's concern: a
 * buyer may pay with a card of another currency.
 */
export function reckonedPayments(order: unknown): unknown[] {
	const executions = executionsOf(order);
	return executions.some(isOpen) ? executions.map((execution) => at(execution, 'paymentAmount')) : [];
}

function executionsOf(order: unknown): object[] {
	return listAt(order, 'payment', 'paymentExecutions');
}

function methodOf(execution: unknown): string | undefined {
	return textAt(execution, 'paymentMethod');
}

function isOpen(execution: unknown): boolean {
	return isOnDelivery(methodOf(execution) ?? '');
}

type Amounts = ReadonlyArray<Amount | undefined>;

function toDue(open: Amounts, done: Amounts, order: unknown): Pick<ReadPayment, 'toCollect'> {
	if (open.length === 0) return {};
	const total = amountAt(order, 'proceeds', 'grandTotal');
	const left = total === undefined ? undefined : leftOf(total, done);
	const named = sumOf(open);
	const due = named && left ? smaller(named, left) : (named ?? left);
	if (due === undefined) return {};
	return { toCollect: toFixedText(due, Math.max(due.scale, decimalsOf(total))) };
}

function toAmount(execution: unknown): Amount | undefined {
	const text = notNegative(amountAt(execution, 'paymentAmount'));
	return text === undefined ? undefined : parseDecimal(text);
}

/** Undefined when one of them is. */
function sumOf(amounts: Amounts): Amount | undefined {
	return amounts.reduce((sum, amount) => sum && amount && add(sum, amount), ZERO);
}

/** What is known to be paid is paid, whatever Amazon leaves out. */
function leftOf(total: string, done: Amounts): Amount {
	const paid = done.map((amount) => amount ?? ZERO).reduce(add, ZERO);
	const left = subtract(parseDecimal(total) ?? ZERO, paid);
	return compare(left, ZERO) < 0 ? ZERO : left;
}

function smaller(one: Amount, other: Amount): Amount {
	return compare(one, other) < 0 ? one : other;
}

function decimalsOf(text: string | undefined): number {
	return text?.split('.')[1]?.length ?? 0;
}
