import type { PackageLine } from './packageRow';

/** Lines that are one at Amazon become one again. */
export function merged(lines: PackageLine[]): PackageLine[] {
	const byName = new Map<string | undefined, PackageLine>();
	for (const line of lines) {
		const name = line.itemId ?? line.sku;
		byName.set(name, { ...line, quantity: (byName.get(name)?.quantity ?? 0) + line.quantity });
	}
	return [...byName.values()];
}
