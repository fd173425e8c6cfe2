import type { INodeProperties } from 'n8n-workflow';

import { STUCK_AFTER_HOURS } from '../../amazon/feeds/fate';
import { HOUR_MS } from '../../rules/item/timeSpans';

/** When a feed that still runs is called stuck. */
export const stuckAfterHours: INodeProperties = {
	displayName: 'Stuck After (Hours)',
	name: 'stuckAfterHours',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 72 },
	default: STUCK_AFTER_HOURS,
	description:
		'A feed that Amazon has had for longer without an answer is told as "stuck". About one in fifty takes hours or days, and those behind it wait.',
};

/** In milliseconds. */
export function readStuckAfterMs(hours: unknown): number {
	const given = Number(hours);
	return (given > 0 ? given : STUCK_AFTER_HOURS) * HOUR_MS;
}
