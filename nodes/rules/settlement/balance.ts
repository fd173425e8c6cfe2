import { currencyDecimals } from '../money/currencies';
import { compare, distance, isPositive, subtract, type Amount } from '../money/money';
import { Hold, type TraceStep } from '../verdict/verdict';
import { isoDateOf } from './dates';
import type { Head } from './head';
import { moneyText } from './moneyText';
import { countOf, type Tally } from './tally';
import type { RowReason, SettlementReason, SettlementSummary, SettlementVerdict } from './verdict';

/** What the file came to. */
export interface SettlementFacts {
	/** Undefined when the file has no first row. */
	head: Head | undefined;
	/** Undefined when the first row names no total. */
	total: Amount | Hold | undefined;
	tally: Tally;
	settlementId: string;
	currency: string;
	decimalStyle: string | undefined;
}

type SettlementHold = Hold<SettlementReason>;

/** What is said of rows that are not counted, in the order of what is to be put right first. */
const HELD_ROWS: ReadonlyArray<readonly [reason: RowReason, rows: string, remedy: string]> = [
	['several-settlements', 'of another settlement', 'give each settlement by itself'],
	['mixed-currencies', 'in another currency', 'look at the file; Amazon settles each currency by itself'],
	['amounts-written-differently', 'with an amount unlike the others', 'download the report again as it is'],
	['amount-in-two-ways', 'with an amount that can be read in two ways', 'choose the Decimal Style'],
	['amount-not-a-number', 'with an amount that cannot be read', 'download the report again'],
];

/** Whether the rows add up to what Amazon pays. A settlement with a row that was not read never does. */
export function balanceOf(facts: SettlementFacts): SettlementVerdict {
	const [first, ...others] = [...rowHolds(facts.tally), ...fileHolds(facts)];
	const hold = first?.and(...others);
	const own = [first, ...others].filter((each) => each instanceof Hold).slice(facts.tally.held.size);
	const problems = [...facts.tally.problems, ...own.map(({ reason, message }) => ({ reason, message }))];
	const summary: SettlementSummary = {
		...figuresOf(facts),
		isBalanced: hold === undefined,
		problems,
		problemCount: facts.tally.problemCount + own.length,
		findings: facts.tally.findings,
	};
	const trace = traceOf(facts, summary);
	if (hold === undefined) return { kind: 'balanced', summary, trace };
	return { kind: 'hold', reason: hold.reason, message: hold.message, summary, trace };
}

function rowHolds({ held }: Tally): SettlementHold[] {
	return HELD_ROWS.flatMap(([reason, what, remedy]) => {
		const rows = held.get(reason);
		if (rows === undefined) return [];
		const where = rows.rows === 1 ? `line ${rows.firstLine}` : `the first in line ${rows.firstLine}`;
		const message = `${countOf(rows.rows)} ${what} (${where}) not counted, so the settlement cannot be checked: ${remedy}`;
		return [new Hold(reason, message)];
	});
}

function fileHolds(facts: SettlementFacts): SettlementHold[] {
	const { head, total, tally } = facts;
	if (head === undefined && tally.rows === 0 && tally.held.size === 0) {
		return [new Hold('no-rows', 'The file has no rows: download the report again')];
	}
	if (total === undefined) {
		const what = head === undefined ? 'The row with the total is missing' : 'The first row names no total';
		return [new Hold('total-missing', `${what}: there is nothing to compare the rows with`)];
	}
	if (total instanceof Hold) {
		const message = `The total of the first row cannot be read: ${total.message.replace('amount', 'total')}`;
		return [new Hold('total-not-a-number', message)];
	}
	return tally.held.size === 0 && compare(total, tally.sum) !== 0 ? [unbalanced(facts, total)] : [];
}

function unbalanced({ tally, currency }: SettlementFacts, total: Amount): SettlementHold {
	const money = (value: Amount) => `${moneyText(value, currencyDecimals(currency))} ${currency}`.trim();
	const isShort = isPositive(subtract(total, tally.sum));
	const difference = money(distance(total, tally.sum));
	const what = isShort ? `${difference} of it stands in no row` : `${difference} more than that`;
	const sums = `Amazon pays ${money(total)}, and the rows add up to ${money(tally.sum)}: ${what}`;
	return new Hold(
		'does-not-balance',
		`${sums}. Download the report again; if it stays so, ask Amazon before you book it`,
	);
}

type Figures = Omit<SettlementSummary, 'isBalanced' | 'problems' | 'problemCount' | 'findings'>;

function figuresOf({ head, total, tally, settlementId, currency }: SettlementFacts): Figures {
	const decimals = currencyDecimals(currency);
	const known = total instanceof Hold ? undefined : total;
	const byKind = [...tally.byKind].sort(([a], [b]) => (a < b ? -1 : 1));
	return {
		settlementId,
		from: dateText(head?.from),
		to: dateText(head?.to),
		depositedAt: dateText(head?.depositedAt),
		currency,
		total: known === undefined ? '' : moneyText(known, decimals),
		sum: moneyText(tally.sum, decimals),
		difference: known === undefined ? '' : moneyText(subtract(known, tally.sum), decimals),
		rows: tally.rows,
		heldRows: tally.heldRows,
		byKind: Object.fromEntries(byKind.map(([kind, sum]) => [kind, moneyText(sum, decimals)])),
	};
}

function dateText(text = ''): string {
	return isoDateOf(text) ?? text;
}

function traceOf({ tally, decimalStyle }: SettlementFacts, summary: SettlementSummary): TraceStep[] {
	const { total, sum, difference } = summary;
	return [
		{ step: 'rows', before: '', after: countOf(tally.rows) },
		{ step: 'decimals', before: '', after: decimalStyle ?? 'none' },
		{ step: 'balance', before: total, after: sum, note: `difference ${difference || 'unknown'}` },
	];
}
