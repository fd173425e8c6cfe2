import { createAmazonTime } from './amazonTime';
import { createCall } from './call';
import type { Client, ClientDeps } from './contract';
import { createDocuments } from './documents';

/**
 * A client for one account. Its calls reject with an `SpApiError` for whatever Amazon or the network refuses, and
 * with a `ConfigError` for an account that cannot be used.
 */
export function createClient(deps: ClientDeps): Client {
	const { account, clock, tokens, time = createAmazonTime() } = deps;
	const listening = { ...deps, http: time.listen(deps.http, account, clock) };
	return {
		account,
		call: createCall(listening),
		...createDocuments(deps),
		async amazonClock(signal) {
			await tokens.fetchToken(account, listening, signal);
			return { now: () => clock.now() + time.aheadMs(account) };
		},
	};
}
