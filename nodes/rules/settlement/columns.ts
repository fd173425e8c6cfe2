/**
 * The columns of Amazon's Flat File V2 Settlement Report, by our names for what stands in them.
 * Source: https://developer-docs.amazon.com/sp-api/docs/report-type-values-settlement; `promotion-id` is in the files only.
 */
export const COLUMNS = {
	settlementId: 'settlement-id',
	from: 'settlement-start-date',
	to: 'settlement-end-date',
	depositedAt: 'deposit-date',
	total: 'total-amount',
	currency: 'currency',
	transactionType: 'transaction-type',
	orderId: 'order-id',
	merchantOrderId: 'merchant-order-id',
	adjustmentId: 'adjustment-id',
	shipmentId: 'shipment-id',
	marketplaceName: 'marketplace-name',
	amountType: 'amount-type',
	description: 'amount-description',
	amount: 'amount',
	fulfillmentId: 'fulfillment-id',
	postedDate: 'posted-date',
	postedAt: 'posted-date-time',
	orderItemCode: 'order-item-code',
	merchantOrderItemId: 'merchant-order-item-id',
	merchantAdjustmentItemId: 'merchant-adjustment-item-id',
	sku: 'sku',
	quantity: 'quantity-purchased',
	promotionId: 'promotion-id',
} as const;

export type Column = keyof typeof COLUMNS;

/** A row of the file, by the names of its header; a short row may lack the last ones. */
export type Cells = Readonly<Record<string, unknown>>;

/** What stands in a cell, without the blanks around it; empty when there is no such cell. */
export function cellOf(cells: Cells, column: Column): string {
	const given = cells[COLUMNS[column]];
	if (typeof given === 'string') return given.trim();
	return typeof given === 'number' ? String(given) : '';
}
