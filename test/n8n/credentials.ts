import { DEFAULT_SELLERS, type SellerSeed } from '../simulator';
import type { PlainCredential } from './api';

const REGION_NAMES = { eu: 'Europe', na: 'America', fe: 'Far East' };

/** The credential of one simulated seller, in Mock mode. */
export function amazonCredential(seller: SellerSeed, simulatorUrl: string): PlainCredential {
	const { region, marketplaceIds, sellerId, clientId, clientSecret, refreshToken } = seller;
	return {
		id: `amazonDemo${region}`,
		name: `Amazon Demo (${REGION_NAMES[region]})`,
		type: 'amazonSpApi',
		data: {
			environment: 'mock',
			mockUrl: simulatorUrl,
			region,
			marketplaces: marketplaceIds,
			sellerId,
			clientId,
			clientSecret,
			refreshToken,
			notes: 'A made-up account of the simulator that came with this n8n.',
		},
	};
}

/** Every credential of the demo. The first of a type is the one that imported workflows are given. */
export function demoCredentials(simulatorUrl: string): PlainCredential[] {
	return DEFAULT_SELLERS.map((seller) => amazonCredential(seller, simulatorUrl));
}
