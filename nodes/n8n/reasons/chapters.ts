import { RESULT_REASONS, SENDING_REASONS } from './feeds';
import { ITEM_REASONS, OFFER_FINDINGS, PRICE_REASONS, STOCK_REASONS } from './offer';
import { FAIL_REASONS, IMPORT_FINDINGS, SKIP_REASONS } from './orderImport';
import type { SomeReasons } from './reason';
import { CANCELLATION_REASONS, ORDER_REASONS, REFUND_REASONS, SHIPMENT_REASONS } from './sendBack';
import { SETTLEMENT_FINDINGS, SETTLEMENT_REASONS } from './settlement';

/** The words of one step, and where its answers carry them. */
export interface Chapter {
	title: string;
	/** In a sentence. */
	where: string;
	reasons: SomeReasons<string>;
}

/** Every word that an answer may carry, in the order in which a shop meets them. Only the docs read it: n8n never loads it. */
export const CHAPTERS: readonly Chapter[] = [
	{
		title: 'Prices and stock',
		where:
			'Price and Stock; `reason` of `held` and `superseded` items, of `partly` sent ones for the part that is held.',
		reasons: ITEM_REASONS,
	},
	{ title: 'Prices', where: 'Price and Stock; `reason`, as above.', reasons: PRICE_REASONS },
	{ title: 'Stock', where: 'Price and Stock; `reason`, as above.', reasons: STOCK_REASONS },
	{
		title: 'Prices and stock: findings',
		where: 'Price and Stock; `code` in `findings`. They keep nothing from being sent.',
		reasons: OFFER_FINDINGS,
	},
	{
		title: 'Import: skipped orders',
		where: 'Order: Convert to Store Order; `reason` on the output Skipped.',
		reasons: SKIP_REASONS,
	},
	{
		title: 'Import: failed orders',
		where: 'Order: Convert to Store Order; `reason` on the output Failed.',
		reasons: FAIL_REASONS,
	},
	{
		title: 'Import: findings',
		where: 'Order: Convert to Store Order; `code` in `findings` of imported orders.',
		reasons: IMPORT_FINDINGS,
	},
	{
		title: 'Shipments, cancellations and refunds',
		where:
			'Shipment: Confirm and Submit Many, Order: Cancel, Refund and Acknowledge; `reason` of `held` items.',
		reasons: ORDER_REASONS,
	},
	{ title: 'Shipments', where: 'Shipment; `reason` of `held` items.', reasons: SHIPMENT_REASONS },
	{
		title: 'Cancellations',
		where: 'Order: Cancel; `reason` of `held` items.',
		reasons: CANCELLATION_REASONS,
	},
	{ title: 'Refunds', where: 'Order: Refund; `reason` of `held` items.', reasons: REFUND_REASONS },
	{
		title: 'Sending',
		where: 'Every step that sends something; `reason` of `failed`, `unclear` and `rejected` items.',
		reasons: SENDING_REASONS,
	},
	{
		title: 'Results of feeds',
		where:
			'Feed: Get Result and the Amazon Trigger (Feed Finished); `reason` of `rejected`, `unclear` and `pending` items.',
		reasons: RESULT_REASONS,
	},
	{
		title: 'Settlements',
		where: 'Reports of settlements; `reason` of held rows, of the summary and of its `problems`.',
		reasons: SETTLEMENT_REASONS,
	},
	{
		title: 'Settlements: findings',
		where:
			'Reports of settlements; `code` in `findings` of the summary. The settlement balances all the same.',
		reasons: SETTLEMENT_FINDINGS,
	},
];
