import type { Reasons, SomeReasons } from './reason';
import type { OfferReason } from '../offerReason';
import type { PriceFinding } from '../../rules/price/verdict';
import type { StockFinding } from '../../rules/stock/verdict';

/** Of prices and stock alike. */
export const ITEM_REASONS = {
	'no-sku': {
		meaning: 'The item has no SKU.',
		remedy: 'Give the product a SKU in the store, or name the field that holds it in _SKU Field_.',
	},
	'sku-too-long': {
		meaning: 'The SKU has more than the 40 characters that Amazon allows.',
		remedy: 'Shorten it, or name a field with the SKU that Amazon has.',
	},
	'sku-not-allowed': {
		meaning: 'The SKU has a character that nobody sees, or is a number that lost its last digits.',
		remedy: 'Type it anew in the store, and keep SKUs as text.',
	},
	'unknown-marketplace': {
		meaning: 'It is not said where the item goes, or the account does not sell there.',
		remedy: 'Choose _Marketplaces_ in the node, or correct the field that names the marketplace.',
	},
	'value-not-a-number': {
		meaning:
			'A value that a rule reads from the item is empty, or no number that can be read in one way only.',
		remedy: 'Correct the field that message names, or choose how the items write numbers in _Decimal Style_.',
	},
	'value-out-of-range': {
		meaning: 'A value that a rule reads from the item is a number that makes no sense there.',
		remedy: 'Correct the field; message says what is allowed.',
	},
	unchanged: {
		meaning: 'Amazon was sent the same before, so there is nothing to send.',
		remedy: 'Nothing. Turn _Only Changes_ off to send it all the same.',
	},
	superseded: {
		meaning: 'A newer value of this SKU came later in the same run; only that one counts.',
		remedy: 'Nothing, unless one SKU stands for two products in the store.',
	},
} satisfies SomeReasons<OfferReason>;

export const PRICE_REASONS = {
	'no-price': {
		meaning: 'The field with the price is empty.',
		remedy: 'Give the product a price, or name another field in _Price Field_.',
	},
	'price-not-a-number': {
		meaning: 'The price is no number, or one that can be read in two ways, such as 1.299.',
		remedy: 'Correct it in the store, or choose how the items write numbers in _Decimal Style_.',
	},
	'price-not-positive': {
		meaning: 'The price is 0 or less, in the store or after the rules.',
		remedy: 'Correct the price, or the rule that brings it down.',
	},
	'no-exchange-rate': {
		meaning:
			"Nothing says how the item's currency becomes the marketplace's, or the rate is no number above 0.",
		remedy: 'Add the pair to _Exchange Rates_, or correct the field with the rate or the currency.',
	},
	'below-floor': {
		meaning: 'The price is below _Lowest Price_, and items are held when a limit is crossed.',
		remedy: 'Correct the price or the limit, or let the limit be used instead.',
	},
	'above-ceiling': {
		meaning: 'The price is above _Highest Price_, or a lower limit of the item is.',
		remedy: 'Correct the price or the limits, or let the limit be used instead.',
	},
	'below-map': {
		meaning: 'The price is below the _Minimum Advertised Price_.',
		remedy: 'Correct the price or the limit, or let the limit be used instead.',
	},
	'price-moved-too-far': {
		meaning: 'The brake: the price would move further from what Amazon was last sent than allowed.',
		remedy:
			'Check the price in the store. If it is right, raise _Maximum Price Move (%)_ or clear the last price of the item, and send it again.',
	},
	'business-price-above-price': {
		meaning: 'The business price is above the regular price, which Amazon refuses.',
		remedy: 'Lower the business price, or leave it out.',
	},
	'tiers-invalid': {
		meaning: 'The quantity discounts for business customers contradict themselves or the price.',
		remedy: 'Let quantities rise and prices fall, at most five steps.',
	},
	'outside-bounds': {
		meaning:
			"The price is outside the minimum and maximum of Amazon's own repricing, and Amazon would refuse it.",
		remedy: 'Correct the price, send other bounds with it, or clear them.',
	},
} satisfies SomeReasons<OfferReason>;

export const STOCK_REASONS = {
	'no-quantity': {
		meaning: 'The fields with the quantity are empty.',
		remedy: 'Give the product a quantity, or name another field in _Quantity Field_.',
	},
	'stock-not-a-number': {
		meaning: 'The quantity is no number, or one so large that it must be something else, such as an EAN.',
		remedy: 'Correct it in the store, or name the field with the pieces in stock.',
	},
	'availability-unclear': {
		meaning: 'A field that says whether the product is on sale or in stock holds neither yes nor no.',
		remedy: 'Write true or false there, or name another field.',
	},
	'amazon-holds-the-stock': {
		meaning: 'Amazon ships this item from its warehouse and counts it there, so no quantity is sent.',
		remedy:
			'Nothing. To ship it yourself, choose that in _Shipped By_ and add the rule _Move Offers to Shipped By (FBA or FBM)_.',
	},
	'channel-unclear': {
		meaning:
			'One SKU would be shipped by you in one marketplace and by Amazon in another of the same region.',
		remedy: 'Give all of its rows the same _Shipped By_: Amazon keeps one for the region.',
	},
	'stock-sent-once': {
		meaning: 'The quantity goes in the message for another marketplace: Amazon keeps one for the region.',
		remedy: 'Nothing. Turn _Stock Once per Region_ off to send it in every message.',
	},
	'too-many-sold-out': {
		meaning: 'The brake: a larger part of the items than allowed would sell out in one run.',
		remedy:
			'Look whether the store or its export is broken. If it is right, raise _Sold-Out Brake (%)_ for one run and send them again.',
	},
} satisfies SomeReasons<OfferReason>;

export const OFFER_REASONS: Reasons<OfferReason> = { ...ITEM_REASONS, ...PRICE_REASONS, ...STOCK_REASONS };

/** They keep nothing from being sent. */
export const OFFER_FINDINGS: Reasons<PriceFinding['code'] | StockFinding['code']> = {
	'negative-stock': {
		meaning: 'The store has less than nothing of the product; it counts as 0.',
		remedy: 'Correct the quantity in the store, if it is not for orders that wait.',
	},
	'sale-not-sent': {
		meaning: 'The sale price cannot be used, and the regular price is sent alone.',
		remedy: 'Correct the sale price or its dates; message says which.',
	},
	'last-value-unreadable': {
		meaning: 'What Amazon was last sent cannot be read, so nothing could be compared with it.',
		remedy: 'Correct the field that message names, or clear it.',
	},
};
