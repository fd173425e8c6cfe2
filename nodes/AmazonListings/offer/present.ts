import type { IDataObject } from 'n8n-workflow';

import { holdOf, isTrouble, type Decision } from './decision';
import type { Output } from '../../n8n/operation';
import type { PriceChange } from '../../rules/priceConfig';
import type { StockChange } from '../../rules/stockConfig';
import type { Verdict } from '../../rules/verdict';

/** What became of an item; `status` first, since people filter by it. */
export type OfferStatus =
	'ready' | 'submitted' | 'accepted' | 'rejected' | 'held' | 'superseded' | 'failed' | 'unclear';

export interface Fate extends IDataObject {
	status: OfferStatus;
	/** Why, in one word that workflows can branch on. */
	reason?: string;
	/** Why, in a sentence. */
	message?: string;
}

/** The answer to an item that was not sent; it always shows the rules' steps. */
export function presentHeld(decision: Decision): Output {
	const hold = holdOf(decision);
	const isElsewhere = hold?.reason === 'superseded' || hold?.reason === 'stock-sent-once';
	const status = isElsewhere ? 'superseded' : 'held';
	return present(decision, { status, reason: hold?.reason, message: hold?.message }, true);
}

/** The answer to an item: what it is, what became of it, the values and, if wanted, the rules' steps. */
export function present(decision: Decision, fate: Fate, withTrace: boolean): Output {
	const { sku, marketplace, kept, price, stock, stockShared } = decision;
	const { status, reason, message = halfMessage(decision) ?? saleMessage(decision), ...rest } = fate;
	const json: IDataObject = { ...kept, sku };
	if (marketplace !== undefined) json.marketplace = marketplace.country;
	json.status = status;
	// Always there, so that n8n's table shows them beside the status and not behind the longest trace.
	json.reason = reason ?? null;
	json.message = message ?? null;
	Object.assign(
		json,
		priceFacts(price),
		stockFacts(stock),
		findingsOf(price, stock),
		stockShared !== undefined && { stockShared },
		heldPart('priceHeld', price, fate),
		heldPart('stockHeld', stock, fate),
		rest,
		marketplace && { marketplaceId: marketplace.id },
	);
	if (withTrace) Object.assign(json, traces(price, stock));
	return { json };
}

/** Beside the status, where people look: one part goes out and the other needs somebody's attention. */
function halfMessage({ price, stock }: Decision): string | undefined {
	const troubleOf = (part?: Verdict<unknown>) =>
		part?.kind === 'hold' && isTrouble(part.reason) ? part.message : undefined;
	const trouble = troubleOf(price) ?? troubleOf(stock);
	if (trouble === undefined) return undefined;
	if (stock?.kind === 'change') return `Only the stock goes. ${trouble}`;
	return price?.kind === 'change' ? `Only the price goes. ${trouble}` : undefined;
}

/** A price that goes without its sale. */
function saleMessage({ price }: Decision): string | undefined {
	if (price?.kind !== 'change') return undefined;
	return price.change.findings?.find(({ code }) => code === 'sale-not-sent')?.message;
}

function priceFacts(price?: Verdict<PriceChange>): IDataObject | undefined {
	if (price?.kind !== 'change') return undefined;
	const { findings: _, ...facts } = price.change;
	return { ...facts };
}

/** Of both parts, whether they go or not. */
function findingsOf(price?: Verdict<PriceChange>, stock?: Verdict<StockChange>): IDataObject | undefined {
	const findings = [price, stock].flatMap(
		(part) => (part?.kind === 'change' ? part.change.findings : part?.findings) ?? [],
	);
	return findings.length === 0 ? undefined : { findings: findings.map((finding) => ({ ...finding })) };
}

function stockFacts(stock?: Verdict<StockChange>): IDataObject | undefined {
	if (stock?.kind !== 'change') return undefined;
	const { quantity, handlingDays, restockDate, channel, lowStock, realQuantity } = stock.change;
	const facts: IDataObject = { quantity, lowStock, realQuantity, fulfillmentChannel: channel };
	if (handlingDays !== undefined) facts.handlingDays = handlingDays;
	if (restockDate !== undefined) facts.restockDate = restockDate;
	return facts;
}

/** One part held while the other went out: the answer names it beside the status. */
function heldPart(
	name: string,
	part: Verdict<unknown> | undefined,
	{ status }: Fate,
): IDataObject | undefined {
	if (part?.kind !== 'hold' || status === 'held' || status === 'superseded') return undefined;
	return { [name]: { reason: part.reason, message: part.message } };
}

function traces(price?: Verdict<PriceChange>, stock?: Verdict<StockChange>): IDataObject {
	const json: IDataObject = {};
	if (price !== undefined) json.priceTrace = price.trace.map((step) => ({ ...step }));
	if (stock !== undefined) json.stockTrace = stock.trace.map((step) => ({ ...step }));
	return json;
}
