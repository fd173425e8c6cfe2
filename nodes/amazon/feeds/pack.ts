import { formOf, type DocumentForm } from './documentForm';
import { DocumentWriter } from './documentWriter';
import type { FeedType } from '../tables/feedTypes';

/** How an entry becomes a message. Texts are asked for when their feed is built, so that few are in memory. */
export type Packing<T> = {
	/** The message without its id: JSON from its other members to the closing brace, or its XML element. */
	textOf(entry: T): string;
} & (
	| { marketplaceIdOf(entry: T): string }
	/** Every feed is for all of these alike: Amazon finds an order by its id, wherever it was placed. */
	| { marketplaceIds: readonly string[] }
);

export interface PackOptions {
	sellerId: string;
	feedType: FeedType;
	/** Messages per feed; default, and capped by, Amazon's own limit. */
	chunkSize?: number;
	/** A feed for each message's marketplace, so that Amazon checks every message against its own marketplace only. */
	separateMarketplaces?: boolean;
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
	const newDraft = drafter(packing, options);
	for (const group of groupsOf(entries, packing, options)) {
		let draft = newDraft();
		for (const entry of group) {
			const text = packing.textOf(entry);
			if (draft.add(entry, text)) continue;
			if (!draft.isEmpty) yield draft.close();
			draft = newDraft();
			if (!draft.add(entry, text)) throw tooLarge(text, options);
		}
		if (!draft.isEmpty) yield draft.close();
	}
}

function groupsOf<T>(
	entries: readonly T[],
	packing: Packing<T>,
	{ separateMarketplaces = false }: PackOptions,
): Iterable<readonly T[]> {
	if (!separateMarketplaces || 'marketplaceIds' in packing) return [entries];
	const groups = new Map<string, T[]>();
	for (const entry of entries) {
		const key = packing.marketplaceIdOf(entry);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [entry]);
		else group.push(entry);
	}
	return groups.values();
}

function marketplacesOf<T>(entries: readonly T[], packing: Packing<T>): string[] {
	if ('marketplaceIds' in packing) return [...packing.marketplaceIds];
	return [...new Set(entries.map((entry) => packing.marketplaceIdOf(entry)))];
}

/** The text begins with the SKU or the order id, which is how people find the item. */
function tooLarge(text: string, { feedType }: PackOptions): Error {
	const sizeBytes = Buffer.byteLength(text);
	const start = text.slice(0, SHOWN_CHARACTERS);
	return new Error(
		`The message ${start}... has ${sizeBytes} bytes; Amazon takes ${feedType.maxBytes} in a whole feed`,
	);
}

function drafter<T>(packing: Packing<T>, { sellerId, feedType, chunkSize }: PackOptions): () => Draft<T> {
	const form = formOf(feedType);
	const opening = form.opening(sellerId);
	const maxMessages = Math.min(chunkSize ?? Infinity, feedType.maxMessages);
	const maxBytes = feedType.maxBytes - form.closing.length;
	return () => new Draft<T>(packing, { form, opening, maxMessages, maxBytes });
}

interface DraftForm {
	form: DocumentForm;
	opening: string;
	maxMessages: number;
	/** Without the closing. */
	maxBytes: number;
}

/** A document being filled. */
class Draft<T> {
	private readonly document = new DocumentWriter();
	private readonly entries: T[] = [];

	constructor(
		private readonly packing: Packing<T>,
		private readonly draft: DraftForm,
	) {
		this.document.write(draft.opening);
	}

	get isEmpty(): boolean {
		return this.entries.length === 0;
	}

	/** Whether there was room for the entry. */
	add(entry: T, text: string): boolean {
		const { form, maxMessages, maxBytes } = this.draft;
		if (this.entries.length >= maxMessages) return false;
		const message = form.message(this.entries.length + 1, text);
		const sizeBytes = Buffer.byteLength(message);
		if (this.document.sizeBytes + sizeBytes > maxBytes) return false;
		this.document.write(message, sizeBytes);
		this.entries.push(entry);
		return true;
	}

	close(): FeedDraft<T> {
		this.document.write(this.draft.form.closing);
		const body = this.document.close();
		const { entries } = this;
		return { marketplaceIds: marketplacesOf(entries, this.packing), body, sizeBytes: body.length, entries };
	}
}
