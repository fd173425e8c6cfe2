import { SIMULATED_ACCOUNTS } from '../../nodes/amazon/tables/simulator';
import type { SellerSeed } from './seed';

/** What a person sees in n8n's credential in Mock mode, by the labels, in their order: all of it is there already. */
export function credentialValues(simulatorUrl: string): Array<[label: string, value: string]> {
	return [
		['Simulator Address', simulatorUrl],
		['Account', SIMULATED_ACCOUNTS[0]?.name ?? ''],
	];
}

interface TypedInKeys {
	mockAccount: string;
	region: string;
	marketplaces: string[];
	sellerId: string;
	lwaClientId: string;
	lwaClientSecret: string;
	refreshToken: string;
}

/** What n8n keeps when somebody types the keys of a simulated seller into the credential. */
export function typedInKeys(seller: SellerSeed): TypedInKeys {
	return {
		mockAccount: 'own',
		region: seller.region,
		marketplaces: seller.marketplaceIds,
		sellerId: seller.sellerId,
		lwaClientId: seller.clientId,
		lwaClientSecret: seller.clientSecret,
		refreshToken: seller.refreshToken,
	};
}
