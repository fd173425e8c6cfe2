import { CANCELLATION_FIELDS, type CancellationChange, type CancellationConfig } from './config';
import { heldAsShipped, cancelledLines, uncheckedCancellation, type ReasonOf } from './lines';
import type { MarketplaceOrder } from '../../order/marketplaceOrder';
import { compileFields } from '../fields';
import { compileLines, noLines } from '../lines';
import { heldForAmazon, heldUntilPaid, readOrderId } from '../order';
import { compileCancelReason } from '../reasonFinder';
import { Hold, Done, type Item } from '../../verdict/verdict';
import { decided } from '../../verdict/decision';
import type { SendBackVerdict } from '../verdict';
import type { CancellationHold, CancellationReason } from './verdict';
import { NOTHING_EARLIER, type EarlierInRun } from '../../verdict/runLedger';
import { heldByEarlier, type EarlierCancellations } from './earlier';

export * from './config';

/**
 * Decides one cancellation.
 * @param order the Amazon order; undefined when nobody looked it up: then the whole order can be cancelled, or lines
 * named by Amazon's item id
 * @param run what earlier items of the same run cancel, by order id
 */
export type DecideCancellation = (
	item: Item,
	order: MarketplaceOrder | undefined,
	run?: EarlierInRun<EarlierCancellations>,
) => SendBackVerdict<CancellationChange, CancellationReason>;

/**
 * Compiles the rule for cancellations. A line's own reason wins over the row's; where neither is given and the buyer has
 * asked Amazon to cancel, that is the reason.
 * @returns a pure function that never throws
 * @throws ConfigError naming the field
 */
export function decideCancellation(config: CancellationConfig): DecideCancellation {
	const fields = compileFields(CANCELLATION_FIELDS, config.fields, 'fields');
	const lineFields = compileFields(['reason'], config.lineFields, 'lineFields');
	const readLines = compileLines(fields.items, config.lineFields);
	const readReason = compileCancelReason(config);
	return (item, order, run = NOTHING_EARLIER) =>
		decided((trace) => {
			const amazonOrderId = readOrderId(fields.amazonOrderId(item), order, trace);
			if (amazonOrderId instanceof Hold) return amazonOrderId;
			const done = order && decidedByState(order);
			if (done) return done;
			const named = readLines(item);
			if (named instanceof Hold) return named;
			if (named?.length === 0) return noLines();
			const given = fields.reason(item);
			const reasonOf: ReasonOf = (row, isAsked) =>
				readReason([row && lineFields.reason(row), given], trace, isAsked ? 'BuyerCanceled' : undefined);
			const earlier = run.of(amazonOrderId);
			const repeated = order ? undefined : heldByEarlier(amazonOrderId, named, earlier);
			if (repeated) return repeated;
			const lines = order
				? cancelledLines({ order, named, earlier, reasonOf }, trace)
				: named && uncheckedCancellation(named, reasonOf);
			if (lines === undefined) return { amazonOrderId, reason: reasonOf(undefined, false) };
			if (!Array.isArray(lines)) return lines;
			return { amazonOrderId, reason: lines[0]?.reason ?? reasonOf(undefined, false), lines };
		});
}

function decidedByState(order: MarketplaceOrder): CancellationHold | Done | undefined {
	const { orderId, status } = order;
	if (status === 'CANCELLED') return new Done(`Amazon has order ${orderId} as cancelled`);
	const held = heldForAmazon(order, 'ask the buyer to cancel it there') ?? heldUntilPaid(order);
	return held ?? (status === 'SHIPPED' ? heldAsShipped(orderId) : undefined);
}
