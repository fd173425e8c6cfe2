import type { Amount } from '../money/money';
import { Hold } from '../verdict/verdict';
import { attribute } from './attribution';
import { cellOf, type Cells } from './columns';
import type { KindOf } from './kindOf';
import type { SettlementKind } from './kinds';
import { moneyText } from './moneyText';
import type { SettlementRow } from './row';
import type { RowReason } from './verdict';

/** What a row says beside what its own cells hold. */
export interface RowFacts {
	cells: Cells;
	line: number;
	kind: SettlementKind;
	amount: Amount | Hold<RowReason>;
	currency: string;
	decimals: number;
	postedAt: string;
}

export function kindOfCells(cells: Cells, kindOf: KindOf): SettlementKind {
	return kindOf({
		transactionType: cellOf(cells, 'transactionType'),
		amountType: cellOf(cells, 'amountType'),
		description: cellOf(cells, 'description'),
	});
}

export function toRow(facts: RowFacts): SettlementRow {
	const { cells, line, kind, amount, currency, decimals, postedAt } = facts;
	const isHeld = amount instanceof Hold;
	const { attributedTo, attributedWhy, amazonOrderId, reference } = attribute(cells, kind);
	const row: SettlementRow = {
		settlementId: cellOf(cells, 'settlementId'),
		status: isHeld ? 'held' : 'read',
		amazonOrderId,
		sku: cellOf(cells, 'sku'),
		kind,
		amount: isHeld ? '' : moneyText(amount, decimals),
		currency,
		postedAt,
		quantity: quantityOf(cellOf(cells, 'quantity')),
		description: cellOf(cells, 'description'),
		transactionType: cellOf(cells, 'transactionType'),
		amountType: cellOf(cells, 'amountType'),
		attributedTo,
		attributedWhy,
		marketplaceName: cellOf(cells, 'marketplaceName'),
		fulfillmentChannel: cellOf(cells, 'fulfillmentId'),
		merchantOrderId: cellOf(cells, 'merchantOrderId'),
		shipmentId: cellOf(cells, 'shipmentId'),
		adjustmentId: cellOf(cells, 'adjustmentId'),
		orderItemCode: cellOf(cells, 'orderItemCode'),
		merchantOrderItemId: cellOf(cells, 'merchantOrderItemId'),
		merchantAdjustmentItemId: cellOf(cells, 'merchantAdjustmentItemId'),
		promotionId: cellOf(cells, 'promotionId'),
		reference,
		line,
	};
	return isHeld ? { ...row, reason: amount.reason, message: `Line ${line}: ${amount.message}` } : row;
}

function quantityOf(text: string): number | null {
	return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}
