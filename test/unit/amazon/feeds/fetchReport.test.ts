import type { Feed } from '../../../../nodes/amazon/feeds/feed';
import { fetchReport } from '../../../../nodes/amazon/feeds/fetchReport';
import { aClient, reply, Wire } from '../transport/setting';

it('a report of a feed type that this package does not send is called that, and not broken', async () => {
	const wire = await Wire.open((_, response) => reply(response, 200, {}));
	try {
		const feed: Feed = {
			...{ feedId: '77', feedType: 'POST_FLAT_FILE_INVLOADER_DATA', createdTime: '2026-11-20T10:00:00Z' },
			...{ processingStatus: 'DONE', resultFeedDocumentId: 'doc-1' },
		};
		await expect(fetchReport(aClient(wire).client, feed)).rejects.toThrow(
			'Feed 77 is a POST_FLAT_FILE_INVLOADER_DATA, whose reports have a form of their own. Feed: Download gets it as a file',
		);
		expect(wire.seen).toEqual([]);
	} finally {
		await wire.close();
	}
});
