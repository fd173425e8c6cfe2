import type { IDataObject } from 'n8n-workflow';

import { holdOf, isTrouble, type Decision } from './decision';
import type { OfferReason } from '../../n8n/offerReason';
import type { Output } from '../../n8n/operation';
import type { PriceChange } from '../../rules/price/config';
import type { StockChange } from '../../rules/stock/config';
import { stepsText } from '../../rules/verdict/stepsText';
import type { Finding, Verdict } from '../../rules/verdict/verdict';

/** What became of an item; `partly`: one part went or would go, and the other needs somebody's attention. */
export type OfferStatus =
	'ready' | 'submitted' | 'accepted' | 'partly' | 'rejected' | 'held' | 'superseded' | 'failed' | 'unclear';

export interface Fate extends IDataObject {
	status: OfferStatus;
	/** Why, in one word that workflows can branch on. */
	reason?: string;
	/** Why, in a sentence. */
	message?: string;
}

/** The answer to an item that was not sent; one that the rules hold always shows their steps. */
export function heldAnswerOf(decision: Decision): Output {
	const hold = holdOf(decision);
	const isElsewhere = hold?.reason === 'superseded' || hold?.reason === 'stock-sent-once';
	const status = isElsewhere ? 'superseded' : 'held';
	return answerOf(decision, { status, reason: hold?.reason, message: hold?.message }, !isElsewhere);
}

/** What goes on as a part when the other one is held. */
const GOING: readonly OfferStatus[] = ['ready', 'submitted', 'accepted'];

/** The answer to an item: what it is, what became of it, the values and, if wanted, the rules' steps. */
export function answerOf(decision: Decision, fate: Fate, withTrace: boolean): Output {
	const { sku, marketplace, kept, price, stock, stockShared } = decision;
	const { status, reason, message: _, ...rest } = fate;
	const half = halfOf(decision);
	const isPartly = half !== undefined && GOING.includes(status);
	const json: IDataObject = {
		...kept,
		status: isPartly ? 'partly' : status,
		sku,
		message: messageOf(decision, fate, half),
		marketplace: marketplace?.country ?? '',
		reason: reason ?? half?.reason ?? '',
		held: half?.part ?? '',
		...priceFacts(price),
		...stockFacts(stock),
		...findingsOf(price, stock),
		...(stockShared !== undefined && { stockShared }),
		...elsewhere([price, stock]),
		...rest,
		...(marketplace && { marketplaceId: marketplace.id }),
	};
	if (withTrace) Object.assign(json, steps(price, stock));
	return { json };
}

/** One part that is held while the other goes, so that somebody must look at it. */
interface Half {
	part: 'price' | 'stock';
	reason: string;
	message: string;
}

function halfOf({ price, stock }: Decision): Half | undefined {
	if (price?.kind === 'hold' && stock?.kind === 'change' && isTrouble(price.reason)) {
		return { part: 'price', reason: price.reason, message: `Only the stock goes. ${price.message}` };
	}
	if (stock?.kind === 'hold' && price?.kind === 'change' && isTrouble(stock.reason)) {
		return { part: 'stock', reason: stock.reason, message: `Only the price goes. ${stock.message}` };
	}
	return undefined;
}

/** All that somebody should know of an item, so that it needs to be mended only once. */
function messageOf({ hold, price, stock }: Decision, { message }: Fate, half: Half | undefined): string {
	if (message === undefined && isPlain(price) && isPlain(stock)) return '';
	const parts = hold === undefined && half === undefined ? troublesOf([price, stock]) : [half?.message];
	const findings = findingsAmong([price, stock]).map((finding) => finding.message);
	const sentences = [message, ...parts, ...findings].filter((text) => text !== undefined && text !== '');
	return [...new Set(sentences)].join(' ');
}

/** A part that goes in another message of the run. */
function elsewhere(
	parts: ReadonlyArray<Verdict<unknown, OfferReason> | undefined>,
): { note: string } | undefined {
	const isGoing = parts.some((part) => part?.kind === 'change');
	const held = parts.find(
		(part) => part?.kind === 'hold' && !isTrouble(part.reason) && part.reason !== 'unchanged',
	);
	return isGoing && held?.kind === 'hold' ? { note: held.message } : undefined;
}

/** A part of which there is nothing to say, as of most. */
function isPlain(part?: Verdict<PriceChange | StockChange, OfferReason>): boolean {
	return part === undefined || (part.kind === 'change' && part.change.findings === undefined);
}

function troublesOf(parts: ReadonlyArray<Verdict<unknown, OfferReason> | undefined>): string[] {
	return parts.flatMap((part) => (part?.kind === 'hold' && isTrouble(part.reason) ? [part.message] : []));
}

function priceFacts(price?: Verdict<PriceChange, OfferReason>): IDataObject | undefined {
	if (price?.kind !== 'change') return undefined;
	const { findings: _, ...facts } = price.change;
	return { ...facts };
}

function findingsOf(
	price?: Verdict<PriceChange, OfferReason>,
	stock?: Verdict<StockChange, OfferReason>,
): IDataObject | undefined {
	const findings = findingsAmong([price, stock]);
	return findings.length === 0 ? undefined : { findings: findings.map((finding) => ({ ...finding })) };
}

/** Of both parts, whether they go or not. */
function findingsAmong(
	parts: ReadonlyArray<Verdict<PriceChange | StockChange, OfferReason> | undefined>,
): Finding[] {
	return parts.flatMap((part) => (part?.kind === 'change' ? part.change.findings : part?.findings) ?? []);
}

function stockFacts(stock?: Verdict<StockChange, OfferReason>): IDataObject | undefined {
	if (stock?.kind !== 'change') return undefined;
	const { quantity, handlingDays, restockDate, channel, lowStock, realQuantity } = stock.change;
	const facts: IDataObject = { quantity, lowStock, realQuantity, fulfillmentChannel: channel };
	if (handlingDays !== undefined) facts.handlingDays = handlingDays;
	if (restockDate !== undefined) facts.restockDate = restockDate;
	return facts;
}

function steps(
	price?: Verdict<PriceChange, OfferReason>,
	stock?: Verdict<StockChange, OfferReason>,
): IDataObject {
	return {
		...(price !== undefined && { priceSteps: stepsText(price.trace) }),
		...(stock !== undefined && { stockSteps: stepsText(stock.trace) }),
	};
}
