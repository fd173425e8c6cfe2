import { allFields } from '../../n8n/formParts';
import { labelOf } from '../../../../nodes/AmazonListings/offer/labels';
import { toStockConfig } from '../../../../nodes/AmazonListings/offer/stock/config';
import { stockRules } from '../../../../nodes/AmazonListings/offer/stock/ruleFields';
import { toText } from '../../../../nodes/n8n/params';

const rules = (stockRules.options ?? []).filter((rule) => 'type' in rule);
const configOf = (given: Record<string, string | boolean>) =>
	toStockConfig({ quantityField: 'quantity', keepBack: '0', shippedBy: 'MFN', stockRules: given });

describe('the list of stock rules', () => {
	it('says of every number what it counts', () => {
		const numbers = rules.filter((rule) => /^\d+$/.test(toText(rule.default)));
		expect(numbers.length).toBeGreaterThan(5);
		const silent = numbers.filter(
			({ displayName }) => !/ \((Units|%|Days)\)$|Units to Show$/.test(displayName),
		);
		expect(silent.map(({ displayName }) => displayName)).toEqual([]);
	});

	it('turns a rule on by adding it', () => {
		const flags = rules.filter(({ type }) => type === 'boolean');
		expect(flags.map((flag) => [flag.displayName, flag.default])).toEqual(
			flags.map(({ displayName }) => [displayName, true]),
		);
	});

	it.each([
		[{}, true],
		[{ allowMore: false }, true],
		[{ allowMore: true }, false],
	])('never shows more than there is unless allowed: %j', (given, capAtRealStock) => {
		expect(configOf(given)).toMatchObject({ capAtRealStock });
	});
});

describe('errors about the form', () => {
	const names = new Set(allFields().map(({ part }) => part.displayName));

	it.each([
		...['unmanagedQuantity', 'sharePercent', 'buffer', 'threshold.breakpoint', 'minimumToList'],
		...['maximumToShow', 'lowStockAt', 'handlingDays', 'maxPercent', 'brakePercent', 'limits.floor'],
		...['limits.ceiling', 'bounds.minimum', 'sale.lastsDays', 'exchange.rates', 'tax.percent', 'modifiers'],
	])('call %s what the form calls it', (field) => {
		expect(labelOf(field)).not.toBe(field);
		expect(names).toContain(labelOf(field));
	});
});
