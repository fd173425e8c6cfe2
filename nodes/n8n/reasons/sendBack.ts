import type { Reasons, SomeReasons } from './reason';
import type { CancellationReason } from '../../rules/sendBack/cancellation/verdict';
import type { RefundReason } from '../../rules/sendBack/refund/verdict';
import type { ShipmentReason } from '../../rules/sendBack/shipment/verdict';

/** `value-not-allowed` comes after the rules, when the message is written. */
type SendBackReason = CancellationReason | RefundReason | ShipmentReason | 'value-not-allowed';

/** Of shipments, cancellations and refunds alike. */
export const ORDER_REASONS = {
	'no-order-id': {
		meaning: 'The row has no Amazon order ID, or not in the field that the form names.',
		remedy: 'Keep the ID with the order in the store, or name its field in _Amazon Order ID Field_.',
	},
	'order-id-not-amazons': {
		meaning: 'What stands in the field is no order ID of Amazon, such as 111-1234567-1234567.',
		remedy: "Name the field that holds Amazon's ID, not the store's.",
	},
	'order-differs': {
		meaning: 'Amazon answered with another order than the row names.',
		remedy: 'Look whether the ID belongs to this account; if it does, please report it.',
	},
	'order-unknown': {
		meaning:
			'Amazon does not know the order in this account, or nobody looked it up and that is needed here.',
		remedy:
			"Check ID, account and region, turn _Look Up Orders First_ on, or name Amazon's item ID and the quantity of each line.",
	},
	'amazon-ships-it': {
		meaning: 'Amazon ships the order from its warehouse, and takes cancellations and returns itself.',
		remedy: 'Nothing. Leave such orders out.',
	},
	'order-cancelled': {
		meaning: 'The order is cancelled.',
		remedy: 'Do not ship or refund it; take the package back if it is on its way.',
	},
	'order-not-paid': {
		meaning: 'The payment is not done, and Amazon takes no change yet.',
		remedy: 'Send it again later.',
	},
	'lines-unreadable': {
		meaning: 'The list of lines is no list of objects.',
		remedy: 'Give a list such as [{"sku": "ABC", "quantity": 1}], or name the field that holds it.',
	},
	'no-lines': {
		meaning: 'The list of lines names no quantity above 0.',
		remedy: 'Leave the list out to mean the whole order, or name quantities.',
	},
	'line-not-named': {
		meaning: "A line has neither Amazon's item ID nor a SKU.",
		remedy: 'Give it one of them.',
	},
	'line-not-in-order': {
		meaning: 'The order has no such line.',
		remedy: "Name Amazon's SKU or item ID; message lists what the order has.",
	},
	'quantity-not-a-number': {
		meaning: 'The quantity of a line is no whole number from 0.',
		remedy: 'Correct it.',
	},
	'more-than-ordered': {
		meaning: 'More units are named than are left to ship, cancel or refund.',
		remedy: 'Lower the quantity; message says how many are left.',
	},
	'value-not-allowed': {
		meaning:
			'A value cannot stand in a message to Amazon: too long, or with characters that it does not take.',
		remedy: 'Correct the value that message names.',
	},
} satisfies SomeReasons<SendBackReason>;

export const SHIPMENT_REASONS = {
	'no-tracking-number': {
		meaning: 'The package has no tracking number.',
		remedy: 'Add it in the store, or turn _Tracking Number Required_ off.',
	},
	'tracking-number-unreadable': {
		meaning: 'The tracking number has lost digits, has more than 50 characters, or is no text.',
		remedy: 'Give one number per package, kept as text.',
	},
	'no-carrier': {
		meaning: 'The package names no carrier, and Amazon asks for one.',
		remedy: 'Add it in the store, or set _Default Carrier_.',
	},
	'ship-date-unreadable': {
		meaning: 'The ship date is no date.',
		remedy: 'Write it like 2026-01-31 or 2026-01-31T14:30:00+01:00.',
	},
	'ship-date-in-future': {
		meaning: 'The package is to leave later than now, and Amazon takes only what has left.',
		remedy: 'Send it when it has left, and write local times with their zone, such as +01:00.',
	},
	'ship-date-before-purchase': {
		meaning: 'The ship date is before the purchase.',
		remedy: 'Correct it in the store.',
	},
	'package-reference-unreadable': {
		meaning: 'The package reference is 0 or no text.',
		remedy: "Give the shipment's ID in your store, or leave it out to have one made.",
	},
	'repeated-package': {
		meaning: 'The same package stood in an earlier row of the run.',
		remedy: 'Nothing, or give each package a reference of its own.',
	},
	'nothing-left-to-ship': {
		meaning: 'Everything is cancelled, or went with earlier packages of the run.',
		remedy: 'Name what is in each package.',
	},
} satisfies SomeReasons<SendBackReason>;

export const CANCELLATION_REASONS = {
	'already-shipped': {
		meaning: 'The order is shipped, and what is shipped cannot be cancelled.',
		remedy: 'Refund it when the goods are back.',
	},
	'nothing-left-to-cancel': {
		meaning: 'Earlier rows of the run cancel what this row names.',
		remedy: 'Nothing, unless the row means other units: name its lines and quantities.',
	},
} satisfies SomeReasons<SendBackReason>;

export const REFUND_REASONS = {
	'not-shipped-yet': {
		meaning: 'Amazon refunds shipped units only.',
		remedy: 'Cancel what is not shipped.',
	},
	'amounts-unknown': {
		meaning: 'Amazon does not say what was paid.',
		remedy: 'Refund it in Seller Central.',
	},
	'mixed-currencies': {
		meaning: 'The order has amounts in several currencies.',
		remedy: 'Refund it in Seller Central.',
	},
	'currency-differs': {
		meaning: 'The refund is in another currency than the order.',
		remedy: "Give the amounts in the order's currency.",
	},
	'amount-not-a-number': {
		meaning: 'An amount of the refund is no plain number.',
		remedy: 'Write it with digits and a decimal point, such as 1234.50.',
	},
	'amount-negative': {
		meaning: 'An amount of the refund is below 0, or its tax is more than the amount.',
		remedy: 'Write what goes back to the buyer as an amount above 0, tax included.',
	},
	'amounts-differ': {
		meaning: 'The parts of the refund do not add up to its amount.',
		remedy: 'Correct one of them, or name the amount alone.',
	},
	'refunded-unreadable': {
		meaning: 'What was refunded before cannot be read.',
		remedy: 'Give the column items of the earlier answers for this order, together in one list.',
	},
	'above-paid': {
		meaning: 'More is to be given back than was paid and not given back yet.',
		remedy: 'Lower the amount.',
	},
	'nothing-named': {
		meaning: 'The row names neither lines nor an amount.',
		remedy: 'Add them, or choose _The Whole Order_ in _Refund What_.',
	},
	'part-named': {
		meaning: 'The whole order is to be refunded, but the row names lines or an amount.',
		remedy: 'Leave them out, or choose _Lines or an Amount of the Item_ in _Refund What_.',
	},
	'nothing-to-refund': {
		meaning: 'The refund comes to 0, or all that was paid was given back before.',
		remedy: 'Name an amount or lines that are left, or take the row out.',
	},
} satisfies SomeReasons<SendBackReason>;

export const SEND_BACK_REASONS: Reasons<SendBackReason> = {
	...ORDER_REASONS,
	...SHIPMENT_REASONS,
	...CANCELLATION_REASONS,
	...REFUND_REASONS,
};
