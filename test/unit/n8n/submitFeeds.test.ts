import { JSON_LISTINGS_FEED } from '../../../nodes/amazon/tables/feedTypes';
import type { Context } from '../../../nodes/n8n/operation';
import { submitFeeds } from '../../../nodes/n8n/submitFeeds';
import { openFeeds } from '../amazon/feeds/fakeAmazon';
import { reply } from '../amazon/transport/setting';

const FEED_TYPE = { ...JSON_LISTINGS_FEED, maxBytes: 600 };

/** Sends entries of these sizes, each in a feed of its own, to an Amazon that takes every feed. */
async function send(sizes: number[]) {
	let feeds = 0;
	const { client, wire } = await openFeeds((_, response) => {
		feeds += 1;
		reply(response, 202, { feedId: `feed-${feeds}` });
	});
	const context = { client, account: client.account, n8n: { sendMessageToUI: () => undefined } };
	try {
		const fates = await submitFeeds(context as unknown as Context, sizes, {
			...{ feedType: FEED_TYPE, chunkSize: 1, separateMarketplaces: false, noun: 'items' },
			marketplaceIdOf: () => 'A1PA6795UKMFR9',
			textOf: (size) => `"sku":"${'X'.repeat(size)}"}`,
		});
		return fates.map(({ entry, fate }) => ({ entry, ...fate }));
	} finally {
		await wire.close();
	}
}

it('an entry that fits in no feed loses no id of the feeds before it', async () => {
	expect(await send([10, 900, 20])).toMatchObject([
		{ entry: 10, status: 'submitted', feedId: 'feed-1' },
		{
			entry: 900,
			status: 'failed',
			message: expect.stringMatching(/^Not sent: The message .* has 9\d\d bytes/) as unknown,
		},
		{ entry: 20, status: 'failed', reason: 'feed-not-taken' },
	]);
});

it('an entry that fits in no feed fails the run when nothing was sent before it', async () => {
	await expect(send([900, 20])).rejects.toThrow(/The message .* bytes/);
});
