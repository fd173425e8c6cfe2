import { toFixedText } from '../../money/decimalText';
import { isPositive, sumOf } from '../../money/money';
import type { MarketplaceOrder } from '../../order/marketplaceOrder';
import type { RefundChange, RefundComponent, RefundConfig, RefundedLine, RefundLine } from './config';
import { RefundDraft } from './draft';
import { readRefunded } from './figures';
import { fillDraft } from './fill';
import { paidOrder, type PaidOrder } from './paidOrder';
import { refundableLines, totalOf, type RefundableLine } from './paid';
import { compileRefundFields, compileRequest, type RefundRequest } from './request';
import type { TaxTerms } from './tax';
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
			const orderId = readOrderId(item, fields.amazonOrderId, order, trace);
			if (orderId instanceof Hold) return orderId;
			const paid = paidOrder(orderId, order, fields.currency(item));
			if (paid instanceof Hold) return paid;
			const earlier = readRefunded(fields.refunded(item), paid.order);
			if (earlier instanceof Hold) return earlier;
			const inRun = run.of(orderId).flatMap(({ lines: given }) => given);
			const lines = refundableLines(paid, [...inRun, ...earlier]);
			const request = readRequest(item, paid, lines);
			if (request instanceof Hold) return request;
			const draft = new RefundDraft(paid.currency, paid.decimals);
			const terms = toTerms(config, paid);
			tracePaid(draft, lines, paid, trace);
			const held = fillDraft(draft, paid.order, lines, request, terms);
			if (held) return held;
			if (!isPositive(draft.total())) return nothingToRefund(draft, lines, orderId);
			const reasonOf = (line: RefundableLine) =>
				readReason([reasonNamed(request, line), fields.reason(item)], trace);
			return toChange(paid, lines, draft, reasonOf, trace);
		});
}

function toTerms({ storeAmountsIncludeTax }: RefundConfig, { place, decimals }: PaidOrder): TaxTerms {
	return { place, decimals, storeIncludesTax: storeAmountsIncludeTax ?? place === 'included' };
}

function reasonNamed({ named = [] }: RefundRequest, line: RefundableLine): string | undefined {
	return named.find(({ lines, reason }) => reason !== undefined && lines.includes(line))?.reason;
}

function toChange(
	{ order, currency, decimals }: PaidOrder,
	lines: readonly RefundableLine[],
	draft: RefundDraft,
	reasonOf: (line: RefundableLine) => AdjustmentReason,
	trace: TraceStep[],
): RefundChange {
	const refunded = lines.flatMap((line): RefundLine[] => {
		const components = draft.componentsOf(line);
		if (components.length === 0) return [];
		const { itemId, sku } = line.line;
		const quantity = draft.quantity(line);
		traceLine(line, draft, components, trace);
		return [
			{
				itemId,
				...(sku === undefined ? {} : { sku }),
				reason: reasonOf(line),
				...(quantity > 0 ? { quantity } : {}),
				components,
			},
		];
	});
	return {
		amazonOrderId: order.orderId,
		currency,
		total: toFixedText(draft.total(), decimals),
		lines: refunded,
	};
}

function tracePaid(
	draft: RefundDraft,
	lines: readonly RefundableLine[],
	{ place }: PaidOrder,
	trace: TraceStep[],
): void {
	const paid = sumOf(lines.map((line) => totalOf(line.paid)));
	const left = sumOf(lines.map((line) => totalOf(line.left)));
	trace.push({ step: 'paid', before: draft.shown(paid), after: draft.shown(left), note: `tax ${place}` });
}

function traceLine(
	line: RefundableLine,
	draft: RefundDraft,
	components: readonly RefundComponent[],
	trace: TraceStep[],
): void {
	const parts = components.map(({ component, amount }) => `${component} ${amount}`).join(', ');
	trace.push({ step: nameOf(line.line), before: draft.shown(totalOf(line.left)), after: parts });
}

function nothingToRefund(draft: RefundDraft, lines: readonly RefundableLine[], orderId: string): RefundHold {
	const left = draft.shown(sumOf(lines.map((line) => totalOf(line.left))));
	return new Hold(
		'nothing-to-refund',
		`The refund of order ${orderId} comes to 0; ${left} can still be given back: name an amount, or the lines`,
	);
}
