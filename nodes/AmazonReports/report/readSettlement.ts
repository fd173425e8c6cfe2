import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { reportField } from './fields';
import { readWhole } from '../../amazon/documents/readWhole';
import { readRows } from '../../amazon/reports/reading/readRows';
import { fetchReport, type Report } from '../../amazon/reports/report';
import { SETTLEMENT_REPORT } from '../../amazon/tables/reportTypes';
import type { DocumentDownload } from '../../amazon/transport/contract';
import type { EachOperation, Output } from '../../n8n/operation';
import { reportItem, reportName } from '../../n8n/reportJson';
import { BookLines } from '../../rules/settlement/bookkeeping';
import { decideSettlement } from '../../rules/settlement/decide';
import type { SettlementVerdict } from '../../rules/settlement/verdict';
import { factsOf, openingOf, tell } from '../rows/content';

const BALANCE = 1;

const settlement: INodeProperties = {
	...reportField('searchSettlements'),
	displayName: 'Settlement',
	description:
		'A settlement report: Amazon makes one with each payout, and Get Many or the trigger Report Finished names it',
};

const lines: INodeProperties = {
	displayName: 'Give',
	name: 'lines',
	type: 'options',
	options: [
		{ name: 'Every Row', value: 'rows', description: 'Each amount as Amazon lists it, with what it is for' },
		{
			name: 'One Line per Order',
			value: 'orders',
			description:
				'Sales, shipping, tax, fees and refunds of each order in one line, then those of the account',
		},
		{ name: 'Only the Balance', value: 'none' },
	],
	default: 'orders',
};

export const readSettlement: EachOperation = {
	value: 'readSettlement',
	name: 'Read Settlement',
	action: 'Read settlement',
	description: 'Read what Amazon pays out, order by order, and prove that it adds up to the deposit',
	builderHint:
		'Takes the reportId of a settlement, from Get Many or the trigger Report Finished. Lines leave through the first output, the balance through the second; both say isBalanced: go on with lines only where it is true.',
	fields: [settlement, lines],
	outputs: ['Lines', 'Balance'],
	async each(context, item) {
		const { client, params, signal } = context;
		const report = await fetchReport(client, params.locator('reportId', item), signal);
		refuseOther(report);
		const open = await openingOf(context, report);
		if (open === undefined) return [{ output: BALANCE, json: reportItem(report) }];
		const wanted = params.text('lines', item);
		const { given, verdict } = await readWhole(open, async (document) => await read(document, wanted));
		if (verdict.kind === 'hold') tell(context, report, [`${verdict.message}.`]);
		return [
			...given.map((json): Output => ({ json })),
			{ output: BALANCE, json: toBalance(verdict, report) },
		];
	},
};

function refuseOther({ reportType, reportId }: Report): void {
	if (reportType === SETTLEMENT_REPORT) return;
	throw new Error(
		`Report ${reportId} is no settlement but ${reportName(reportType)} (${reportType}). Read it with Download, or choose a settlement`,
	);
}

interface Read {
	given: IDataObject[];
	verdict: SettlementVerdict;
}

/**
 * Every row is read and counted, whatever is given of them. Each line says whose it is and whether all of them add up,
 * since lines and balance leave through different outputs.
 */
async function read(document: DocumentDownload, wanted: string): Promise<Read> {
	const reader = decideSettlement();
	const book = new BookLines();
	const given: IDataObject[] = [];
	const take = (rows: ReturnType<typeof reader.read>) => {
		if (wanted === 'rows') for (const row of rows) given.push({ ...row });
		if (wanted === 'orders') book.add(rows);
	};
	for await (const batch of readRows(document, { format: 'tsv' }).batches) take(reader.read(batch));
	const { rows, verdict } = reader.finish();
	take(rows);
	if (wanted === 'orders') for (const line of book.lines(verdict.summary)) given.push({ ...line });
	const { settlementId, isBalanced } = verdict.summary;
	for (const line of given) Object.assign(line, { settlementId, isBalanced });
	return { given, verdict };
}

function addsUp({ rows, total, currency, findings }: SettlementVerdict['summary']): string {
	const sum = `${rows} rows add up to ${total} ${currency}, which is what Amazon pays.`;
	return [sum, ...findings.map(({ message }) => message)].join(' ');
}

/** What a bookkeeper reads first stands in front. */
function toBalance(verdict: SettlementVerdict, report: Report): IDataObject {
	const { summary } = verdict;
	const isHeld = verdict.kind === 'hold';
	const { reportId, reportType, reportDocumentId, marketplaceIds } = factsOf(report);
	return {
		status: isHeld ? 'held' : 'balanced',
		...{ isBalanced: summary.isBalanced, total: summary.total, currency: summary.currency },
		message: isHeld ? verdict.message : addsUp(summary),
		reason: isHeld ? verdict.reason : '',
		...summary,
		...{ byKind: { ...summary.byKind } },
		problems: summary.problems.map((problem) => ({ ...problem })),
		findings: summary.findings.map((finding) => ({ ...finding })),
		...{ marketplaceIds, reportType, reportDocumentId, reportId },
	};
}
