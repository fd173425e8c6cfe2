import { DEFAULT_SELLERS, type SellerSeed } from '../simulator';
import { STORE_CREDENTIALS } from '../stores';
import type { PlainCredential, WorkflowJson } from './api';

/** The one that the bundled workflows name. */
const MAIN_REGION = 'eu';
const REGION_NAMES = { eu: 'Europe', na: 'America', fe: 'Far East' };

/** The credential of one simulated seller, in Mock mode. */
export function amazonCredential(seller: SellerSeed, simulatorUrl: string): PlainCredential {
	const { region } = seller;
	return {
		id: region === MAIN_REGION ? 'amazonSpApiDemo' : `amazonSpApiDemo${region}`,
		name: region === MAIN_REGION ? 'Amazon SP-API (demo)' : `Amazon SP-API (demo, ${REGION_NAMES[region]})`,
		type: 'amazonSpApi',
		data: {
			environment: 'mock',
			mockUrl: simulatorUrl,
			mockAccount: region,
			notes: 'A made-up account of the simulator that came with this n8n.',
		},
	};
}

/**
 * The credentials that the workflows name, Amazon's and the stores', and no other: n8n gives a new step one of its type
 * by itself, and with several accounts it may be one that sells elsewhere.
 */
export function demoCredentials(simulatorUrl: string, workflows: WorkflowJson[]): PlainCredential[] {
	const named = new Set(
		workflows
			.flatMap(({ nodes }) => nodes.flatMap(({ credentials = {} }) => Object.values(credentials)))
			.map(({ id }) => id),
	);
	const all = [
		...DEFAULT_SELLERS.map((seller) => amazonCredential(seller, simulatorUrl)),
		...STORE_CREDENTIALS,
	];
	return all.filter(({ id }) => named.has(id));
}
