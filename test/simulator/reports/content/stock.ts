import type { Content, Subject } from './content';
import { listedItems } from './listedItems';
import { hashOf } from '../../listings/listing';
import { returnedItems } from './returns';
import { soldItems } from './soldItems';
import { QUOTED_TABS, tableOf, TABS, type Cell } from './table';
import { isoDay, offsetTime } from './times';
import { fnskuOf, warehouseOf } from './warehouse';

const INVENTORY_COLUMNS = [
	...['sku', 'fnsku', 'asin', 'product-name', 'condition', 'your-price', 'mfn-listing-exists'],
	...['mfn-fulfillable-quantity', 'afn-listing-exists', 'afn-warehouse-quantity', 'afn-fulfillable-quantity'],
	...['afn-unsellable-quantity', 'afn-reserved-quantity', 'afn-total-quantity', 'per-unit-volume'],
	...['afn-inbound-working-quantity', 'afn-inbound-shipped-quantity', 'afn-inbound-receiving-quantity'],
	...['afn-researching-quantity', 'afn-reserved-future-supply', 'afn-future-supply-buyable'],
];

/** GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA: what Amazon stores; drawn rows all are in its warehouses. */
export function managedInventory(subject: Subject): Content {
	return tableOf(subject, TABS, INVENTORY_COLUMNS, function* () {
		for (const { sku, asin, title, price, channel } of listedItems(subject)) {
			if (channel === 'DEFAULT' && subject.drawn === undefined) continue;
			const count = hashOf(sku) % 50;
			const names: Cell[] = [sku, fnskuOf(sku), asin, title, 'New', price, 'No', '', 'Yes'];
			yield [...names, count + 1, count, 1, 0, count + 1, '0.02', 0, 0, 0, 0, 0, 0];
		}
	});
}

const LEDGER_COLUMNS = [
	...[
		'Date',
		'FNSKU',
		'ASIN',
		'MSKU',
		'Title',
		'Event Type',
		'Reference ID',
		'Quantity',
		'Fulfillment Center',
	],
	...['Disposition', 'Reason', 'Country', 'Reconciled Quantity', 'Unreconciled Quantity', 'Date and Time'],
];

/** GET_LEDGER_DETAIL_VIEW_DATA: every cell in quotation marks; what Amazon shipped, and what came back to it. */
export function ledgerDetail(subject: Subject): Content {
	const { startMs, endMs, drawn } = subject;
	const isIn = (atMs: number) => atMs >= startMs && atMs < endMs;
	return tableOf(subject, QUOTED_TABS, LEDGER_COLUMNS, function* () {
		for (const item of soldItems(subject)) {
			const { sku, asin, title, orderId, shipped, updatedAtMs, marketplace, fulfilledBy } = item;
			if (drawn === undefined && (fulfilledBy !== 'AMAZON' || shipped === 0 || !isIn(updatedAtMs))) continue;
			const [year, month, day] = isoDay(updatedAtMs).split('-');
			yield [
				...[`${month}/${day}/${year}`, fnskuOf(sku), asin, sku, title, 'Shipments', '', -shipped],
				...[warehouseOf(orderId), 'SELLABLE', '', marketplace.iso, 0, 0, offsetTime(updatedAtMs)],
			];
		}
		if (drawn !== undefined) return;
		for (const { item, atMs } of returnedItems(subject, 'AMAZON')) {
			const { sku, asin, title, orderId, marketplace } = item;
			const [year, month, day] = isoDay(atMs).split('-');
			yield [
				...[`${month}/${day}/${year}`, fnskuOf(sku), asin, sku, title, 'CustomerReturns', '', 1],
				...[warehouseOf(orderId), 'SELLABLE', '', marketplace.iso, 0, 0, offsetTime(atMs)],
			];
		}
	});
}
