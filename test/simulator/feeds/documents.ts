import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Chance } from '../chance';

/** A document that is made while it is sent; each time anew, and the same. */
export interface DocumentStream {
	/** Before compression. */
	bytes: () => Iterable<Uint8Array>;
	/** Sent as gzip. */
	isPacked: boolean;
	/** Ends in the middle as if it were whole. */
	isCutOff: boolean;
}

/** A feed's document or its result, or a report's document. */
export interface StoredDocument {
	id: string;
	sellerId: string;
	contentType: string;
	/** Absent until it is uploaded, and of large reports. */
	content?: Buffer;
	stream?: DocumentStream;
	/** Whether Amazon says that it is compressed. */
	isGzipped: boolean;
	/** Of reports: buyers' data, given for a restricted data token only. */
	isRestricted?: boolean;
	/** Its addresses have expired when they are given. */
	isExpired?: boolean;
	/** Half of its bytes arrive, then the connection ends. */
	endsEarly?: boolean;
	/** What it is, made when somebody first looks. */
	make?: () => NewDocument;
}

export type NewDocument = Omit<StoredDocument, 'id' | 'sellerId' | 'isRestricted' | 'make'>;

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
		return this.keep({ ...document, id });
	}

	/** Ids of reports' documents end with the number of the report's type. */
	createForReport(document: Omit<StoredDocument, 'id'>, region: string, typeNumber: number): StoredDocument {
		const name = `${this.chance.uuid()}.T${this.chance.hex(13).toUpperCase()}`;
		return this.keep({ ...document, id: `amzn1.spdoc.1.4.${region}.${name}.${typeNumber}` });
	}

	private keep(stored: StoredDocument): StoredDocument {
		this.byId.set(stored.id, stored);
		this.count(stored.content?.length ?? 0);
		return stored;
	}

	find(id: string): StoredDocument | undefined {
		const found = this.byId.get(id);
		if (found?.make !== undefined) {
			Object.assign(found, found.make());
			delete found.make;
			this.count(found.content?.length ?? 0);
		}
		return found;
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
		const untilMs = this.byId.get(id)?.isExpired === true ? nowMs - 1 : nowMs + this.ttlMs;
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
