import type { ListingsMessage } from './message';
import type { FeedType } from '../tables/feedTypes';

/** A message and where it goes. */
export interface Parcel {
	marketplaceId: string;
	message: ListingsMessage;
}

export interface PackOptions {
	sellerId: string;
	feedType: FeedType;
	/** Messages per feed; Amazon's own limit caps it. */
	chunkSize: number;
	/** A feed for each marketplace, so that Amazon checks every message against its own marketplace only. */
	separateMarketplaces: boolean;
}

/** One feed document, ready to upload, and its ledger: `parcels[messageId - 1]` is the parcel's index. */
export interface FeedDraft {
	marketplaceIds: string[];
	body: string;
	sizeBytes: number;
	parcels: number[];
}

const CLOSING = ']}';

/** The head of every document; it asks for the items, so that the report names accepted SKUs too. */
function openingOf(sellerId: string): string {
	const report = { includedData: ['issues'], apiVersion: '2021-08-01' };
	const head = JSON.stringify({ header: { sellerId, version: '2.0', report }, messages: [] });
	return head.slice(0, -CLOSING.length);
}

/**
 * Spreads parcels over as few feed documents as chunk size, Amazon's byte limit and marketplaces allow.
 * Yields one document at a time, so that only one is in memory. Every parcel is in exactly one document.
 * Throws when a single message is larger than a feed may be.
 * Source: listings feed schema v2 (header, messages, messageId unique in the feed).
 */
export function* pack(parcels: readonly Parcel[], options: PackOptions): Generator<FeedDraft> {
	for (const group of groupsOf(parcels, options.separateMarketplaces)) {
		yield* packGroup(parcels, group, options);
	}
}

function groupsOf(parcels: readonly Parcel[], separate: boolean): number[][] {
	if (!separate) return [parcels.map((_, index) => index)];
	const groups = new Map<string, number[]>();
	parcels.forEach(({ marketplaceId }, index) => {
		const group = groups.get(marketplaceId);
		if (group === undefined) groups.set(marketplaceId, [index]);
		else group.push(index);
	});
	return [...groups.values()];
}

function* packGroup(parcels: readonly Parcel[], group: number[], options: PackOptions): Generator<FeedDraft> {
	const opening = openingOf(options.sellerId);
	const emptyBytes = Buffer.byteLength(opening) + CLOSING.length;
	const maxMessages = Math.min(options.chunkSize, options.feedType.maxMessages);
	let texts: string[] = [];
	let taken: number[] = [];
	let sizeBytes = emptyBytes;
	const close = (): FeedDraft => {
		const body = opening + texts.join(',') + CLOSING;
		const draft = { marketplaceIds: marketplacesOf(parcels, taken), body, sizeBytes, parcels: taken };
		texts = [];
		taken = [];
		sizeBytes = emptyBytes;
		return draft;
	};
	for (const index of group) {
		const parcel = parcels[index];
		if (parcel === undefined) continue;
		const rest = JSON.stringify(parcel.message).slice(1);
		let text = withId(taken.length + 1, rest);
		let addedBytes = Buffer.byteLength(text) + (taken.length > 0 ? 1 : 0);
		if (
			taken.length > 0 &&
			(taken.length >= maxMessages || sizeBytes + addedBytes > options.feedType.maxBytes)
		) {
			yield close();
			text = withId(1, rest);
			addedBytes = Buffer.byteLength(text);
		}
		texts.push(text);
		taken.push(index);
		sizeBytes += addedBytes;
		if (sizeBytes > options.feedType.maxBytes) throw tooLarge(parcel, addedBytes);
	}
	if (taken.length > 0) yield close();
}

function tooLarge({ message }: Parcel, sizeBytes: number): Error {
	return new Error(
		`The message for SKU "${message.sku}" has ${sizeBytes} bytes, more than Amazon takes in a whole feed`,
	);
}

function withId(messageId: number, rest: string): string {
	return `{"messageId":${messageId},${rest}`;
}

function marketplacesOf(parcels: readonly Parcel[], taken: readonly number[]): string[] {
	const ids = new Set<string>();
	for (const index of taken) {
		const parcel = parcels[index];
		if (parcel !== undefined) ids.add(parcel.marketplaceId);
	}
	return [...ids];
}
