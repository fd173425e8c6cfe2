import type { INodeProperties } from 'n8n-workflow';

import { marketplaceList } from '../../n8n/forms/marketplaces';
import type { Context } from '../../n8n/operation';
import { namesOf } from '../offer/settings';
import { findMarketplace, type Marketplace } from '../../amazon/tables/marketplaces';
import { ConfigError } from '../../rules/verdict/verdict';

export const sku: INodeProperties = {
	displayName: 'SKU',
	name: 'sku',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchSkus', searchable: true },
		},
		{ displayName: 'By SKU', name: 'sku', type: 'string', placeholder: 'e.g. SHIRT-RED-M' },
	],
	description: "The seller's SKU, as Amazon has it",
};

export const marketplaceId: INodeProperties = {
	displayName: 'Marketplace',
	name: 'marketplaceId',
	type: 'options',
	typeOptions: marketplaceList,
	allowArbitraryValues: true,
	default: '',
	description:
		'May stay empty when the account has one marketplace. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** The marketplace of an item: the chosen one, or the account's only one. */
export function readMarketplace({ params, account }: Context, item: number): Marketplace {
	const chosen = params.text('marketplaceId', item);
	const [only, another] = account.marketplaceIds;
	const isOnly = chosen === '' && only !== undefined && another === undefined;
	const marketplace = findMarketplace(isOnly ? only : chosen);
	if (marketplace !== undefined && account.marketplaceIds.includes(marketplace.id)) return marketplace;
	const names = namesOf(account.marketplaceIds);
	if (chosen === '') throw new ConfigError('Marketplace', `chosen: ${names}`);
	throw new ConfigError('Marketplace', `one of the credential's marketplaces: ${names}`, chosen);
}

export function readMarketplaceId(context: Context, item: number): string {
	return readMarketplace(context, item).id;
}

export function readSku({ params }: Context, item: number): string {
	const text = params.locator('sku', item);
	if (text !== '') return text;
	throw new ConfigError('SKU', 'the SKU of a listing');
}
