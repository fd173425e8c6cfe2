import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Chance } from '../chance';

/** A feed's document or its result. */
export interface StoredDocument {
	id: string;
	sellerId: string;
	contentType: string;
	/** Absent until it is uploaded. */
	content?: Buffer;
	isGzipped: boolean;
}

/** `put` for the upload, `get` for the download; an address for one is no good for the other. */
export type DocumentVerb = 'put' | 'get';

export type AddressVerdict = 'ok' | 'expired' | 'forged';

/** All contents together; the oldest are dropped beyond it. */
const MAX_KEPT_BYTES = 512 * 2 ** 20;

/** Documents and the presigned addresses that lead to them. */
export class Documents {
	private readonly byId = new Map<string, StoredDocument>();
	private keptBytes = 0;
	private readonly key: string;

	constructor(
		private readonly chance: Chance,
		private readonly ttlMs: number,
	) {
		this.key = chance.hex(32);
	}

	create(document: Omit<StoredDocument, 'id'>, region: string): StoredDocument {
		const id = `amzn1.tortuga.4.${region}.${this.chance.uuid()}.T${this.chance.hex(13).toUpperCase()}`;
		const stored = { ...document, id };
		this.byId.set(id, stored);
		this.count(stored.content?.length ?? 0);
		return stored;
	}

	find(id: string): StoredDocument | undefined {
		return this.byId.get(id);
	}

	upload(document: StoredDocument, content: Buffer): void {
		this.count(content.length - (document.content?.length ?? 0));
		document.content = content;
	}

	private count(addedBytes: number): void {
		this.keptBytes += addedBytes;
		for (const document of this.byId.values()) {
			if (this.keptBytes <= MAX_KEPT_BYTES) return;
			this.keptBytes -= document.content?.length ?? 0;
			this.byId.delete(document.id);
		}
	}

	private signature(id: string, verb: DocumentVerb, untilMs: number): string {
		return createHmac('sha256', this.key).update(`${verb} ${id} ${untilMs}`).digest('hex');
	}

	/** Path and query of a presigned address. */
	address(id: string, verb: DocumentVerb, nowMs: number, extra = ''): string {
		const untilMs = nowMs + this.ttlMs;
		const signature = this.signature(id, verb, untilMs);
		return `/documents/${id}?expires=${untilMs}&signature=${signature}${extra}`;
	}

	/** Whether an address is one of ours and still good. */
	judge(id: string, verb: DocumentVerb, expires: string, signature: string, nowMs: number): AddressVerdict {
		const expected = Buffer.from(this.signature(id, verb, Number(expires)));
		const given = Buffer.from(signature);
		if (expected.length !== given.length || !timingSafeEqual(expected, given)) return 'forged';
		return nowMs < Number(expires) ? 'ok' : 'expired';
	}
}
