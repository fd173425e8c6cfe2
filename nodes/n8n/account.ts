import {
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type IPollFunctions,
} from 'n8n-workflow';

import { clock } from './clock';
import { httpThrough, type N8nRequest } from './http';
import { toList } from './params';
import { marketplaceById, REGIONS, type RegionId } from '../amazon/tables/marketplaces';
import type { Account, Environment } from '../amazon/transport/account';
import { createAmazonTime } from '../amazon/transport/amazonTime';
import { createClient, type Client } from '../amazon/transport/client';
import type { Clock, Log } from '../amazon/transport/ports';
import { createThrottle } from '../amazon/transport/throttle';
import { createTokenStore } from '../amazon/transport/token';
import { ConfigError } from '../rules/verdict';

export const CREDENTIAL = 'amazonSpApi';

/** What all nodes of this process share: Amazon counts calls and hands out tokens per account, not per node. */
export const shared = {
	throttle: createThrottle(clock),
	tokens: createTokenStore(),
	time: createAmazonTime(),
};

export interface Connection {
	account: Account;
	client: Client;
	clock: Clock;
}

/** The account of the node's credential and a client for it. Throws a `ConfigError` naming the wrong field. */
export async function connect(
	n8n: IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions,
): Promise<Connection> {
	const account = await fetchAccount(n8n);
	const http = httpThrough(async (options): Promise<unknown> => await n8n.helpers.httpRequest(options));
	const log: Log = (level, message, facts) => n8n.logger[level](message, facts);
	return {
		account,
		clock,
		client: createClient({ account, http, clock, log, ...shared }),
	};
}

export async function fetchAccount(
	n8n: IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions,
): Promise<Account> {
	return toAccount(await n8n.getCredentials(CREDENTIAL));
}

/** Guards what the credential holds. Throws a `ConfigError` that names the field to fix. */
export function toAccount(data: ICredentialDataDecryptedObject): Account {
	const region = REGIONS.find(({ id }) => id === data.region)?.id;
	if (region === undefined) throw new ConfigError('Region', REGIONS.map(({ name }) => name).join(', '));
	return {
		environment: toEnvironment(data.environment),
		mockUrl: typeof data.mockUrl === 'string' ? data.mockUrl.trim().replace(/\/+$/, '') : undefined,
		region,
		marketplaceIds: toMarketplaceIds(data, region),
		sellerId: required(data, 'sellerId', 'Seller ID'),
		clientId: required(data, 'clientId', 'LWA Client ID'),
		clientSecret: required(data, 'clientSecret', 'LWA Client Secret'),
		refreshToken: required(data, 'refreshToken', 'Refresh Token'),
	};
}

function toEnvironment(value: unknown): Environment {
	if (value === 'live' || value === 'sandbox' || value === 'mock') return value;
	throw new ConfigError('Environment', 'Live, Sandbox or Mock');
}

function toMarketplaceIds(data: ICredentialDataDecryptedObject, region: RegionId): string[] {
	const ids = toList(data.marketplaces);
	if (ids.length === 0) throw new ConfigError('Marketplaces', 'at least one marketplace of the region');
	const foreign = ids.find((id) => marketplaceById(id)?.region !== region);
	if (foreign !== undefined) {
		const name = marketplaceById(foreign)?.name ?? foreign;
		throw new ConfigError('Marketplaces', `marketplaces of the chosen region only; ${name} is not one`);
	}
	return ids;
}

function required(data: ICredentialDataDecryptedObject, name: string, label: string): string {
	const value = data[name];
	if (typeof value === 'string' && value.trim() !== '') return value.trim();
	throw new ConfigError(label, 'a value; fill it in in the Amazon SP-API credential');
}

const quiet: Log = () => undefined;

/**
 * An access token for n8n's HTTP Request node. n8n asks again when Amazon refused the stored one, so that
 * one is forgotten first.
 */
export async function fetchAccessToken(
	credentials: ICredentialDataDecryptedObject,
	request: N8nRequest,
): Promise<string> {
	const account = toAccount(credentials);
	if (typeof credentials.accessToken === 'string')
		shared.tokens.refuse(account, credentials.accessToken, clock);
	const http = shared.time.listen(httpThrough(request), account, clock);
	return await shared.tokens.fetchToken(account, { http, clock, log: quiet });
}
