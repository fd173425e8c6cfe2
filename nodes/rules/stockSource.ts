import { compilePath, isAbsent, type ReadAttribute } from './attribute';
import { availabilityOf, compileFlags } from './availability';
import { parseDecimal } from './decimalText';
import { roundToDecimals } from './moneyRounding';
import type { StockConfig } from './stockConfig';
import { ConfigError, Hold, plainText, shown, type Item, type Recorder } from './verdict';
import { optionalWhole } from './wholeNumber';

/** The real stock: what the store has of an item, whole and not below 0. */
export type ReadStock = (item: Item, trace: Recorder) => number | Hold;

interface Source {
	path: string;
	read: ReadAttribute;
}

/**
 * Steps 1 and 2. A quantity that does not count (item disabled, stock not managed) is not read either: stores leave it
 * empty or negative there.
 */
export function compileStockSource(config: StockConfig): ReadStock {
	const readQuantity = compileQuantity(config.sources);
	const unmanaged = optionalWhole(config.unmanagedQuantity, 'unmanagedQuantity') ?? 100;
	const flags = config.override ? [] : compileFlags(config);
	return (item, trace) => {
		const availability = availabilityOf(item, flags);
		if (availability instanceof Hold) return availability;
		if (availability === 'counted') return readQuantity(item, trace);
		const counted = availability === 'unmanaged' ? unmanaged : 0;
		if (trace !== null) {
			const quantity = readQuantity(item, trace);
			const before = quantity instanceof Hold ? 'unusable' : String(quantity);
			trace.push({ step: 'availability', before, after: String(counted), note: availability });
		}
		return counted;
	};
}

/** The sum of all locations; a location the item does not have counts as 0, but one at least must be there. */
function compileQuantity(paths: readonly string[]): ReadStock {
	if (!isList(paths) || paths.length === 0) {
		throw new ConfigError('sources', 'a list with at least one attribute', paths ?? null);
	}
	const sources = paths.map((path, index) => ({ path, read: compilePath(path, `sources[${index}]`) }));
	return (item, trace) => {
		const quantity = sumOf(item, sources);
		if (trace !== null) {
			const before = sources
				.map(({ read }) => (isAbsent(read(item)) ? 'none' : plainText(read(item))))
				.join(' + ');
			const after = quantity instanceof Hold ? 'unusable' : String(quantity);
			trace.push({ step: 'source', before, after, note: `from ${paths.join(' + ')}` });
		}
		return quantity;
	};
}

/** Forms deliver what the type forbids. */
function isList(paths: readonly string[]): boolean {
	return Array.isArray(paths);
}

function sumOf(item: Item, sources: readonly Source[]): number | Hold {
	let sum: number | undefined;
	for (const { path, read } of sources) {
		const given = read(item);
		if (isAbsent(given)) continue;
		const quantity = wholeQuantity(given, path);
		if (quantity instanceof Hold) return quantity;
		sum = (sum ?? 0) + quantity;
	}
	const advice = 'give the product a quantity, or map another attribute';
	return sum ?? new Hold('no-quantity', `${sources.map(({ path }) => path).join(', ')} is empty; ${advice}`);
}

function wholeQuantity(given: unknown, path: string): number | Hold {
	const quantity = isWhole(given) ? given : flooredNumber(given);
	if (quantity === undefined) {
		const advice = 'write it with digits only, like 12';
		return new Hold('stock-not-a-number', `${path} is ${shown(given)}: ${advice}`);
	}
	if (quantity >= 0) return quantity;
	return new Hold(
		'stock-negative',
		`${path} is ${shown(given)}; stock cannot be below 0, correct it in the store`,
	);
}

function isWhole(given: unknown): given is number {
	return Number.isInteger(given) && Math.abs(Number(given)) < 1e15;
}

/** Each location is floored on its own: half a piece here and half there is nothing to ship. */
function flooredNumber(given: unknown): number | undefined {
	const parsed = parseDecimal(given);
	return parsed && roundToDecimals(parsed, 0, 'down').units;
}
