/** What the form calls the fields of the rules' configuration. */
const LABELS: Readonly<Record<string, string>> = {
	source: 'Price Field',
	sources: 'Quantity Field',
	timeZone: 'Time Zone of Dates',
	decimalStyle: 'Decimal Style',
	brakePercent: 'Maximum Price Move (%)',
	maxPercent: 'Sold-Out Brake (%)',
	atLeastItems: 'Sold-Out Brake From Items',
	storeCurrency: 'Store Currency',
	itemCurrency: 'Currency Field',
	'exchange.rates': 'Exchange Rates',
	'modifiers[0]': 'Change Price By',
	modifiers: 'Further Price Changes',
	'tax.percent': 'VAT',
	rounding: 'Rounding',
	'limits.floor': 'Lowest Price',
	'limits.ceiling': 'Highest Price',
	'limits.minimumAdvertised': 'Minimum Advertised Price',
	'sale.source': 'Sale Price Field',
	'sale.lastsDays': 'Sale Lasts (Days)',
	'business.source': 'Business Price Field',
	'business.percentOff': 'Business Price',
	'business.tiers': 'Business Quantity Discounts',
	'bounds.minimum': 'Repricing at Amazon: Minimum Price',
	'bounds.maximum': 'Repricing at Amazon: Maximum Price',
	'bounds.clear': 'Repricing at Amazon: Clear',
	unmanagedQuantity: 'Stock Not Managed: Units to Show',
	sharePercent: 'Show: Part of the Stock (%)',
	buffer: 'Keep Back',
	'threshold.breakpoint': 'Breakpoint',
	'threshold.valueAtOrBelow': 'Value If At or Below',
	'threshold.valueAbove': 'Value If Above',
	minimumToList: 'Show: 0 When Fewer Than (Units)',
	maximumToShow: 'Show: At Most (Units)',
	lowStockAt: 'Mark as Low Stock At or Below (Units)',
	handlingDays: 'Delivery: Handling Time (Days)',
};

/** Whose parts the form names in the same text: the pair of a rate follows in brackets. */
const IN_PARTS = 'exchange.rates';

/** The form's name of a field of the configuration. */
export function labelOf(field: string): string {
	const known = Object.keys(LABELS)
		.filter((key) => field === key || field.startsWith(`${key}.`) || field.startsWith(`${key}[`))
		.sort((one, other) => other.length - one.length)[0];
	if (known === undefined) return field;
	const part = known === IN_PARTS ? field.slice(known.length + 1) : '';
	return `${LABELS[known]}${part === '' ? '' : ` (${part})`}`;
}
