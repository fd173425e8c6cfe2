import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { toList, toText } from '../params';
import { marketplaceById, REGIONS, type RegionId } from '../../amazon/tables/marketplaces';
import { SIMULATED_ACCOUNTS } from '../../amazon/tables/simulator';
import type { Account, Environment } from '../../amazon/transport/account';
import { ConfigError } from '../../rules/verdict/verdict';

/** Mock mode's *Account* for whoever types in a simulated account of their own. */
export const OWN_ACCOUNT = { name: 'Type In My Own', value: 'own' };

/** What n8n shows beside the fields; messages name them alike. */
export const LABELS = {
	sellerId: 'Seller ID (Merchant Token)',
	lwaClientId: 'LWA Client ID',
	lwaClientSecret: 'LWA Client Secret',
	refreshToken: 'Refresh Token',
} as const;

/** Guards what the credential holds. Throws a `ConfigError` that names the field to fix. */
export function toAccount(data: ICredentialDataDecryptedObject): Account {
	const environment = toEnvironment(data.environment);
	const mockUrl = typeof data.mockUrl === 'string' ? data.mockUrl.trim().replace(/\/+$/, '') : undefined;
	const isMadeUp = environment === 'mock' && data.mockAccount !== OWN_ACCOUNT.value;
	return { environment, mockUrl, ...(isMadeUp ? toMadeUp(data.mockAccount) : toTypedIn(data)) };
}

type Keys = Omit<Account, 'environment' | 'mockUrl'>;

/** The simulator's own account; whatever else the credential may still hold is not looked at. */
function toMadeUp(id: unknown): Keys {
	const chosen = toText(id) === '' ? SIMULATED_ACCOUNTS[0]?.id : id;
	const account = SIMULATED_ACCOUNTS.find((one) => one.id === chosen);
	if (account === undefined) {
		const names = [...SIMULATED_ACCOUNTS, OWN_ACCOUNT].map(({ name }) => `"${name}"`);
		throw new ConfigError('Account', `one of ${names.join(', ')}`, id);
	}
	const { region, sellerId, clientId, clientSecret, refreshToken } = account.seller;
	return { region, marketplaceIds: account.marketplaceIds, sellerId, clientId, clientSecret, refreshToken };
}

function toTypedIn(data: ICredentialDataDecryptedObject): Keys {
	const region = REGIONS.find(({ id }) => id === data.region)?.id;
	if (region === undefined) throw new ConfigError('Region', REGIONS.map(({ name }) => name).join(', '));
	return {
		region,
		marketplaceIds: toMarketplaceIds(data, region),
		sellerId: required(data, 'sellerId'),
		clientId: required(data, 'lwaClientId'),
		clientSecret: required(data, 'lwaClientSecret'),
		refreshToken: required(data, 'refreshToken'),
	};
}

function toEnvironment(value: unknown): Environment {
	if (value === 'live' || value === 'sandbox' || value === 'mock') return value;
	throw new ConfigError('Environment', 'Live, Sandbox or Mock');
}

function toMarketplaceIds(data: ICredentialDataDecryptedObject, region: RegionId): string[] {
	const ids = toList(data.marketplaces);
	if (ids.length === 0) {
		throw new ConfigError(
			'Marketplaces',
			'chosen in the Amazon Selling Partner API credential: at least one country that this account sells in',
		);
	}
	const foreign = ids.find((id) => marketplaceById(id)?.region !== region);
	if (foreign !== undefined) {
		const name = marketplaceById(foreign)?.name ?? foreign;
		throw new ConfigError('Marketplaces', `marketplaces of the chosen region only; ${name} is not one`);
	}
	return ids;
}

function required(data: ICredentialDataDecryptedObject, name: keyof typeof LABELS): string {
	const value = data[name];
	if (typeof value === 'string' && value.trim() !== '') return value.trim();
	throw new ConfigError(LABELS[name], 'filled in, in the Amazon Selling Partner API credential');
}
