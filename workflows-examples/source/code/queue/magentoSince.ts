import { toMagentoTime } from '../magento/time';
import { toItems, type Item } from '../n8n';

export interface Progress {
	/** When the last run began, as it was noted; nothing before the first. */
	changedSince?: string;
	overlapMinutes: number;
	/** Whether all products are wanted. */
	everything: boolean;
}

/** Since when to ask Magento for products, and what to note for the next run. Throws for a note that is no time. */
export function sinceWhen({ changedSince, overlapMinutes, everything }: Progress, now: number) {
	const all = everything || !changedSince;
	const since = all ? 0 : new Date(changedSince).getTime() - overlapMinutes * 60_000;
	return { since: toMagentoTime(since), store: 'magento', changedSince: new Date(now).toISOString() };
}

/** Everything once an hour and at the very first run; otherwise what changed since the last run, and a little before. */
export default (): Item[] => {
	const [progress] = $input.all<{ changedSince?: string }>();
	const { overlapMinutes } = $('Settings').first<{ overlapMinutes: number }>().json;
	const everything = $('Every Hour: Everything').isExecuted;
	const changedSince = progress?.json.changedSince;
	return toItems([sinceWhen({ changedSince, overlapMinutes, everything }, Date.now())]);
};
