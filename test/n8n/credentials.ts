import { DEFAULT_SELLERS, type SellerSeed } from '../simulator';
import { STORE_CREDENTIALS } from '../stores';
import type { PlainCredential } from './api';

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

/** Every credential of the demo, Amazon's and the stores'. */
export function demoCredentials(simulatorUrl: string): PlainCredential[] {
	return [...DEFAULT_SELLERS.map((seller) => amazonCredential(seller, simulatorUrl)), ...STORE_CREDENTIALS];
}
