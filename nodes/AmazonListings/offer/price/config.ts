import type { IDataObject } from 'n8n-workflow';

import type { PriceForm } from './form';
import { toRounding } from './rounding';
import { toLimit, toModifier, toRate, toTier, toValue } from './typed';
import { toParts } from '../../../n8n/forms/parts';
import { optionalText, toEntries, toList, toNumber } from '../../../n8n/params';
import type {
	BoundSide,
	BusinessConfig,
	Exchange,
	Limits,
	Modifier,
	PriceConfig,
	SaleConfig,
} from '../../../rules/price/config';

/** What the form's price rules mean to the rules. Throws a `ConfigError` naming the form's field. */
export function toPriceConfig(form: PriceForm, currency: string): PriceConfig {
	const rules = form.priceRules;
	return {
		source: form.priceField,
		currency,
		itemCurrency: optionalText(rules.currencyField),
		storeCurrency: optionalText(rules.storeCurrency)?.toUpperCase(),
		exchange: toExchange(rules),
		modifiers: toModifiers(form),
		tax: toTax(rules),
		rounding: toRounding(form),
		limits: toLimits(form),
		sale: toSale(rules),
		business: toBusiness(rules),
		bounds: toBounds(rules),
	};
}

/** First that of the first screen, then the further ones in their order. */
function toModifiers({ changePriceBy, priceRules }: PriceForm): Modifier[] {
	const first = changePriceBy.trim() === '' ? [] : [toModifier(changePriceBy)];
	const further = toParts(priceRules.adjustments);
	return [...first, ...further.map((typed) => toModifier(typed, 'Further Price Changes'))];
}

function toLimits({ lowestPrice, priceRules }: PriceForm): Limits {
	return {
		floor: toLimit(lowestPrice, 'Lowest Price'),
		ceiling: toLimit(priceRules.ceiling, 'Highest Price'),
		minimumAdvertised: toLimit(priceRules.minimumAdvertised, 'Minimum Advertised Price'),
		onCrossing: priceRules.onCrossing === 'hold' ? 'hold' : 'clamp',
	};
}

function toBounds(rules: IDataObject): PriceConfig['bounds'] {
	const minimum = toLimit(rules.boundsMinimum, 'Repricing at Amazon: Minimum Price');
	const maximum = toLimit(rules.boundsMaximum, 'Repricing at Amazon: Maximum Price');
	const clear = toList(rules.boundsClear) as BoundSide[];
	if (minimum === undefined && maximum === undefined && clear.length === 0) return undefined;
	return { minimum, maximum, clear };
}

function toExchange(rules: IDataObject): Exchange | undefined {
	const entries = toParts(rules.exchangeRates).map(toRate);
	const rateAttribute = optionalText(rules.rateField);
	if (entries.length === 0 && rateAttribute === undefined) return undefined;
	return { rates: Object.fromEntries(entries), rateAttribute };
}

function toTax(rules: IDataObject): PriceConfig['tax'] {
	const [tax] = toEntries(rules.tax, 'rule');
	if (tax === undefined) return undefined;
	return { kind: tax.kind === 'remove' ? 'remove' : 'add', percent: toValue(tax.percent, 'VAT') };
}

function toSale(rules: IDataObject): SaleConfig | undefined {
	const [rule] = toEntries(rules.sale, 'rule');
	if (rule === undefined) return undefined;
	return {
		source: optionalText(rule.source) ?? 'salePrice',
		start: optionalText(rule.start),
		end: optionalText(rule.end),
		lastsDays: toNumber(rule.lastsDays ?? 30, 'Sale Lasts (Days)'),
	};
}

function toBusiness(rules: IDataObject): BusinessConfig | undefined {
	const [rule] = toEntries(rules.business, 'rule');
	const tiers = toParts(rules.tiers).map(toTier);
	if (rule === undefined && tiers.length === 0) return undefined;
	const price =
		rule === undefined
			? {}
			: rule.kind === 'field'
				? { source: optionalText(rule.field) ?? 'businessPrice' }
				: { percentOff: toValue(rule.percentOff, 'Business Price') };
	return { ...price, ...(tiers.length > 0 && { tiers }) };
}
