import type { IDataObject } from 'n8n-workflow';

import { alreadyDone, held, type Answer } from './answer';
import { lookUp } from './lookUp';
import { readRows, type Row } from './rows';
import { isFound, type LookedUp } from '../../amazon/orders/lookUpOrders';
import type { Columns } from '../../n8n/columns';
import type { Context, Outcome } from '../../n8n/operation';
import type { MarketplaceOrder } from '../../rules/order/marketplaceOrder';
import type { SendBackVerdict } from '../../rules/sendBack/verdict';

/** How input items become changes for Amazon. */
export interface Judgement<C> {
	columns: Columns;
	/** Whether each order is got from Amazon first. */
	isLookedUp: boolean;
	decide(input: IDataObject, order: MarketplaceOrder | undefined): SendBackVerdict<C>;
	/** What the answer shows of the change, under the names of `columns`. */
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
	const rows = readRows(context, items, judgement.columns);
	const ids = rows.map(({ answer }) => answer.amazonOrderId);
	const orders = judgement.isLookedUp ? await lookUp(context, ids) : new Map<string, LookedUp>();
	const explains = context.params.group('options', 0).trace === true;
	const judged: Judged<C> = { ready: [], others: [] };
	for (const row of rows) {
		const outcome = judge(judgement, row, { found: orders.get(row.answer.amazonOrderId), explains });
		if ('change' in outcome) judged.ready.push(outcome);
		else judged.others.push(outcome);
	}
	return judged;
}

function judge<C>(
	judgement: Judgement<C>,
	{ item, input, answer }: Row,
	{ found, explains }: { found: LookedUp | undefined; explains: boolean },
): Outcome | Ready<C> {
	if (found !== undefined && !isFound(found)) return held(item, answer, found);
	const verdict = judgement.decide(input, found);
	const { kind, trace } = verdict;
	if (kind === 'hold') return held(item, { ...answer, trace }, verdict);
	if (kind === 'done') return alreadyDone(item, answer, verdict.message);
	const { change } = verdict;
	return {
		...{ item, change, order: found },
		answer: { ...answer, facts: judgement.factsOf(change), trace: explains ? trace : [] },
	};
}
