import { PERCENT, requireNumber } from '../item/value';
import { optionalWhole } from '../item/wholeNumber';

/** One SKU in one region: Amazon keeps one quantity of it there. */
export interface StockMove {
	/** Quantity last sent, when known. */
	from?: number;
	/** What the rules give, whether it is news or not. */
	to: number;
}

export interface SoldOutBrake {
	tripped: boolean;
	/** Indexes of the entries that would go from above 0 to 0; hold them all when `tripped`. */
	soldOut: number[];
	/** All entries of the run. */
	items: number;
	/** One sentence for the held items. */
	message: string;
}

/**
 * The run's brake: too many products sold out at once is a broken export more often than a good day.
 * Trips when more than `maxPercent` of at least `atLeastItems` entries would go from above 0 to 0. An entry whose last
 * quantity is unknown is not a move to 0, but counts among the items.
 * @throws ConfigError when the percentage or the number of items is out of range
 */
export function decideSoldOut(
	entries: readonly StockMove[],
	settings: { maxPercent: number; atLeastItems: number },
): SoldOutBrake {
	requireNumber(settings.maxPercent, 'maxPercent', PERCENT);
	optionalWhole(settings.atLeastItems, 'atLeastItems');
	const soldOut: number[] = [];
	entries.forEach(({ from, to }, index) => {
		if (to === 0 && from !== undefined && from > 0) soldOut.push(index);
	});
	const items = entries.length;
	const tripped =
		soldOut.length > 0 &&
		items >= settings.atLeastItems &&
		soldOut.length * 100 > settings.maxPercent * items;
	const message =
		`${soldOut.length} of ${items} items would go to 0 in one run, more than the ${settings.maxPercent} % allowed; ` +
		'check the stock in the store, then raise the limit or send them again';
	return { tripped, soldOut, items, message };
}
