import { marketplaceById } from '../tables/marketplaces';
import { at } from '../transport/at';
import type { Client } from '../transport/contract';
import { OPERATIONS } from '../transport/operations';

export interface Participations {
	/** Ids of the marketplaces in which the account sells. */
	ids: ReadonlySet<string>;
	/** Whether Amazon's answer has the list at all. */
	isListed: boolean;
	requestId: string;
}

/** Where the account sells (Sellers API v1, getMarketplaceParticipations). Throws an `SpApiError`. */
export async function fetchParticipations(client: Client, signal?: AbortSignal): Promise<Participations> {
	const { body, requestId } = await client.call<unknown>(OPERATIONS.getMarketplaceParticipations, { signal });
	const payload = at(body, 'payload');
	const isListed = Array.isArray(payload);
	const ids = (isListed ? payload : [])
		.filter((entry: unknown) => at(entry, 'participation', 'isParticipating') === true)
		.map((entry: unknown) => at(entry, 'marketplace', 'id'));
	return { ids: new Set(ids.filter((id) => typeof id === 'string')), isListed, requestId };
}

/** Which of the chosen marketplaces the account does not sell in, and how to mend it; undefined when it sells in all. */
export function notParticipating(
	chosen: readonly string[],
	{ ids }: Pick<Participations, 'ids'>,
): string | undefined {
	const missing = chosen.filter((id) => !ids.has(id));
	if (missing.length === 0) return undefined;
	const known = namesOf([...ids].filter((id) => marketplaceById(id) !== undefined));
	return (
		`The account does not sell in: ${namesOf(missing)}. ` +
		`Amazon lists it in: ${known === '' ? 'no marketplace' : known}. ` +
		'Unselect the others, or register for them in Seller Central: Settings > Account Info > Your Services.'
	);
}

/** Names of marketplaces, for people; an unknown one keeps its id. */
export function namesOf(ids: readonly string[]): string {
	return ids.map((id) => marketplaceById(id)?.name ?? id).join(', ');
}
