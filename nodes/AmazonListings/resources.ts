import { checkAccess } from './account/checkAccess';
import { cancel } from './feed/cancel';
import { download } from './feed/download';
import { get as getFeed } from './feed/get';
import { getMany as getManyFeeds } from './feed/getMany';
import { getResult } from './feed/getResult';
import { resubmit } from './feed/resubmit';
import { wait } from './feed/wait';
import { deleteOperation } from './listing/delete';
import { get as getListing } from './listing/get';
import { getMany as getManyListings } from './listing/getMany';
import { update } from './listing/update';
import { offer } from './offer/resource';
import type { Resource } from '../n8n/operation';

/** Everything the node can do, in the order of use: its table of contents. */
export const RESOURCES: readonly Resource[] = [
	offer,
	{
		value: 'listing',
		name: 'Listing',
		defaultOperation: 'getMany',
		operations: [getManyListings, getListing, update, deleteOperation],
	},
	{
		value: 'feed',
		name: 'Feed',
		defaultOperation: 'getResult',
		operations: [getResult, wait, getManyFeeds, getFeed, download, resubmit, cancel],
	},
	{ value: 'account', name: 'Account', defaultOperation: 'checkAccess', operations: [checkAccess] },
];
