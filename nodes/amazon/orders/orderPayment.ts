import { parseDecimal, toFixedText } from '../../rules/decimalText';
import { add, isPositive, subtract, ZERO, type Amount } from '../../rules/money';
import { isOnDelivery } from '../../rules/orders/orderPayment';
import { amountAt, listAt, textAt, textsOf } from './reading';

/** How the order is paid: the methods, each once, in Amazon's words, and what is to be collected on delivery. */
export interface ReadPayment {
	paymentMethods: string[];
	/** Absent where everything is paid, and where Amazon does not name the amount. */
	toCollect?: string;
}

/**
 * Reads `payment.paymentExecutions` (Orders API 2026-01-01). A payment on delivery without an amount stands for what
 * the others leave of the total.
 */
export function toPayment(order: unknown): ReadPayment {
	const executions = listAt(order, 'payment', 'paymentExecutions');
	const methodOf = (execution: unknown) => textAt(execution, 'paymentMethod');
	const isOpen = (execution: unknown) => isOnDelivery(methodOf(execution) ?? '');
	const open = executions.filter(isOpen).map(toAmount);
	const done = executions.filter((execution) => !isOpen(execution)).map(toAmount);
	return { paymentMethods: textsOf(executions, methodOf), ...toDue(open, done, order) };
}

function toDue(open: Amounts, done: Amounts, order: unknown): Pick<ReadPayment, 'toCollect'> {
	if (open.length === 0) return {};
	const total = amountAt(order, 'proceeds', 'grandTotal');
	const named = sumOf(open);
	const due = named ?? leftOf(total, sumOf(done));
	if (due === undefined || !isPositive(due)) return {};
	return { toCollect: toFixedText(due, Math.max(due.scale, decimalsOf(total))) };
}

type Amounts = ReadonlyArray<Amount | undefined>;

function toAmount(execution: unknown): Amount | undefined {
	const text = amountAt(execution, 'paymentAmount');
	return text === undefined ? undefined : parseDecimal(text);
}

/** Undefined when one of them is. */
function sumOf(amounts: Amounts): Amount | undefined {
	return amounts.reduce((sum, amount) => sum && amount && add(sum, amount), ZERO);
}

function leftOf(total: string | undefined, paid: Amount | undefined): Amount | undefined {
	const whole = total === undefined ? undefined : parseDecimal(total);
	return whole && paid && subtract(whole, paid);
}

function decimalsOf(text: string | undefined): number {
	return text?.split('.')[1]?.length ?? 0;
}
