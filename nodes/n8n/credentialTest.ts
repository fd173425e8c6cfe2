import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { shared, toAccount, USER_AGENT } from './account';
import { clock } from './clock';
import { httpThroughLegacy } from './http';
import { marketplaceById } from '../amazon/tables/marketplaces';
import type { Account } from '../amazon/transport/account';
import { createClient, type Client } from '../amazon/transport/client';
import { SpApiError } from '../amazon/transport/errors';
import { OPERATIONS } from '../amazon/transport/operations';
import { createTokenStore } from '../amazon/transport/token';

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
	try {
		const account = toAccount(credential.data ?? {});
		const client = createClient({
			account,
			// n8n gives credential tests no other helper.
			// eslint-disable-next-line @n8n/community-nodes/no-deprecated-workflow-functions
			http: httpThroughLegacy(this.helpers.request),
			clock,
			log: () => undefined,
			userAgent: USER_AGENT,
			throttle: shared.throttle,
			// Keys are tried for real, not by a token that an earlier version of them got.
			tokens: createTokenStore(),
			giveUpAfterMs: GIVE_UP_AFTER_MS,
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
	const missing = account.marketplaceIds.filter((id) => !participations.has(id));
	if (missing.length > 0) throw new Error(notParticipating(missing, participations));
	await checkSellerId(client, account);
	return `Credentials are valid: ${account.marketplaceIds.map(nameOf).join(', ')}`;
}

interface Participations {
	payload?: Array<{ marketplace?: { id?: string }; participation?: { isParticipating?: boolean } }>;
}

async function fetchParticipations(client: Client): Promise<Set<string>> {
	const { body } = await client.call<Participations>(OPERATIONS.getMarketplaceParticipations);
	const ids = (body.payload ?? [])
		.filter(({ participation }) => participation?.isParticipating === true)
		.map(({ marketplace }) => marketplace?.id);
	return new Set(ids.filter((id) => id !== undefined));
}

function notParticipating(missing: readonly string[], participations: ReadonlySet<string>): string {
	const known = [...participations]
		.filter((id) => marketplaceById(id) !== undefined)
		.map(nameOf)
		.join(', ');
	return (
		`The account does not sell in: ${missing.map(nameOf).join(', ')}. ` +
		`Amazon lists it in: ${known === '' ? 'no marketplace' : known}. ` +
		'Unselect the others, or register for them in Seller Central: Settings > Account Info > Your Services.'
	);
}

/** Participations do not show the seller id; a search in the seller's listings does. */
async function checkSellerId(client: Client, { sellerId, marketplaceIds }: Account): Promise<void> {
	const query = { marketplaceIds: marketplaceIds.slice(0, 1), pageSize: 1 };
	const refusal = await client
		.call(OPERATIONS.searchListingsItems, { path: { sellerId }, query })
		.then(() => undefined)
		.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
	if (refusal === undefined) return;
	if (!isRefusedSeller(refusal)) throw refusal;
	throw new Error(
		`The keys are valid, but Amazon refuses them for Seller ID "${sellerId}". Compare it with Seller Central: Settings > Account Info > Your Merchant Token, and check that the app has the Product Listing role.`,
	);
}

function isRefusedSeller(error: unknown): boolean {
	return error instanceof SpApiError && error.status !== undefined && error.status < 429;
}

function nameOf(id: string): string {
	return marketplaceById(id)?.name ?? id;
}

function explain(error: unknown): string {
	if (!(error instanceof SpApiError)) return error instanceof Error ? error.message : String(error);
	return [error.message, error.hint].filter((part) => part !== undefined && part !== '').join(' ');
}
