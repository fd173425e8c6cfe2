import type { IDataObject } from 'n8n-workflow';

import { alreadyDone, held, keptOf, type Answer } from './answer';
import { lookUp } from './lookUp';
import { isFound, type LookedUp } from '../amazon/orders/lookUpOrders';
import type { Context, Outcome } from '../n8n/operation';
import { toList, toText } from '../n8n/params';
import { compilePath } from '../rules/attribute';
import type { MarketplaceOrder } from '../rules/orders/marketplaceOrder';
import type { SendBackVerdict } from '../rules/orders/sendBackVerdict';

/** How input items become changes for Amazon. */
export interface Judgement<C> {
	/** Whether each order is got from Amazon first. */
	isLookedUp: boolean;
	decide(input: IDataObject, order: MarketplaceOrder | undefined): SendBackVerdict<C>;
	/** What the answer shows of the change. */
	factsOf(change: C): IDataObject;
}

/** A change that may go to Amazon, and what its item is answered beside its fate. */
export interface Ready<C> {
	item: number;
	change: C;
	/** Undefined when nobody looked it up. */
	order?: MarketplaceOrder;
	answer: Answer;
}

export interface Judged<C> {
	ready: Array<Ready<C>>;
	/** Items that are not sent: held, with the reason, or done already. */
	others: Outcome[];
}

/** Judges every input item, in order. */
export async function judgeAll<C>(
	context: Context,
	items: readonly IDataObject[],
	judgement: Judgement<C>,
): Promise<Judged<C>> {
	const options = context.params.group('options', 0);
	const readId = compilePath(context.params.text('orderIdField', 0), 'Amazon Order ID Field');
	const ids = items.map((json) => toText(readId(json)).trim());
	const orders = judgement.isLookedUp ? await lookUp(context, ids) : new Map<string, LookedUp>();
	const keep = toList(options.keepFields);
	const judged: Judged<C> = { ready: [], others: [] };
	for (const [item, input] of items.entries()) {
		const amazonOrderId = ids[item] ?? '';
		const json: IDataObject = { ...keptOf(input, keep), amazonOrderId };
		const outcome = judge(judgement, { item, input, json, found: orders.get(amazonOrderId) }, options);
		if ('change' in outcome) judged.ready.push(outcome);
		else judged.others.push(outcome);
	}
	return judged;
}

interface Row {
	item: number;
	input: IDataObject;
	json: IDataObject;
	found: LookedUp | undefined;
}

function judge<C>(
	judgement: Judgement<C>,
	{ item, input, json, found }: Row,
	options: IDataObject,
): Outcome | Ready<C> {
	if (found !== undefined && !isFound(found)) return held(item, json, found);
	const verdict = judgement.decide(input, found);
	if (verdict.kind === 'hold') return held(item, json, verdict);
	if (verdict.kind === 'done') return alreadyDone(item, json, verdict.message);
	const trace = options.trace === true ? { trace: verdict.trace.map((step) => ({ ...step })) } : {};
	const { change } = verdict;
	const facts = { ...judgement.factsOf(change), ...trace };
	return { item, change, order: found, answer: { head: json, facts } };
}
