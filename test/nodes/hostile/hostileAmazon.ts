import type { ServerResponse } from 'node:http';
import type { IDataObject } from 'n8n-workflow';

import { grantToken, refuse, reply, Wire } from '../../unit/amazon/transport/setting';
import { DE, openStage, toCredential, type Seller, type Stage } from '../stage';

/** In the place of an answer: Amazon refuses the call. */
export class Refused {
	constructor(
		readonly status: number,
		readonly code: string,
	) {}
}

/** In the place of an answer: something that is written byte by byte. */
export class Written {
	constructor(readonly write: (response: ServerResponse) => void) {}
}

/** Answers by "METHOD /path", the first whose beginning fits. */
export type Answers = Readonly<Record<string, unknown>>;

/** An Amazon that answers whatever a test tells it to. */
export class HostileAmazon {
	answers: Answers = {};
	/** Which of the answers were given so far. */
	readonly given = new Set<string>();
	private sellers = 0;

	private constructor(
		private readonly wire: Wire,
		private readonly stage: Stage,
	) {}

	static async open(stage: Stage): Promise<HostileAmazon> {
		const wire = await Wire.open(({ method, url }, response) => {
			const key = Object.keys(amazon.answers).find((start) => `${method} ${url}`.startsWith(start));
			if (method === 'PUT' && url.startsWith('/documents/')) return reply(response, 200, '');
			if (key === undefined) return reply(response, 404, { errors: [{ code: 'NotFound', message: url }] });
			amazon.given.add(key);
			const answer = amazon.answers[key];
			if (answer instanceof Written) return answer.write(response);
			if (answer instanceof Refused) return refuse(response, answer.status, answer.code, 'Access denied.');
			reply(response, 200, answer);
		}, grantToken);
		const amazon = new HostileAmazon(wire, stage);
		return amazon;
	}

	get origin(): string {
		return this.wire.origin;
	}

	/** An account of its own for each run, whose limits nobody has used. */
	newSeller(): Seller {
		this.sellers += 1;
		const seed = {
			sellerId: `AHOSTILE${this.sellers}`,
			storeName: 'Hostile',
			region: 'eu' as const,
			marketplaceIds: [DE],
			clientId: 'amzn1.application-oa2-client.hostile',
			clientSecret: 'amzn1.oa2-cs.v1.secret-of-0-c0ffee',
			refreshToken: `Atzr|refresh-token-of-${this.sellers}-c0ffee`,
		};
		const credential = `Hostile ${this.sellers}`;
		this.stage.harness.credentials.set(credential, {
			type: 'amazonSpApi',
			data: toCredential(seed, this.origin),
		});
		return { seed, credential };
	}

	/** A document that Amazon would keep. */
	document(name: string): IDataObject {
		return { feedDocumentId: name, url: `${this.origin}/documents/${name}` };
	}

	async close(): Promise<void> {
		await this.wire.close();
	}
}

/** A stage and a hostile Amazon for all tests of a file. */
export function useHostileAmazon() {
	let stage: Stage;
	let amazon: HostileAmazon;
	beforeAll(async () => {
		stage = await openStage();
		amazon = await HostileAmazon.open(stage);
	});
	afterAll(async () => {
		await amazon.close();
		await stage.close();
	});
	return {
		get stage() {
			return stage;
		},
		get amazon() {
			return amazon;
		},
	};
}
