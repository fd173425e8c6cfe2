import { toShownText } from '../money/decimalText';
import { add, divide, multiply, negate, percentFactor, subtract, type Amount } from '../money/money';
import type { Modifier, ModifierKind, PriceConfig } from './config';
import { moveTo, type PriceStep } from './step';
import type { PriceTerms } from './terms';
import {
	compileRequiredValue,
	fixedAmount,
	PERCENT_OFF,
	RAISE_PERCENT,
	PERCENT,
	ZERO_OR_MORE,
} from '../item/value';
import type { Range } from '../item/value';
import { ConfigError, Hold } from '../verdict/verdict';

interface Operation {
	range: Range;
	/** What is worked out once per value; then it is applied to each price. */
	operand: (value: Amount) => Amount;
	apply: (price: Amount, operand: Amount) => Amount;
	note: (value: string) => string;
}

type Operations<K extends string> = Readonly<Record<K, Operation>>;

const same = (value: Amount): Amount => value;
const minusPercent = (value: Amount): Amount => percentFactor(negate(value));

const MODIFIERS: Operations<ModifierKind> = {
	addFixed: { range: ZERO_OR_MORE, operand: same, apply: add, note: (value) => `+${value}` },
	subtractFixed: { range: ZERO_OR_MORE, operand: same, apply: subtract, note: (value) => `-${value}` },
	addPercent: {
		range: RAISE_PERCENT,
		operand: percentFactor,
		apply: multiply,
		note: (value) => `+${value} %`,
	},
	subtractPercent: {
		range: PERCENT_OFF,
		operand: minusPercent,
		apply: multiply,
		note: (value) => `-${value} %`,
	},
};

const TAXES: Operations<'add' | 'remove'> = {
	add: { range: PERCENT, operand: percentFactor, apply: multiply, note: (value) => `+${value} % VAT` },
	remove: {
		range: PERCENT,
		operand: percentFactor,
		apply: divide,
		note: (value) => `without ${value} % VAT`,
	},
};

/** Step 3: each on the running result, in the configured order. */
export function compileModifiers(modifiers: readonly Modifier[] | undefined, terms: PriceTerms): PriceStep[] {
	return (modifiers ?? []).map(({ kind, value }, index) => {
		const field = `modifiers[${index}]`;
		const operation = operationOf(MODIFIERS, kind, `${field}.kind`);
		return compileOperation(operation, { value, field: `${field}.value`, step: kind }, terms);
	});
}

/** Step 4: adds a tax to a net price, or takes it out of a gross one. */
export function compileTax(tax: PriceConfig['tax'], terms: PriceTerms): PriceStep[] {
	if (!tax) return [];
	const operation = operationOf(TAXES, tax.kind, 'tax.kind');
	return [
		compileOperation(operation, { value: tax.percent, field: 'tax.percent', step: `${tax.kind}Tax` }, terms),
	];
}

interface Operand {
	value: Modifier['value'];
	field: string;
	/** Name of the step in the trace. */
	step: string;
}

function compileOperation(
	operation: Operation,
	{ value, field, step }: Operand,
	terms: PriceTerms,
): PriceStep {
	const { decimals } = terms;
	const { apply, operand, range } = operation;
	const note = (amount: Amount): string => operation.note(toShownText(amount, 0));
	const fixed = fixedAmount(value, field, range);
	if (fixed !== undefined) {
		const ready = operand(fixed);
		return (run) =>
			moveTo(run, apply(run.price, ready), {
				step,
				decimals,
				note: run.trace === null ? undefined : note(fixed),
			});
	}
	const read = compileRequiredValue(value, { field, range }, terms);
	return (run) => {
		const given = read(run.item);
		if (given instanceof Hold) return given;
		return moveTo(run, apply(run.price, operand(given)), { step, decimals, note: note(given) });
	};
}

function operationOf<K extends string>(operations: Operations<K>, kind: K, field: string): Operation {
	if (Object.hasOwn(operations, kind)) return operations[kind];
	throw new ConfigError(field, `one of ${Object.keys(operations).join(', ')}`, kind);
}
