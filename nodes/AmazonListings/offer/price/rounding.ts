import type { IDataObject } from 'n8n-workflow';

import type { PriceForm } from './form';
import { toNumberText } from './typed';
import { optionalText, toEntries } from '../../../n8n/params';
import type { Rounding } from '../../../rules/price/config';
import { ConfigError } from '../../../rules/verdict/verdict';

export function toRounding({ endPricesIn, priceRules }: PriceForm): Rounding | undefined {
	const [rule] = toEntries(priceRules.rounding, 'rule');
	const typed = endPricesIn.trim();
	if (typed === '') return rule && toRoundingRule(rule);
	if (rule !== undefined)
		throw new ConfigError('End Prices In', 'empty where there is a rule Rounding', typed);
	return { kind: 'ending', ending: toEnding(typed), direction: 'nearest' };
}

/** `.99`, `,99`, `0.99` or `99`. */
function toEnding(typed: string): string {
	const digits = /^0?[.,]?(\d{2})$/.exec(typed.trim())?.[1];
	if (digits !== undefined) return digits;
	throw new ConfigError('End Prices In', 'two digits, such as .99', typed);
}

function toRoundingRule(rule: IDataObject): Rounding {
	const direction = rule.direction === 'up' || rule.direction === 'down' ? rule.direction : 'nearest';
	if (rule.kind === 'ending') {
		const ending = toEnding(optionalText(rule.ending) ?? '99');
		return { kind: 'ending', ending, direction: rule.endingDirection === 'up' ? 'up' : 'nearest' };
	}
	if (rule.kind === 'step') return { kind: 'step', step: toNumberText(rule.step ?? '0.05'), direction };
	return rule.kind === 'cents' ? { kind: 'cents' } : { kind: 'whole', direction };
}
