import { once } from 'node:events';

import { useHostileAmazon, Written } from './hostileAmazon';
import { DE, told } from '../stage';
import { flood } from '../../unit/amazon/transport/setting';

const scene = useHostileAmazon();

const LISTING = 'GET /listings/2021-08-01/items/';
const get = { resource: 'listing', operation: 'get', marketplaceId: DE, sku: 'A' };

describe("n8n's own HTTP under an answer without end", () => {
	it.each([
		[200, /TOO_LARGE.*more than 10485760 bytes/],
		[400, /Amazon refused getListingsItem \(400\)/],
	])('with status %i is given up, and the connection closed', async (status, says) => {
		let closed: Promise<unknown> = Promise.resolve();
		const answer = new Written((response) => {
			closed = once(response, 'close');
			flood(response, status);
		});
		scene.amazon.answers = { [LISTING]: answer };
		expect(told(await scene.stage.listings(scene.amazon.newSeller(), get))).toMatch(says);
		await closed;
	});
});
