import type { FeedType } from '../tables/feedTypes';

/** How an entry becomes a message. Texts are asked for when their feed is built, so that few are in memory. */
export interface Packing<T> {
	marketplaceIdOf(entry: T): string;
	/** The message's JSON text behind its id: its other members and the closing brace. */
	textOf(entry: T): string;
}

export interface PackOptions {
	sellerId: string;
	feedType: FeedType;
	/** Messages per feed; Amazon's own limit caps it. */
	chunkSize: number;
	/** A feed for each marketplace, so that Amazon checks every message against its own marketplace only. */
	separateMarketplaces: boolean;
}

/** One feed document, ready to upload, and its ledger: `entries[messageId - 1]` is what the message is about. */
export interface FeedDraft<T = unknown> {
	marketplaceIds: string[];
	body: string;
	sizeBytes: number;
	entries: T[];
}

const CLOSING = ']}';
const SHOWN_CHARACTERS = 60;

/** The head of every document; it asks for the items, so that the report names accepted SKUs too. */
function openingOf(sellerId: string): string {
	const report = { includedData: ['issues'], apiVersion: '2021-08-01' };
	const head = JSON.stringify({ header: { sellerId, version: '2.0', report }, messages: [] });
	return head.slice(0, -CLOSING.length);
}

/**
 * Spreads entries over as few feed documents as chunk size, Amazon's byte limit and marketplaces allow.
 * Yields one document at a time, so that only one is in memory. Every entry is in exactly one document.
 * Throws when a single message is larger than a feed may be.
 * Source: listings feed schema v2 (header, messages, messageId unique in the feed).
 */
export function* pack<T>(
	entries: readonly T[],
	packing: Packing<T>,
	options: PackOptions,
): Generator<FeedDraft<T>> {
	const opening = openingOf(options.sellerId);
	for (const group of groupsOf(entries, packing, options.separateMarketplaces)) {
		let draft = new Draft<T>(opening);
		for (const entry of group) {
			const text = packing.textOf(entry);
			const sizeBytes = Buffer.byteLength(text);
			if (!draft.hasRoomFor(sizeBytes, options)) {
				if (!draft.isEmpty) yield draft.close();
				draft = new Draft<T>(opening);
				if (!draft.hasRoomFor(sizeBytes, options)) throw tooLarge(text, sizeBytes, options);
			}
			draft.add(entry, packing.marketplaceIdOf(entry), text, sizeBytes);
		}
		if (!draft.isEmpty) yield draft.close();
	}
}

function groupsOf<T>(entries: readonly T[], packing: Packing<T>, separate: boolean): Iterable<readonly T[]> {
	if (!separate) return [entries];
	const groups = new Map<string, T[]>();
	for (const entry of entries) {
		const key = packing.marketplaceIdOf(entry);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [entry]);
		else group.push(entry);
	}
	return groups.values();
}

/** The text begins with the SKU, which is how people find the item. */
function tooLarge(text: string, sizeBytes: number, { feedType }: PackOptions): Error {
	const start = text.slice(0, SHOWN_CHARACTERS);
	return new Error(
		`The message ${start}... has ${sizeBytes} bytes; Amazon takes ${feedType.maxBytes} in a whole feed`,
	);
}

/** A document being filled. */
class Draft<T> {
	private readonly pieces: string[] = [];
	private readonly entries: T[] = [];
	private readonly marketplaces = new Set<string>();
	private sizeBytes: number;

	constructor(private readonly opening: string) {
		this.sizeBytes = Buffer.byteLength(opening) + CLOSING.length;
	}

	get isEmpty(): boolean {
		return this.entries.length === 0;
	}

	hasRoomFor(textBytes: number, { chunkSize, feedType }: PackOptions): boolean {
		if (this.entries.length >= Math.min(chunkSize, feedType.maxMessages)) return false;
		return this.sizeBytes + this.prefix().length + textBytes <= feedType.maxBytes;
	}

	add(entry: T, marketplaceId: string, text: string, textBytes: number): void {
		const prefix = this.prefix();
		this.pieces.push(prefix, text);
		this.entries.push(entry);
		this.marketplaces.add(marketplaceId);
		this.sizeBytes += prefix.length + textBytes;
	}

	/** What stands before a message's text. */
	private prefix(): string {
		return `${this.isEmpty ? '' : ','}{"messageId":${this.entries.length + 1},`;
	}

	close(): FeedDraft<T> {
		const body = this.opening + this.pieces.join('') + CLOSING;
		return { marketplaceIds: [...this.marketplaces], body, sizeBytes: this.sizeBytes, entries: this.entries };
	}
}
