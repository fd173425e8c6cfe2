import { compilePath, isAbsent, type ReadAttribute } from '../item/attribute';
import { availabilityOf, compileFlags } from './availability';
import { roundToDecimals } from '../money/rounding';
import type { Notation } from '../item/notation';
import type { StockConfig } from './config';
import { readText } from '../verdict/stepsText';
import { ConfigError, Hold, plainText, shown, type Item, type Recorder } from '../verdict/verdict';
import { optionalWhole } from '../item/wholeNumber';
import type { StockFinding, StockHold } from './verdict';

/** What the store has of an item, whole and not below 0. */
export interface RealStock {
	quantity: number;
	findings: readonly StockFinding[];
}

export type ReadStock = (item: Item, trace: Recorder) => RealStock | StockHold;

/** More is a slip: seven digits are stock, eight an EAN-8. */
const MOST_PIECES = 9_999_999;
const NONE: readonly StockFinding[] = [];

interface Source {
	path: string;
	read: ReadAttribute;
}

/**
 * Steps 1 and 2. A quantity that does not count (item disabled, stock not managed) is not read either: stores leave it
 * empty or negative there.
 */
export function compileStockSource(config: StockConfig, notation: Notation): ReadStock {
	const readQuantity = compileQuantity(config.sources, notation);
	const unmanaged = optionalWhole(config.unmanagedQuantity, 'unmanagedQuantity') ?? 100;
	const flags = config.override ? [] : compileFlags(config);
	return (item, trace) => {
		const availability = availabilityOf(item, flags);
		if (availability instanceof Hold) return availability;
		if (availability === 'counted') return readQuantity(item, trace);
		const counted = availability === 'unmanaged' ? unmanaged : 0;
		if (trace !== null) {
			const real = readQuantity(item, trace);
			const before = real instanceof Hold ? 'unusable' : String(real.quantity);
			trace.push({ step: 'availability', before, after: String(counted), note: availability });
		}
		return { quantity: counted, findings: NONE };
	};
}

/**
 * The sum of all locations; one that the item does not have counts as 0, and so does a negative one: oversold here is
 * nothing to take from what lies there. One at least must be there.
 */
function compileQuantity(paths: readonly string[], notation: Notation): ReadStock {
	if (!isList(paths) || paths.length === 0) {
		throw new ConfigError('sources', 'a list with at least one field', paths ?? null);
	}
	const sources = paths.map((path, index) => ({ path, read: compilePath(path, `sources[${index}]`) }));
	return (item, trace) => {
		const real = sumOf(item, sources, notation);
		if (trace !== null) {
			const before = sources
				.map(({ read }) => (isAbsent(read(item)) ? 'none' : plainText(read(item))))
				.join(' + ');
			const after = real instanceof Hold ? 'unusable' : String(real.quantity);
			const negative = real instanceof Hold || real.findings.length === 0 ? '' : ', below 0 counts as 0';
			const note = `from ${paths.join(' + ')}${negative}`;
			trace.push({ step: 'source', before, after, note, line: readText(before + negative, after) });
		}
		return real;
	};
}

/** Forms deliver what the type forbids. */
function isList(paths: readonly string[]): boolean {
	return Array.isArray(paths);
}

function sumOf(item: Item, sources: readonly Source[], notation: Notation): RealStock | StockHold {
	let sum: number | undefined;
	let findings = NONE;
	for (const { path, read } of sources) {
		const given = read(item);
		if (isAbsent(given)) continue;
		const quantity = isWhole(given) ? given : flooredNumber(given, notation);
		if (quantity === undefined) return notANumber(path, given, notation);
		if (quantity < 0) findings = [...findings, negative(path, given)];
		sum = (sum ?? 0) + Math.max(0, quantity);
	}
	if (sum !== undefined && sum > MOST_PIECES) return tooMany(sources, sum);
	if (sum !== undefined) return { quantity: sum, findings };
	const advice = 'give the product a quantity, or name another field';
	return new Hold('no-quantity', `${sources.map(({ path }) => path).join(', ')} is empty; ${advice}`);
}

function tooMany(sources: readonly Source[], sum: number): StockHold {
	const paths = sources.map(({ path }) => path).join(' + ');
	const advice = 'an EAN or another code may stand there; name the field with the pieces in stock';
	return new Hold('stock-not-a-number', `${paths} is ${sum}, more than ${MOST_PIECES} pieces: ${advice}`);
}

/** To hold it would leave the old quantity on sale. */
function negative(path: string, given: unknown): StockFinding {
	const advice = 'below 0 counts as 0; correct it in the store';
	return { code: 'negative-stock', message: `${path} is ${shown(given)}: ${advice}` };
}

function notANumber(path: string, given: unknown, { adviceFor }: Notation): StockHold {
	const advice = adviceFor(given, 'write it with digits only, like 12');
	return new Hold('stock-not-a-number', `${path} is ${shown(given)}: ${advice}`);
}

function isWhole(given: unknown): given is number {
	return Number.isInteger(given) && Math.abs(Number(given)) < 1e15;
}

/** Each location is floored on its own: half a piece here and half there is nothing to ship. */
function flooredNumber(given: unknown, { parseNumber }: Notation): number | undefined {
	const parsed = parseNumber(given);
	return parsed && roundToDecimals(parsed, 0, 'down').units;
}
