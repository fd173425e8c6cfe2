import { compileOptionalPath, isAbsent, type ReadAttribute } from '../item/attribute';
import { parseEnabled, parseFlag } from '../item/flags';
import type { StockConfig } from './config';
import { Hold, shown, type Item } from '../verdict/verdict';
import type { StockHold } from './verdict';

export type Availability = 'unavailable' | 'unmanaged' | 'counted';

export interface Flag {
	path: string;
	read: ReadAttribute;
	parse: (value: unknown) => boolean | undefined;
	/** What the item is when the flag says no. */
	otherwise: Availability;
}

/** The yes/no attributes of the configuration; the first that says no decides. */
export function compileFlags(config: StockConfig): Flag[] {
	const flag = (
		field: 'enabledAttribute' | 'inStockAttribute' | 'managesStockAttribute',
		parse: Flag['parse'],
		otherwise: Availability,
	): Flag[] => {
		const path = config[field];
		const read = compileOptionalPath(path, field);
		return path && read ? [{ path, read, parse, otherwise }] : [];
	};
	return [
		...flag('enabledAttribute', parseEnabled, 'unavailable'),
		...flag('inStockAttribute', parseFlag, 'unavailable'),
		...flag('managesStockAttribute', parseFlag, 'unmanaged'),
	];
}

export function availabilityOf(item: Item, flags: readonly Flag[]): Availability | StockHold {
	for (const { path, read, parse, otherwise } of flags) {
		const given = read(item);
		if (isAbsent(given)) continue;
		const answer = parse(given);
		if (answer === undefined) {
			const advice = 'is neither yes nor no; write true or false, or name another field';
			return new Hold('availability-unclear', `${path} is ${shown(given)}, which ${advice}`);
		}
		if (!answer) return otherwise;
	}
	return 'counted';
}
