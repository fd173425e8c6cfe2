import type { IDataObject } from 'n8n-workflow';

import type { Bounds } from './resultReader';
import type { SentPlace } from '../../amazon/feeds/fate';

/** Where an item is: in which feed, under which number, and how many messages went with it. */
export interface Place extends SentPlace {
	feedId: string;
	messageId: number;
	size?: number;
}

export function readPlace({
	feedId,
	messageId,
	feedMessages,
	sku,
	amazonOrderId,
}: IDataObject): Place | undefined {
	const id = typeof feedId === 'number' ? String(feedId) : feedId;
	const number = Number(messageId);
	if (typeof id !== 'string' || id === '' || !Number.isInteger(number)) return undefined;
	return {
		feedId: id,
		messageId: number,
		size: typeof feedMessages === 'number' ? feedMessages : undefined,
		sku: typeof sku === 'string' ? sku : undefined,
		orderId: typeof amazonOrderId === 'string' ? amazonOrderId : undefined,
	};
}

/** By feed: how many messages it has, or has at least. */
export function boundsOf(places: ReadonlyArray<Place | undefined>): Map<string, Bounds> {
	const bounds = new Map<string, Bounds>();
	for (const place of places) {
		if (place === undefined) continue;
		const { size, highestId = 0 } = bounds.get(place.feedId) ?? {};
		const wider = { size: place.size ?? size, highestId: Math.max(highestId, place.messageId) };
		bounds.set(place.feedId, wider);
	}
	return bounds;
}
