import { formOf, type DocumentForm } from './documentForm';
import { DocumentWriter } from './documentWriter';
import type { FeedType } from '../tables/feedTypes';

/** How an entry becomes a message. Texts are asked for when their feed is built, so that few are in memory. */
export interface Packing<T> {
	marketplaceIdOf(entry: T): string;
	/** The message without its id: JSON from its other members to the closing brace, or its XML element. */
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
	body: Buffer;
	sizeBytes: number;
	entries: T[];
}

const SHOWN_CHARACTERS = 60;

/**
 * Spreads entries over as few feed documents as chunk size, Amazon's byte limit and marketplaces allow.
 * Yields one document at a time, so that only one is in memory. Every entry is in exactly one document.
 * Throws when a single message is larger than a feed may be.
 */
export function* pack<T>(
	entries: readonly T[],
	packing: Packing<T>,
	options: PackOptions,
): Generator<FeedDraft<T>> {
	const form = formOf(options.feedType);
	const opening = form.opening(options.sellerId);
	for (const group of groupsOf(entries, packing, options.separateMarketplaces)) {
		let draft = new Draft<T>(form, opening, options);
		for (const entry of group) {
			const text = packing.textOf(entry);
			if (draft.add(entry, packing.marketplaceIdOf(entry), text)) continue;
			if (!draft.isEmpty) yield draft.close();
			draft = new Draft<T>(form, opening, options);
			if (!draft.add(entry, packing.marketplaceIdOf(entry), text)) throw tooLarge(text, options);
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

/** The text begins with the SKU or the order id, which is how people find the item. */
function tooLarge(text: string, { feedType }: PackOptions): Error {
	const sizeBytes = Buffer.byteLength(text);
	const start = text.slice(0, SHOWN_CHARACTERS);
	return new Error(
		`The message ${start}... has ${sizeBytes} bytes; Amazon takes ${feedType.maxBytes} in a whole feed`,
	);
}

/** A document being filled. */
class Draft<T> {
	private readonly document = new DocumentWriter();
	private readonly entries: T[] = [];
	private readonly marketplaces = new Set<string>();
	private readonly maxMessages: number;
	private readonly maxBytes: number;

	constructor(
		private readonly form: DocumentForm,
		opening: string,
		{ chunkSize, feedType }: PackOptions,
	) {
		this.maxMessages = Math.min(chunkSize, feedType.maxMessages);
		this.maxBytes = feedType.maxBytes - form.closing.length;
		this.document.write(opening);
	}

	get isEmpty(): boolean {
		return this.entries.length === 0;
	}

	/** Whether there was room for the entry. */
	add(entry: T, marketplaceId: string, text: string): boolean {
		if (this.entries.length >= this.maxMessages) return false;
		const message = this.form.message(this.entries.length + 1, text);
		const sizeBytes = Buffer.byteLength(message);
		if (this.document.sizeBytes + sizeBytes > this.maxBytes) return false;
		this.document.write(message, sizeBytes);
		this.entries.push(entry);
		this.marketplaces.add(marketplaceId);
		return true;
	}

	close(): FeedDraft<T> {
		this.document.write(this.form.closing);
		const body = this.document.close();
		return { marketplaceIds: [...this.marketplaces], body, sizeBytes: body.length, entries: this.entries };
	}
}
