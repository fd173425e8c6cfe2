import { toItems, type Item } from '../n8n';
import { toMagentoTime } from './time';

export interface SinceSettings {
	overlapMinutes: number;
	firstLookBackHours: number;
}

/** Since when to ask, and what to note for the next run. `now` is in milliseconds; a note that is no time counts as none. */
export function sinceLastRun(changedSince: string | undefined, settings: SinceSettings, now: number) {
	const { overlapMinutes, firstLookBackHours } = settings;
	const last = Date.parse(changedSince ?? '');
	const since = Number.isNaN(last) ? now - firstLookBackHours * 3_600_000 : last - overlapMinutes * 60_000;
	return { since: toMagentoTime(since), changedSince: new Date(now).toISOString() };
}

/** What changed since the last run, and a little before; at the very first run what changed since yesterday. */
export default (): Item[] => {
	const [progress] = $input.all<{ changedSince?: string }>();
	const settings = $('Magento Settings').first<SinceSettings>().json;
	return toItems([sinceLastRun(progress?.json.changedSince, settings, Date.now())]);
};
