import {
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type IPollFunctions,
} from 'n8n-workflow';

import { clock } from './clock';
import { toAccount } from './credential/data';
import { httpThrough, type N8nRequest } from './http';
import { tellWaits } from './waits';
import type { Account } from '../amazon/transport/account';
import { createAmazonTime } from '../amazon/transport/amazonTime';
import { createClient } from '../amazon/transport/client';
import type { Client } from '../amazon/transport/contract';
import type { Clock, Log } from '../amazon/transport/ports';
import { Silence } from '../amazon/transport/silence';
import { createThrottle } from '../amazon/transport/throttle';
import { createTokenStore } from '../amazon/transport/token';

const CREDENTIAL = 'amazonSpApi';

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

type N8n = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** How long a person who watches waits for somebody to answer at all. */
const WATCHED_SILENCE_MS = 20_000;

/** The account of the node's credential and a client for it. Throws a `ConfigError` naming the wrong field. */
export async function connect(n8n: N8n): Promise<Connection> {
	const account = await fetchAccount(n8n);
	const http = httpThrough(async (options): Promise<unknown> => await n8n.helpers.httpRequest(options));
	const log: Log = (level, message, facts) => n8n.logger[level](message, facts);
	const silence = isWatched(n8n) ? watchedSilence() : undefined;
	const onWait = 'addExecutionHints' in n8n ? tellWaits(n8n, clock) : undefined;
	return {
		account,
		clock,
		client: createClient({ account, http, clock, log, silence, onWait, ...shared }),
	};
}

export async function fetchAccount(n8n: N8n): Promise<Account> {
	return toAccount(await n8n.getCredentials(CREDENTIAL));
}

/** Whether somebody sits in front of n8n's editor: a step run by hand (`manual`), or a list of a form (`internal`). */
function isWatched(n8n: N8n): boolean {
	return ['manual', 'internal'].includes(n8n.getMode?.() ?? '');
}

/** What a client gets when somebody watches; anything else waits an outage out. */
export function watchedSilence(): Silence {
	return new Silence(clock, WATCHED_SILENCE_MS);
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
