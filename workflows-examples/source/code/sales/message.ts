import { counted, firstOf, textOf, type Message } from '../message';
import { jsonOf, toItems, type Item } from '../n8n';
import { amountOf, amountText } from './amount';
import type { DaySum } from './daySums';

const DAY_MS = 86_400_000;

interface Total {
	units: number;
	sales: bigint;
	currency: string;
}

/** What was sold on the day before, marketplace by marketplace. */
export function messageOfDay(sums: DaySum[], nowMs: number): Message {
	const yesterday = new Date(nowMs - DAY_MS).toISOString().slice(0, 10);
	const ofDay = sums.filter(({ day }) => day === yesterday);
	const units = total(ofDay, 'units');
	const subject = 'Amazon, ' + yesterday + ': ' + counted(units, 'piece') + ' sold';
	const lines = [...totals(ofDay)].map(
		([name, { units, sales, currency }]) =>
			'- ' + name + ': ' + counted(units, 'piece') + ', ' + amountText(sales) + ' ' + currency,
	);
	return { subject, text: textOf(subject, [...firstOf(lines, ''), ...remarksOn(ofDay, sums)]) };
}

function totals(sums: DaySum[]): Map<string, Total> {
	const all = new Map<string, Total>();
	for (const { marketplace, units, sales, currency } of sums.filter(({ units }) => units > 0)) {
		const before = all.get(marketplace) ?? { units: 0, sales: 0n, currency: '' };
		all.set(marketplace, {
			units: before.units + units,
			sales: before.sales + (amountOf(sales) ?? 0n),
			currency: before.currency || currency,
		});
	}
	return all;
}

function remarksOn(ofDay: DaySum[], all: DaySum[]): string[] {
	const [unpriced, unread] = [total(ofDay, 'unpriced'), total(all, 'unread')];
	return [
		...(unpriced === 0
			? []
			: ['', counted(unpriced, 'piece') + ' of it without a price yet: the next days bring it.']),
		...(unread === 0
			? []
			: [
					'',
					counted(unread, 'row') +
						' of the report cannot be read: see "unread" in the table "Amazon Daily Sales".',
				]),
	];
}

function total(sums: DaySum[], field: 'units' | 'unpriced' | 'unread'): number {
	return sums.reduce((sum, { [field]: count }) => sum + count, 0);
}

/** One message about yesterday; the days before are only put right in the table. */
export default (): Item[] => toItems([messageOfDay(jsonOf($input.all<DaySum>()), Date.now())]);
