import { toFixedText } from '../../money/decimalText';
import { isPositive, sumOf } from '../../money/money';
import type { MarketplaceOrder } from '../../order/marketplaceOrder';
import type { RefundChange, RefundConfig, RefundedLine, RefundLine } from './config';
import { componentsOf, plannedTotal, plannedUnits, shownMoney, type RefundPlan } from './gifts';
import { readRefunded } from './figures';
import { planRefund } from './plan';
import { paidOrder, type PaidOrder } from './paidOrder';
import { refundableLines, totalOf, type RefundableLine } from './paid';
import { compileRefundFields, compileRequest, type RefundRequest } from './request';
import type { RefundTerms } from './tax';
import { nameOf } from '../lines';
import { readOrderId } from '../order';
import { compileAdjustmentReason } from '../reasonFinder';
import type { AdjustmentReason } from '../reasons';
import { Hold, type Item, type TraceStep } from '../../verdict/verdict';
import { decided } from '../../verdict/decision';
import type { SendBackVerdict } from '../verdict';
import type { RefundHold, RefundReason } from './verdict';
import { NOTHING_EARLIER, type EarlierInRun } from '../../verdict/runLedger';

export * from './config';

/** Refunds of the order by earlier items of the run: they count as given back. */
export type EarlierRefunds = ReadonlyArray<{ readonly lines: readonly RefundedLine[] }>;

/**
 * Decides one refund.
 * @param order the Amazon order: only it knows what was paid
 * @param run what earlier items of the same run give back, by order id
 */
export type DecideRefund = (
	item: Item,
	order: MarketplaceOrder | undefined,
	run?: EarlierInRun<EarlierRefunds>,
) => SendBackVerdict<RefundChange, RefundReason>;

/**
 * Compiles the rule for refunds: never more than was paid for a line and component, less what was given back before.
 * Promotions count as not paid: the price a component starts from is the one after the discount.
 * @returns a pure function that never throws
 * @throws ConfigError naming the field
 */
export function decideRefund(config: RefundConfig): DecideRefund {
	const fields = compileRefundFields(config);
	const readRequest = compileRequest(config, fields);
	const readReason = compileAdjustmentReason(config);
	return (item, order, run = NOTHING_EARLIER) =>
		decided((trace) => {
			const orderId = readOrderId(fields.amazonOrderId(item), order, trace);
			if (orderId instanceof Hold) return orderId;
			const paid = paidOrder(orderId, order, fields.currency(item));
			if (paid instanceof Hold) return paid;
			const earlier = readRefunded(fields.refunded(item), paid.order);
			if (earlier instanceof Hold) return earlier;
			const inRun = run.of(orderId).flatMap(({ lines: given }) => given);
			const lines = refundableLines(paid, [...inRun, ...earlier]);
			const request = readRequest(item, paid, lines);
			if (request instanceof Hold) return request;
			const terms = toTerms(config, paid);
			tracePaid(lines, terms, trace);
			const plan = planRefund({ order: paid.order, lines }, request, terms);
			if (plan instanceof Hold) return plan;
			if (!isPositive(plannedTotal(plan))) return nothingToRefund(orderId, lines, terms);
			const reasonOf = (line: RefundableLine) =>
				readReason([reasonNamed(request, line), fields.reason(item)], trace);
			const refunded = lines.flatMap((line) => toRefundLine(line, plan, { terms, reasonOf, trace }));
			const total = toFixedText(plannedTotal(plan), terms.decimals);
			return { amazonOrderId: orderId, currency: terms.currency, total, lines: refunded };
		});
}

function toTerms(
	{ storeAmountsIncludeTax }: RefundConfig,
	{ place, currency, decimals }: PaidOrder,
): RefundTerms {
	return { place, currency, decimals, storeIncludesTax: storeAmountsIncludeTax ?? place === 'included' };
}

function reasonNamed({ named = [] }: RefundRequest, line: RefundableLine): string | undefined {
	return named.find(({ lines, reason }) => reason !== undefined && lines.includes(line))?.reason;
}

interface Told {
	terms: RefundTerms;
	reasonOf: (line: RefundableLine) => AdjustmentReason;
	trace: TraceStep[];
}

/** What the plan gives for a line; nothing where it gives nothing. */
function toRefundLine(
	each: RefundableLine,
	plan: RefundPlan,
	{ terms, reasonOf, trace }: Told,
): RefundLine[] {
	const components = componentsOf(plan, each, terms.decimals);
	if (components.length === 0) return [];
	const { itemId, sku } = each.line;
	const parts = components.map(({ component, amount }) => `${component} ${amount}`).join(', ');
	trace.push({ step: nameOf(each.line), before: shownMoney(totalOf(each.left), terms), after: parts });
	const quantity = plannedUnits(plan, each);
	return [
		{
			itemId,
			...(sku === undefined ? {} : { sku }),
			reason: reasonOf(each),
			...(quantity > 0 ? { quantity } : {}),
			components,
		},
	];
}

function tracePaid(lines: readonly RefundableLine[], terms: RefundTerms, trace: TraceStep[]): void {
	const paid = shownMoney(sumOf(lines.map((line) => totalOf(line.paid))), terms);
	trace.push({ step: 'paid', before: paid, after: shownLeft(lines, terms), note: `tax ${terms.place}` });
}

function shownLeft(lines: readonly RefundableLine[], terms: RefundTerms): string {
	return shownMoney(sumOf(lines.map((line) => totalOf(line.left))), terms);
}

function nothingToRefund(orderId: string, lines: readonly RefundableLine[], terms: RefundTerms): RefundHold {
	return new Hold(
		'nothing-to-refund',
		`The refund of order ${orderId} comes to 0; ${shownLeft(lines, terms)} can still be given back: name an amount, or the lines`,
	);
}
