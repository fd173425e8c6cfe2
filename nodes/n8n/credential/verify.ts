import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { shared, watchedSilence } from '../account';
import { clock } from '../clock';
import { toAccount } from './data';
import { httpThroughLegacy } from '../http';
import { fetchParticipations, namesOf, notParticipating } from '../../amazon/sellers/participations';
import type { Account } from '../../amazon/transport/account';
import { createClient } from '../../amazon/transport/client';
import type { Client } from '../../amazon/transport/contract';
import { SpApiError, toError } from '../../amazon/transport/errors';
import { OPERATIONS } from '../../amazon/transport/operations';
import { createTokenStore } from '../../amazon/transport/token';

/** A test says whether the keys fit; what the app may do takes longer to find out. */
const CHECK_ACCESS = 'Amazon Listings > Account > Check Access shows, role by role, what they may do.';

/** A person waits in front of the form. */
const GIVE_UP_AFTER_MS = 10_000;

/**
 * "Valid" only when Amazon accepts the keys, every chosen marketplace is one the seller takes part in, and the
 * seller id belongs to the keys; otherwise it says which is wrong and where to fix it.
 */
export async function amazonSpApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	// Deprecated everywhere else, but the one HTTP helper that n8n gives to a test (`ICredentialTestFunctions`).
	const { request } = this.helpers;
	try {
		const account = toAccount(credential.data ?? {});
		const client = createClient({
			account,
			http: httpThroughLegacy(request),
			clock,
			log: () => undefined,
			throttle: shared.throttle,
			// Keys are tried for real, not by a token that an earlier version of them got.
			tokens: createTokenStore(),
			giveUpAfterMs: GIVE_UP_AFTER_MS,
			silence: watchedSilence(),
		});
		return { status: 'OK', message: await check(client, account) };
	} catch (error) {
		return { status: 'Error', message: explain(error) };
	}
}

async function check(client: Client, account: Account): Promise<string> {
	const participations = await fetchParticipations(client);
	if (account.environment === 'sandbox')
		return "Credentials are valid (Amazon's sandbox does not know your marketplaces)";
	const missing = notParticipating(account.marketplaceIds, participations);
	if (missing !== undefined) throw new Error(missing);
	await checkSellerId(client, account);
	return `Credentials are valid: ${namesOf(account.marketplaceIds)}. ${CHECK_ACCESS}`;
}

/** Participations do not show the seller id; a search in the seller's listings does. */
async function checkSellerId(client: Client, { sellerId, marketplaceIds }: Account): Promise<void> {
	const query = { marketplaceIds: marketplaceIds.slice(0, 1), pageSize: 1 };
	const refusal = await client
		.call(OPERATIONS.searchListingsItems, { path: { sellerId }, query })
		.then(() => undefined)
		.catch(toError);
	if (refusal === undefined) return;
	if (!isRefusedSeller(refusal)) throw refusal;
	throw new Error(
		`The keys are valid, but Amazon refuses them for Seller ID "${sellerId}". Compare it with Seller Central: Settings > Account Info > Your Merchant Token, and check that the app has the Product Listing role: ${CHECK_ACCESS}`,
	);
}

function isRefusedSeller(error: unknown): boolean {
	return error instanceof SpApiError && error.status !== undefined && error.status < 429;
}

function explain(error: unknown): string {
	if (!(error instanceof SpApiError)) return toError(error).message;
	const { happened, message, remedy, status } = error;
	const next = status === 403 ? CHECK_ACCESS : undefined;
	const details = happened === undefined ? undefined : `(${message})`;
	return [happened ?? message, remedy, next, details].filter((part) => part !== undefined).join(' ');
}
