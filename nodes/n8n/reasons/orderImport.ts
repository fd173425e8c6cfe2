import type { Reasons } from './reason';
import type { FailReason, ImportFinding, SkipReason } from '../../rules/import/verdict';

/** Convert, output Skipped: the order is not wanted. */
export const SKIP_REASONS: Reasons<SkipReason> = {
	'not-an-amazon-order': {
		meaning:
			"It was not placed on Amazon: a sale of your own shop that Amazon's warehouse ships, or a removal.",
		remedy: 'Nothing. Turn _Include Multi-Channel Orders_ on to import it too.',
	},
	'status-not-wanted': {
		meaning: 'The order is at a stage that _Which Orders_ leaves out.',
		remedy: 'Nothing, or add the status under _Which Orders_: _Statuses_.',
	},
	'channel-not-wanted': {
		meaning: 'Somebody else ships the order than _Shipped By_ asks for.',
		remedy: 'Nothing, or choose _Amazon or You_ in _Shipped By_.',
	},
	'marketplace-not-wanted': {
		meaning: 'The order was placed in a marketplace that is not chosen.',
		remedy: 'Nothing, or add it under _Which Orders_: _Marketplaces_.',
	},
	'too-old': {
		meaning: 'The order was bought longer ago than the node looks back.',
		remedy: 'Raise _Bought in the Last (Days)_ under _Which Orders_, if it is wanted all the same.',
	},
	'already-in-store': {
		meaning: 'The store has the order; it must not be there twice.',
		remedy: 'Nothing.',
	},
	'nothing-to-import': {
		meaning: 'Every line of the order is cancelled.',
		remedy: 'Nothing.',
	},
	'no-amounts': {
		meaning: 'Amazon names no amounts: the order is not paid yet, or was cancelled before.',
		remedy: 'Nothing: it comes again when it is paid.',
	},
};

/** Convert, output Failed: the order is wanted and cannot be imported. `order-unreadable` comes before any rule. */
export const FAIL_REASONS: Reasons<FailReason | 'order-unreadable'> = {
	'order-unreadable': {
		meaning: 'The item is no order, or Amazon gave it so incomplete that nobody can read it.',
		remedy: 'Look at the order in Seller Central; if it is whole there, get it again.',
	},
	'sku-not-in-store': {
		meaning: 'The store has no product with the SKU that was sold.',
		remedy:
			'Create the product, or give it the Amazon SKU as its alternate SKU. Or choose another way in _When a Product Is Missing_.',
	},
	'sku-claimed-twice': {
		meaning: 'Two products of the store have the SKU that was sold.',
		remedy: 'Leave the SKU to one of them.',
	},
	'product-has-variations': {
		meaning: 'The SKU belongs to a product with variations, of which only the variations can be sold.',
		remedy: 'Give the SKU to the variation in the store.',
	},
	'product-disabled': {
		meaning: 'The product cannot be sold in the store.',
		remedy:
			'Enable it, stop selling it on Amazon, or import such orders all the same (_When a Product Is Disabled_).',
	},
	'out-of-stock': {
		meaning: 'The store has fewer units than were sold.',
		remedy: 'Restock and convert the order again, or let it be a backorder (_When Stock Is Short_).',
	},
	'stock-not-a-number': {
		meaning: "The store's quantity of the product is no number.",
		remedy: 'Correct it in the store, or name another field in _Store Products_: _Quantity Field_.',
	},
	'mixed-currencies': {
		meaning: 'The order has amounts in several currencies.',
		remedy: 'Book it by hand.',
	},
	'amount-not-a-number': {
		meaning: 'An amount that Amazon names is no plain number.',
		remedy: 'Look at the order in Seller Central and book it by hand.',
	},
	'region-unknown': {
		meaning: "The address's region is missing or unknown in its country, and the store needs one.",
		remedy: 'Look at the address, or choose under _Customer and Address_ what happens then.',
	},
	'totals-differ': {
		meaning: "The lines do not add up to Amazon's total, and such orders are to fail.",
		remedy: 'Compare with Seller Central, or let an adjustment line make up for it (_When Totals Differ_).',
	},
	'order-number-missing': {
		meaning: 'No number is given from which to count on.',
		remedy: 'Fill in _Next Number_ under _Number Rules_, or choose another _Order Number_.',
	},
};

/** Of orders that are imported all the same. */
export const IMPORT_FINDINGS: Reasons<ImportFinding['code']> = {
	'placeholder-used': {
		meaning:
			'Amazon keeps a part of the address or the e-mail address to itself; a placeholder stands there.',
		remedy:
			'For orders that you ship: see with _Account_: _Check Access_ whether the role for personal data is missing.',
	},
	'region-defaulted': {
		meaning: 'The region is missing or unknown, and the one that you chose stands there.',
		remedy: 'Look at the address before you ship.',
	},
	'region-to-create': {
		meaning: 'The store does not know the region; it stands in createRegions.',
		remedy: 'Create it in the store before the order.',
	},
	'region-unknown': {
		meaning: 'The region is missing or unknown, and stays as Amazon wrote it.',
		remedy: 'Look at the address before you ship.',
	},
	'line-dropped': {
		meaning: 'A product that the store does not have is left out of the order.',
		remedy: 'Ship or cancel that line by hand.',
	},
	'line-cancelled': {
		meaning: 'Units of a line are cancelled and left out.',
		remedy: 'Nothing.',
	},
	'product-to-create': {
		meaning: 'A product is not in the store and is to be created.',
		remedy: 'Create it before the order; the line says what Amazon knows of it.',
	},
	backordered: {
		meaning: 'The store has fewer units than were sold, and the order is imported all the same.',
		remedy: 'Restock before the ship-by date, or cancel.',
	},
	'tax-left-out': {
		meaning: 'Tax that Amazon names is left out, as _Tax and Totals_ says.',
		remedy: 'Nothing.',
	},
	'tax-paid-by-amazon': {
		meaning: 'Amazon collects this tax and pays it to the state; it is not part of the total.',
		remedy: 'Nothing. Do not pay it again.',
	},
	'totals-differ': {
		meaning: "The lines do not add up to Amazon's total; an adjustment line makes up for it.",
		remedy: 'Compare with Seller Central when the difference is more than cents.',
	},
	'total-missing': {
		meaning: "Amazon names no total; the lines' sum stands in its place.",
		remedy: 'Nothing, or compare with Seller Central.',
	},
	'order-number-taken': {
		meaning: 'Another order has the number; this one got -2, -3 and so on.',
		remedy: 'Nothing.',
	},
	'buyer-asks-to-cancel': {
		meaning: 'The buyer asks for a cancellation that nobody has carried out yet.',
		remedy: 'Do not ship before you have decided: cancel it with the operation _Cancel_, or go on.',
	},
};
