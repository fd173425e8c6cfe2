import type { FeedType } from '../tables/feedTypes';

/** A message to be sent, and where it goes. */
export interface Parcel {
	marketplaceId: string;
	/** The message's JSON text without its id; written when its feed is built, so that few are in memory. */
	text(): string;
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
	const opening = openingOf(options.sellerId);
	for (const group of groupsOf(parcels, options.separateMarketplaces)) {
		let draft = new Draft(opening);
		for (const index of group) {
			const parcel = parcels[index];
			if (parcel === undefined) continue;
			const text = parcel.text();
			const sizeBytes = Buffer.byteLength(text);
			if (!draft.hasRoomFor(sizeBytes, options)) {
				if (draft.isEmpty) throw tooLarge(sizeBytes, options);
				yield draft.close();
				draft = new Draft(opening);
			}
			draft.add(index, parcel.marketplaceId, text, sizeBytes);
		}
		if (!draft.isEmpty) yield draft.close();
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

function tooLarge(sizeBytes: number, { feedType }: PackOptions): Error {
	return new Error(`A message has ${sizeBytes} bytes; Amazon takes ${feedType.maxBytes} in a whole feed`);
}

/** A document being filled. */
class Draft {
	private readonly pieces: string[] = [];
	private readonly parcels: number[] = [];
	private readonly marketplaces = new Set<string>();
	private sizeBytes: number;

	constructor(private readonly opening: string) {
		this.sizeBytes = Buffer.byteLength(opening) + CLOSING.length;
	}

	get isEmpty(): boolean {
		return this.parcels.length === 0;
	}

	hasRoomFor(textBytes: number, { chunkSize, feedType }: PackOptions): boolean {
		if (this.parcels.length >= Math.min(chunkSize, feedType.maxMessages)) return false;
		return this.sizeBytes + this.prefix().length + textBytes - 1 <= feedType.maxBytes;
	}

	add(parcel: number, marketplaceId: string, text: string, textBytes: number): void {
		const prefix = this.prefix();
		this.pieces.push(prefix, text.slice(1));
		this.parcels.push(parcel);
		this.marketplaces.add(marketplaceId);
		this.sizeBytes += prefix.length + textBytes - 1;
	}

	/** What stands before a message's text, in place of its opening brace. */
	private prefix(): string {
		return `${this.isEmpty ? '' : ','}{"messageId":${this.parcels.length + 1},`;
	}

	close(): FeedDraft {
		const body = this.opening + this.pieces.join('') + CLOSING;
		return { marketplaceIds: [...this.marketplaces], body, sizeBytes: this.sizeBytes, parcels: this.parcels };
	}
}
