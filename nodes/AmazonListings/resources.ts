import { checkAccess } from './account/checkAccess';
import { cancel } from './feed/cancel';
import { download } from './feed/download';
import { get as getFeed } from './feed/get';
import { getMany as getManyFeeds } from './feed/getMany';
import { getResult } from './feed/getResult';
import { resubmit } from './feed/resubmit';
import { deleteOperation } from './listing/delete';
import { get as getListing } from './listing/get';
import { getMany as getManyListings } from './listing/getMany';
import { update } from './listing/update';
import { offerResource } from './offer/resource';
import type { Resource } from '../n8n/operation';

/** Everything the node can do: its table of contents. */
export const RESOURCES: readonly Resource[] = [
	{ value: 'account', name: 'Account', defaultOperation: 'checkAccess', operations: [checkAccess] },
	{
		value: 'feed',
		name: 'Feed',
		defaultOperation: 'getResult',
		operations: [cancel, download, getFeed, getManyFeeds, getResult, resubmit],
	},
	{
		value: 'listing',
		name: 'Listing',
		defaultOperation: 'get',
		operations: [deleteOperation, getListing, getManyListings, update],
	},
	offerResource('price', 'Price', 'prices'),
	offerResource('offer', 'Price and Stock', 'prices and stock'),
	offerResource('stock', 'Stock', 'stock'),
];
