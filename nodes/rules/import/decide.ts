import { currencyDecimals } from '../money/currencies';
import { Hold, type TraceStep } from '../verdict/verdict';
import { UnreadableAmount } from '../order/lineAmounts';
import { readOrder, type SummedOrder } from '../order/readOrder';
import type { OrderImportConfig } from './config';
import { heldByFilter } from './filter';
import { chooseLines, type ChosenLines } from './lines';
import { reckon, type Reckoning } from './amounts';
import { chooseTax, taxFindings, type TaxChoice } from './tax';
import {
	isSkip,
	type CancelRequest,
	type Fail,
	type FailReason,
	type Imported,
	type ImportFinding,
	type ImportVerdict,
	type Skip,
} from './verdict';
import type { MarketplaceOrder } from '../order/marketplaceOrder';
import { choosePayment } from './payment';
import { orderNumberOf, type TakenNumbers } from './orderNumber';
import { hasAmounts } from '../order/orderSums';
import type { SkuMap } from './skuMap';
import type { EarlierInRun } from '../verdict/runLedger';
import { toStoreAddress } from './address';
import { assemble } from './assemble';

/** What the judgement of one order needs beside the order. */
export interface ImportContext {
	/** Milliseconds since 1970. */
	now: number;
	/** Undefined when there is no list of products: SKUs are then taken as they are. */
	skuMap?: SkuMap;
	/** Units of the store's products that earlier orders of the run took, by `stockKey`. */
	stock: EarlierInRun<number>;
	/** Order numbers in use; the caller adds those that were given. */
	taken: TakenNumbers;
	/** Amazon orders the store has already. */
	inStore: ReadonlySet<string>;
	/** The store's own next number, if the rules ask for one. */
	nextNumber: string;
	/** Currency of the order's marketplace, for orders in which Amazon names none. */
	marketplaceCurrency: string;
}

/** Failures that end with the goods not being there: Amazon may be asked to cancel. */
const STOCK_FAILURES: readonly FailReason[] = ['sku-not-in-store', 'product-disabled', 'out-of-stock'];

/** Decides one Amazon order: import (with the neutral store order), skip or fail, with the reason and every step. */
export type DecideImport = (order: MarketplaceOrder, context: ImportContext) => ImportVerdict;

/**
 * The rule for orders that come in: pure. What an imported order takes from the stock is for the caller to book.
 * Source: https://docs.cedcommerce.com/magento-2/amazon-integration-magento-2-user-guide/ (Amazon Order Settings, Manage Amazon Orders).
 */
export function decideImport(config: OrderImportConfig): DecideImport {
	return (order, context) => {
		const trace: TraceStep[] = [];
		const outcome = toImport(order, { config, context, trace });
		if (!(outcome instanceof Hold)) return { kind: 'import', ...outcome, trace };
		const { reason, message } = outcome;
		return isSkip(reason)
			? { kind: 'skip', reason, message, trace }
			: { kind: 'fail', reason, message, cancel: cancellationOf(order, reason, config), trace };
	};
}

interface ImportRun {
	config: OrderImportConfig;
	context: ImportContext;
	trace: TraceStep[];
}

function toImport(given: MarketplaceOrder, { config, context, trace }: ImportRun): Imported | Skip | Fail {
	const unwanted = heldByFilter(given, config.filter, context.now) ?? heldByPresence(given, context);
	trace.push({ step: 'filter', before: given.status, after: unwanted?.reason ?? 'wanted' });
	if (unwanted !== undefined) return unwanted;
	const order = readMoney(given);
	if (order instanceof Hold) return order;

	const lines = chooseLines(order, config.products, context);
	const delivery = toStoreAddress(order, config.address, config.customer);
	if (lines instanceof Hold) return lines.and(delivery);
	const count = lines.lines.length;
	trace.push({ step: 'lines', before: `${order.lines.length} ordered`, after: `${count} to import` });
	if (count === 0) return nothingLeft(order, lines);

	if (delivery instanceof Hold) return delivery;
	const { country, regionCode } = delivery.address;
	const region = regionCode === '' ? 'as it is written' : 'recognised';
	trace.push({ step: 'region', before: country, after: region });

	const tax = chooseTax(order, config.tax, delivery.address);
	const currency = order.currency ?? context.marketplaceCurrency;
	const decimals = currencyDecimals(currency);
	const reckoning = reckon({ order, chosen: lines.lines, tax, decimals });
	const findings = moneyFindings({ order, tax, reckoning, decimals }, config);
	if (findings instanceof Hold) return findings;
	const { total } = reckoning.amounts;
	trace.push({ step: 'total', before: order.total ?? '', after: total, note: `tax ${tax.place}` });

	const number = orderNumberOf(order, config.orderNumber, context);
	if (number instanceof Hold) return number;
	trace.push({ step: 'number', before: order.orderId, after: number.number || "the store's own" });

	const payment = choosePayment(order, { total: reckoning.total, decimals }, config);
	return assemble({ order, config, currency, lines, delivery, reckoning, payment, number, findings });
}

function heldByPresence(order: MarketplaceOrder, { inStore }: ImportContext): Skip | undefined {
	if (inStore.has(order.orderId)) {
		return new Hold('already-in-store', `The store has ${order.orderId} already`);
	}
	if (order.total !== undefined || order.replacesOrderId !== undefined || order.lines.some(hasAmounts)) {
		return undefined;
	}
	const why = order.status === 'CANCELLED' ? 'it is cancelled' : 'it is not paid yet';
	return new Hold('no-amounts', `Amazon names no amounts for ${order.orderId}: ${why}`);
}

function readMoney(order: MarketplaceOrder): SummedOrder | Fail {
	if (order.currencies.length > 1) {
		const message = `The order has amounts in ${order.currencies.join(' and ')}; book it by hand`;
		return new Hold('mixed-currencies', message);
	}
	const read = readOrder(order);
	if (!(read instanceof UnreadableAmount)) return read;
	const { place, text } = read;
	return new Hold('amount-not-a-number', `Amazon's ${place} is "${text}", which is no plain number`);
}

function nothingLeft(order: MarketplaceOrder, { dropped }: ChosenLines): Skip | Fail {
	if (dropped.length === 0) {
		return new Hold('nothing-to-import', 'Every line of the order is cancelled');
	}
	const skus = dropped.map(({ sku, itemId }) => sku ?? itemId).join(', ');
	return new Hold('sku-not-in-store', `None of the products of ${order.orderId} is in the store: ${skus}`);
}

interface Reckoned {
	order: SummedOrder;
	tax: TaxChoice;
	reckoning: Reckoning;
	decimals: number;
}

function moneyFindings(
	{ order, tax, reckoning: { difference, taxLeftOut }, decimals }: Reckoned,
	{ onTotalsDiffer }: OrderImportConfig,
): ImportFinding[] | Fail {
	const findings = taxFindings(order, tax, { leftOut: taxLeftOut, decimals });
	if (order.total === undefined) {
		findings.push({ code: 'total-missing', message: "Amazon names no total: the lines' sum is taken" });
	}
	if (difference === undefined) return findings;
	const sums = `the lines make ${difference.store}, Amazon's total is ${difference.amazon} ${order.currency ?? ''}`;
	if (onTotalsDiffer === 'fail') return new Hold('totals-differ', `The totals differ: ${sums.trim()}`);
	findings.push({
		code: 'totals-differ',
		message: `The totals differ: ${sums.trim()}; an adjustment makes up for it`,
	});
	return findings;
}

function cancellationOf(
	order: MarketplaceOrder,
	reason: FailReason,
	{ cancelOnFail }: OrderImportConfig,
): CancelRequest | undefined {
	if (!cancelOnFail || order.channel !== 'MFN' || order.status !== 'UNSHIPPED') return undefined;
	if (!STOCK_FAILURES.includes(reason)) return undefined;
	const lines = order.lines
		.map(({ itemId, sku, ordered, cancelled }) => ({ itemId, sku: sku ?? '', quantity: ordered - cancelled }))
		.filter(({ quantity }) => quantity > 0);
	return { reason: 'NoInventory', lines };
}
