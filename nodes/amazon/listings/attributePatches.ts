import type { Patch } from './patches';
import { selectorsOf } from '../tables/attributeSelectors';
import type { Marketplace } from '../tables/marketplaces';
import { isRecord } from '../../rules/item/record';

type Entry = Record<string, unknown>;

/**
 * The patches that set some attributes of a listing in one marketplace, given by name: a list of values or one value
 * (replaces what its selectors name), `null` (deletes the attribute there), or values whose `value` is null (delete what
 * their other fields name, such as a language). The marketplace is filled in where the attribute has one.
 */
export function attributePatches(attributes: Readonly<Entry>, marketplace: Marketplace): Patch[] {
	return Object.entries(attributes).flatMap(([name, given]) => patchesOf(name, given, marketplace));
}

function patchesOf(name: string, given: unknown, marketplace: Marketplace): Patch[] {
	const path = `/attributes/${name}`;
	if (given === null) {
		const selector = deletedWhole(name, marketplace);
		// An attribute with nothing to tell its values apart has one value at most.
		return [
			Object.keys(selector).length === 0 ? { op: 'delete', path } : { op: 'delete', path, value: [selector] },
		];
	}
	const entries = (Array.isArray(given) ? (given as unknown[]) : [given]).map((entry) =>
		toEntry(name, entry, marketplace),
	);
	const gone = entries.filter(({ value }) => value === null).map(({ value: _, ...selector }) => selector);
	const set = entries.filter(({ value }) => value !== null);
	const patches: Patch[] = [];
	if (gone.length > 0) patches.push({ op: 'delete', path, value: gone });
	if (set.length > 0 || gone.length === 0) patches.push({ op: 'replace', path, value: set });
	return patches;
}

/** A bare value stands for Amazon's usual `{value, marketplace_id}`. */
function toEntry(name: string, given: unknown, marketplace: Marketplace): Entry {
	const { bareField = 'value' } = selectorsOf(name);
	return { ...marketplaceOf(name, marketplace), ...(isRecord(given) ? given : { [bareField]: given }) };
}

function deletedWhole(name: string, marketplace: Marketplace): Entry {
	return { ...marketplaceOf(name, marketplace), ...selectorsOf(name).selected?.(marketplace) };
}

function marketplaceOf(name: string, { id }: Marketplace): Entry {
	return selectorsOf(name).withoutMarketplace === true ? {} : { marketplace_id: id };
}
