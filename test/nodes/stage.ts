import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { inspect } from 'node:util';
import type { ICredentialDataDecryptedObject, IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { startSimulator, type SellerSeed, type Simulator, type SimulatorOptions } from '../simulator';
import { typedInKeys } from '../simulator/accounts';
import {
	createHarness,
	type Harness,
	type HarnessOptions,
	type PollOptions,
	type PollResult,
	type RunResult,
	type WorkflowJson,
} from '../workflows/harness';
import { baseNode, chain, ownNode, withCredential } from '../workflows/harness/sketch';

export const DE = 'A1PA6795UKMFR9';
export const UK = 'A1F83G8C2ARO7P';
export const FR = 'A13V1IB3VIYZZH';
export const US = 'ATVPDKIKX0DER';

const SELLERS = 120;

/** Every test takes a seller of its own: Amazon's limits are per seller, and so are ours. */
function sellerNumber(number: number): SellerSeed {
	return {
		sellerId: `ATEST${number}`,
		storeName: `Store ${number}`,
		region: 'eu',
		marketplaceIds: [DE, UK, FR],
		clientId: `amzn1.application-oa2-client.test-${number}`,
		clientSecret: `amzn1.oa2-cs.v1.secret-of-${number}-c0ffee`,
		refreshToken: `Atzr|refresh-token-of-${number}-c0ffee`,
	};
}

/** Nothing of these may ever be seen: refresh and access tokens, client secrets, presigned signatures. */
const SECRETS = /Atz[ra]\||secret-of-\d+-c0ffee|refresh-token-of|signature=[0-9a-f]{8}/;

export function holdsSecret(text: string): boolean {
	return SECRETS.test(text);
}

type Items = Array<IDataObject>;
type Credential = Partial<Record<keyof ReturnType<typeof typedInKeys> | 'environment' | 'mockUrl', unknown>>;

export interface Seller {
	seed: SellerSeed;
	/** Name of the credential in the harness. */
	credential: string;
}

/** n8n's engine, a simulated Amazon, and a memory of everything that came out. */
export interface Stage {
	harness: Harness;
	amazon: Simulator;
	/** A seller nobody has used, with a credential; `changes` spoil the credential. */
	newSeller(changes?: Credential): Seller;
	/** Runs one Amazon Listings node over items. */
	listings(
		seller: Seller | undefined,
		parameters: INodeParameters,
		items?: Items,
		node?: Partial<INode>,
	): Promise<RunResult>;
	/** Runs one Amazon Orders node over items, with products on its second input if given. */
	orders(
		seller: Seller,
		parameters: INodeParameters,
		items?: Items,
		more?: { products?: Items; node?: Partial<INode> },
	): Promise<RunResult>;
	/** Runs one Amazon Reports node over items. */
	reports(
		seller: Seller,
		parameters: INodeParameters,
		items?: Items,
		node?: Partial<INode>,
	): Promise<RunResult>;
	poll(seller: Seller, parameters: INodeParameters, options?: PollOptions): Promise<PollResult>;
	/** The calls of this seller that reached Amazon, by operation. */
	calls(seller: Seller): string[];
	/** What of all that came out looks like a secret; must be empty. */
	leaks(): string[];
	/** Every line that was logged. */
	logLines(): string[];
	/** Remembers one more thing that came out. */
	watch(...things: unknown[]): void;
	close(): Promise<void>;
}

export async function openStage(
	options: SimulatorOptions = {},
	harnessOptions: HarnessOptions = {},
): Promise<Stage> {
	const sellers = Array.from({ length: SELLERS }, (_, index) => sellerNumber(index + 1));
	const catalogues = sellers.map(({ sellerId }) => ({ sellerId, prefix: 'T-', count: 45, anySuffix: true }));
	const amazon = await startSimulator({
		feedDelayMs: 0,
		...options,
		seed: { sellers, catalogues, unknownSku: 'reject' },
	});
	const harness = await createHarness(harnessOptions);
	const watched: string[] = [];
	const lines: string[] = [];
	const logged = watchLog(lines);
	let used = 0;

	const watch = (...things: unknown[]) => {
		for (const thing of things)
			watched.push(JSON.stringify(thing) ?? '', inspect(thing, { depth: 12, showHidden: true }));
	};

	return {
		harness,
		amazon,
		watch,
		logLines: () => lines,
		newSeller(changes = {}) {
			const seed = sellers[used++];
			if (seed === undefined) throw new Error('All sellers are used: raise SELLERS');
			const credential = `Credential ${used}`;
			harness.credentials.set(credential, {
				type: 'amazonSpApi',
				data: toCredential(seed, amazon.url, changes),
			});
			return { seed, credential };
		},
		async listings(seller, parameters, items = [{}], changes = {}) {
			const own = { ...ownNode('Amazon', 'amazonListings', 1, parameters), ...changes };
			const node = seller === undefined ? own : withCredential(own, 'amazonSpApi', seller.credential);
			const result = await harness.run(chain(baseNode('Start', 'manualTrigger', 1), node), { items });
			// Large runs are searched as JSON only: `inspect` takes seconds for them.
			if (items.length > 500) watched.push(JSON.stringify(result.raw));
			else watch(result.raw, result.error);
			return result;
		},
		async orders(seller, parameters, items = [{}], { products, node: changes } = {}) {
			const own = { ...ownNode('Amazon', 'amazonOrders', 1, parameters), ...changes };
			const node = withCredential(own, 'amazonSpApi', seller.credential);
			const workflow = chain(baseNode('Start', 'manualTrigger', 1), node);
			const result = await harness.run(products === undefined ? workflow : withProducts(workflow, products), {
				items,
			});
			if (items.length > 500) watched.push(JSON.stringify(result.raw));
			else watch(result.raw, result.error);
			return result;
		},
		async reports(seller, parameters, items = [{}], changes = {}) {
			const own = { ...ownNode('Amazon', 'amazonReports', 1, parameters), ...changes };
			const node = withCredential(own, 'amazonSpApi', seller.credential);
			const result = await harness.run(chain(baseNode('Start', 'manualTrigger', 1), node), { items });
			watch(result.raw, result.error);
			return result;
		},
		async poll(seller, parameters, pollOptions) {
			const own = ownNode('Trigger', 'amazonTrigger', 1, { event: 'feedFinished', ...parameters });
			const workflow = chain(withCredential(own, 'amazonSpApi', seller.credential));
			const result = await harness.poll(workflow, 'Trigger', pollOptions);
			watch(result);
			return result;
		},
		calls: ({ seed }) =>
			amazon
				.calls()
				.filter(({ sellerId }) => sellerId === seed.sellerId)
				.map(({ operation }) => operation),
		leaks: () => [...watched, ...lines].filter(holdsSecret),
		async close() {
			logged.restore();
			await harness.close();
			await amazon.stop();
		},
	};
}

/** Puts a step before the node's second input that answers with these products, whatever comes in. */
function withProducts(workflow: WorkflowJson, products: Items): WorkflowJson {
	const code = `return ${JSON.stringify(products.map((json) => ({ json })))};`;
	const step = {
		...baseNode('Products', 'code', 2, { jsCode: code }),
		position: [0, 300] as [number, number],
	};
	const start = workflow.connections['Start']?.main?.[0] ?? [];
	return {
		nodes: [...workflow.nodes, step],
		connections: {
			...workflow.connections,
			Start: { main: [[...start, { node: 'Products', type: 'main', index: 0 }]] },
			Products: { main: [[{ node: 'Amazon', type: 'main', index: 1 }]] },
		},
	};
}

export function toCredential(
	seed: SellerSeed,
	mockUrl: string,
	changes: Credential = {},
): ICredentialDataDecryptedObject {
	return { environment: 'mock', mockUrl, ...typedInKeys(seed), ...changes } as ICredentialDataDecryptedObject;
}

/** Writes down every line that n8n logs. */
function watchLog(lines: string[]): { restore(): void } {
	const logger = Container.get(Logger);
	const spies = (['debug', 'info', 'warn', 'error'] as const).map((level) =>
		jest.spyOn(logger, level).mockImplementation((...line: unknown[]) => {
			lines.push(inspect(line, { depth: 12, showHidden: true }));
		}),
	);
	return { restore: () => spies.forEach((spy) => spy.mockRestore()) };
}

/** Parameters of Submit, Send Now or Preview. */
export function offer(
	operation: 'submit' | 'sendNow' | 'preview',
	change: 'price' | 'stock' | 'offer' = 'offer',
	parameters: INodeParameters = {},
): INodeParameters {
	return { resource: 'offer', operation, change, marketplaceIds: [DE], ...parameters };
}

/** The JSON answers of the Amazon node. */
export function answers(result: RunResult): IDataObject[] {
	return result.json('Amazon');
}

/** The input item that each answer is paired with. */
export function pairs(result: RunResult): number[] {
	return result.items('Amazon').map(({ pairedItem }) => {
		if (typeof pairedItem === 'object' && !Array.isArray(pairedItem)) return pairedItem.item;
		throw new Error(`Not paired with one item: ${JSON.stringify(pairedItem)}`);
	});
}

/** Everything an error of the Amazon node tells a person. */
export function told({ error }: RunResult | PollResult): string {
	return `${error?.message ?? ''} ${error?.description ?? ''}`;
}

/** A text or number of an answer, as text. */
export function textOf(value: unknown): string {
	if (typeof value === 'string' || typeof value === 'number') return String(value);
	throw new Error(`No text: ${JSON.stringify(value)}`);
}
