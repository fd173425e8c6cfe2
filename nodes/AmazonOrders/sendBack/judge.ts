import type { IDataObject } from 'n8n-workflow';

import { alreadyDone, held, type Answer } from './answer';
import { lookUp } from './lookUp';
import { readRows, type Row } from './rows';
import { isFound, type LookedUp } from '../../amazon/orders/lookUpOrders';
import type { Columns } from '../../n8n/columns';
import type { Context, Outcome } from '../../n8n/operation';
import type { MarketplaceOrder } from '../../rules/order/marketplaceOrder';
import { listLedger, type EarlierInRun } from '../../rules/verdict/runLedger';
import type { SendBackVerdict } from '../../rules/sendBack/verdict';

/** A change for Amazon, which says what order it is of. */
export interface OrderChange {
	amazonOrderId: string;
}

/** How input items become changes for Amazon. */
export interface Judgement<C extends OrderChange> {
	columns: Columns;
	/** Whether each order is got from Amazon first. */
	isLookedUp: boolean;
	/** @param run changes of earlier items of the run, by order id */
	decide(
		input: IDataObject,
		order: MarketplaceOrder | undefined,
		run: EarlierInRun<readonly C[]>,
	): SendBackVerdict<C>;
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

/** What the items of a run share. */
interface Run<C> {
	orders: ReadonlyMap<string, LookedUp>;
	earlier: EarlierInRun<readonly C[]>;
	/** Whether the steps of a change are told too. */
	explains: boolean;
}

/** Judges every input item, in order; what one takes, the next do not get. */
export async function judgeAll<C extends OrderChange>(
	context: Context,
	items: readonly IDataObject[],
	judgement: Judgement<C>,
): Promise<Judged<C>> {
	const rows = readRows(context, items, judgement.columns);
	const ids = rows.map(({ answer }) => answer.amazonOrderId);
	const orders = judgement.isLookedUp ? await lookUp(context, ids) : new Map<string, LookedUp>();
	const explains = context.params.group('options', 0).trace === true;
	const judged: Judged<C> = { ready: [], others: [] };
	const earlier = listLedger<C>();
	for (const row of rows) {
		const outcome = judge(judgement, row, { orders, earlier, explains });
		if ('change' in outcome) {
			judged.ready.push(outcome);
			earlier.book(outcome.change.amazonOrderId, [outcome.change]);
		} else judged.others.push(outcome);
	}
	return judged;
}

function judge<C extends OrderChange>(
	judgement: Judgement<C>,
	{ item, input, answer }: Row,
	{ orders, earlier, explains }: Run<C>,
): Outcome | Ready<C> {
	const found = orders.get(answer.amazonOrderId);
	if (found !== undefined && !isFound(found)) return held(item, answer, found);
	const verdict = judgement.decide(input, found, earlier);
	const { kind, trace } = verdict;
	if (kind === 'hold') return held(item, { ...answer, trace }, verdict);
	if (kind === 'done') return alreadyDone(item, answer, verdict.message);
	const { change } = verdict;
	return {
		...{ item, change, order: found },
		answer: { ...answer, facts: judgement.factsOf(change), trace: explains ? trace : [] },
	};
}
