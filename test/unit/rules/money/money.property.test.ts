import Big from 'big.js';
import fc from 'fast-check';
import { parseDecimal } from '../../../../nodes/rules/money/decimalText';
import * as money from '../../../../nodes/rules/money/money';
import { roundToStep, type RoundingDirection } from '../../../../nodes/rules/money/rounding';

/** Amounts of every size, many of them at the edge of safe integers. */
const amounts = fc
	.record({
		units: fc.oneof(
			fc.integer({ min: -1_000_000, max: 1_000_000 }),
			fc.maxSafeInteger(),
			fc.constantFrom(Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 0, 1, -1),
		),
		scale: fc.integer({ min: 0, max: 15 }),
	})
	.map(({ units, scale }) => money.amount(units, scale));
const positive = amounts.filter(money.isPositive);
const wide = (value: money.Amount): money.Amount => money.wideAmount(money.toWide(value));
const text = (value: money.Amount): string => money.toWide(value).toFixed();

describe('integers and decimals agree', () => {
	it.each([
		['add', money.add],
		['subtract', money.subtract],
		['multiply', money.multiply],
	])('%s', (_name, operation) => {
		fc.assert(
			fc.property(amounts, amounts, (a, b) => {
				expect(text(operation(a, b))).toBe(text(operation(wide(a), wide(b))));
			}),
		);
	});

	it('compare', () => {
		fc.assert(
			fc.property(amounts, amounts, (a, b) => {
				expect(Math.sign(money.compare(a, b))).toBe(money.compare(wide(a), wide(b)));
				expect(money.compare(a, wide(a))).toBe(0);
			}),
		);
	});

	it.each<[RoundingDirection]>([['up'], ['down'], ['nearest']])('round %s to a step', (direction) => {
		fc.assert(
			fc.property(amounts, positive, (value, step) => {
				const rounded = roundToStep(value, step, direction);
				expect(text(rounded)).toBe(text(roundToStep(wide(value), wide(step), direction)));
			}),
		);
	});

	it('divides exactly at the edge of safe integers', () => {
		const edges = fc.tuple(fc.integer({ min: 1, max: 2 ** 40 }), fc.nat(3), fc.boolean());
		fc.assert(
			fc.property(edges, ([step, beside, isNegative]) => {
				const most = Math.floor(Number.MAX_SAFE_INTEGER / step) * step - beside;
				const value = money.amount(isNegative ? -most : most, 0);
				const size = money.amount(step, 0);
				expect(text(roundToStep(value, size, 'down'))).toBe(
					text(roundToStep(wide(value), wide(size), 'down')),
				);
			}),
			{ numRuns: 2000 },
		);
	});

	it('rounds to a neighbour on the right side', () => {
		fc.assert(
			fc.property(
				amounts,
				fc.integer({ min: 1, max: 10_000 }),
				fc.integer({ min: 0, max: 4 }),
				(value, units, scale) => {
					const step = money.amount(units, scale);
					const [exact, size] = [money.toWide(value), money.toWide(step)];
					const down = money.toWide(roundToStep(value, step, 'down'));
					const up = money.toWide(roundToStep(value, step, 'up'));
					const nearest = money.toWide(roundToStep(value, step, 'nearest'));
					expect(down.lte(exact) && exact.minus(down).lt(size)).toBe(true);
					expect(up.gte(exact) && up.minus(exact).lt(size)).toBe(true);
					expect(nearest.minus(exact).abs().times(2).lte(size)).toBe(true);
				},
			),
		);
	});

	it('parses a number as its own decimal text', () => {
		const numbers = fc.oneof(
			fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
			fc.integer().map((cents) => cents / 100),
		);
		fc.assert(
			fc.property(numbers, (value) => {
				const parsed = parseDecimal(value);
				expect(parsed && text(parsed)).toBe(new Big(value).plus(0).toFixed());
			}),
		);
	});

	it('parses a plain text digit by digit', () => {
		const digits = fc.stringMatching(/^-?\d{1,15}(\.\d{1,20})?$/);
		fc.assert(
			fc.property(digits, (value) => {
				const parsed = parseDecimal(value);
				expect(parsed && money.toWide(parsed).eq(new Big(value))).toBe(true);
			}),
		);
	});
});
