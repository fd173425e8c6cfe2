import type { IDataObject } from 'n8n-workflow';

import { toEntries, toList, toNumber, toText } from '../../n8n/params';
import type {
	BoundSide,
	BusinessConfig,
	Exchange,
	Limit,
	Limits,
	ModifierKind,
	PriceConfig,
	Rounding,
	SaleConfig,
	Value,
} from '../../rules/priceConfig';
import { ConfigError } from '../../rules/verdict';

const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const FIELD_NAME = /^[\p{L}_$][^%]*$/u;

/** What the form's price rules mean to the rules. Throws a `ConfigError` naming the form's field. */
export function toPriceConfig(source: string, rules: IDataObject, currency: string): PriceConfig {
	return {
		source,
		currency,
		itemCurrency: optionalText(rules.currencyField),
		storeCurrency: optionalText(rules.storeCurrency)?.toUpperCase(),
		exchange: toExchange(rules),
		modifiers: toEntries(rules.adjustments, 'adjustment').map(({ kind, value }) => ({
			kind: kind as ModifierKind,
			value: toValue(value, 'Adjust Price'),
		})),
		tax: toTax(rules),
		rounding: toRounding(rules),
		limits: toLimits(rules),
		sale: toSale(rules),
		business: toBusiness(rules),
		bounds: toBounds(rules),
	};
}

function optionalText(value: unknown): string | undefined {
	const text = toText(value).trim();
	return text === '' ? undefined : text;
}

/** A number, or else the name of a field; what is neither is a slip such as `5 %` or `1,5`. */
function toValue(given: unknown, label: string): Value {
	const text = optionalText(given) ?? '';
	if (NUMBER.test(text)) return { fixed: text };
	if (FIELD_NAME.test(text)) return { attribute: text };
	throw new ConfigError(label, 'a number such as 5 or 1.5, or the name of an input field', text);
}

function toLimit(given: unknown, label: string): Limit | undefined {
	const text = optionalText(given);
	if (text === undefined) return undefined;
	const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text)?.[1];
	if (percent !== undefined) return { percentOfSource: percent };
	return toValue(text, label);
}

function toLimits(rules: IDataObject): Limits {
	return {
		floor: toLimit(rules.floor, 'Floor'),
		ceiling: toLimit(rules.ceiling, 'Ceiling'),
		minimumAdvertised: toLimit(rules.minimumAdvertised, 'Minimum Advertised Price'),
		onCrossing: rules.onCrossing === 'hold' ? 'hold' : 'clamp',
	};
}

function toBounds(rules: IDataObject): PriceConfig['bounds'] {
	const minimum = toLimit(rules.boundsMinimum, 'Amazon Repricing Minimum');
	const maximum = toLimit(rules.boundsMaximum, 'Amazon Repricing Maximum');
	const clear = toList(rules.boundsClear) as BoundSide[];
	if (minimum === undefined && maximum === undefined && clear.length === 0) return undefined;
	return { minimum, maximum, clear };
}

function toExchange(rules: IDataObject): Exchange | undefined {
	const entries = toEntries(rules.exchangeRates, 'rate').map(
		({ from, to, factor }) =>
			[`${toText(from)}>${toText(to)}`.replace(/\s/g, '').toUpperCase(), toText(factor).trim()] as const,
	);
	const rateAttribute = optionalText(rules.rateField);
	if (entries.length === 0 && rateAttribute === undefined) return undefined;
	return { rates: Object.fromEntries(entries), rateAttribute };
}

function toTax(rules: IDataObject): PriceConfig['tax'] {
	const [tax] = toEntries(rules.tax, 'rule');
	if (tax === undefined) return undefined;
	return { kind: tax.kind === 'remove' ? 'remove' : 'add', percent: toValue(tax.percent, 'VAT') };
}

function toRounding(rules: IDataObject): Rounding | undefined {
	const [rule] = toEntries(rules.rounding, 'rule');
	if (rule === undefined) return undefined;
	const direction = rule.direction === 'up' || rule.direction === 'down' ? rule.direction : 'nearest';
	if (rule.kind === 'whole') return { kind: 'whole', direction };
	if (rule.kind === 'step') return { kind: 'step', step: optionalText(rule.step) ?? '0.05', direction };
	if (rule.kind === 'cents') return { kind: 'cents' };
	const ending = (optionalText(rule.ending) ?? '99').replace(/^\./, '');
	return { kind: 'ending', ending, direction: rule.endingDirection === 'up' ? 'up' : 'nearest' };
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
	const tiers = toEntries(rules.tiers, 'tier').map(({ quantity, kind, value }) => ({
		quantity: toNumber(quantity, 'From Quantity'),
		...(kind === 'price' ? { price: toText(value) } : { percentOff: toText(value) }),
	}));
	if (rule === undefined && tiers.length === 0) return undefined;
	const price =
		rule === undefined
			? {}
			: rule.kind === 'field'
				? { source: optionalText(rule.field) ?? 'businessPrice' }
				: { percentOff: toValue(rule.percentOff, 'Business Price') };
	return { ...price, ...(tiers.length > 0 && { tiers }) };
}
