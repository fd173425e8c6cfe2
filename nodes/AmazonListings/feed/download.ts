import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { feedId as feedLocator } from './fields';
import { openDocument } from '../../amazon/feeds/document';
import { fetchFeed } from '../../amazon/feeds/feed';
import { isOrderFeed } from '../../amazon/tables/feedTypes';
import { toBinary } from '../../n8n/binary';
import type { Context, EachOperation } from '../../n8n/operation';

const document: INodeProperties = {
	displayName: 'Document',
	name: 'document',
	type: 'options',
	options: [
		{ name: 'Processing Report', value: 'report', description: "Amazon's answer to the feed" },
		{ name: 'Submitted Feed', value: 'feed', description: 'What was sent, as Amazon stored it' },
	],
	default: 'report',
};

const feedId: INodeProperties = { ...feedLocator, displayOptions: { show: { document: ['report'] } } };

export const feedDocumentId: INodeProperties = {
	displayName: 'Feed Document ID',
	name: 'feedDocumentId',
	type: 'string',
	required: true,
	default: '={{ $json.feedDocumentId }}',
	placeholder: 'e.g. amzn1.tortuga.4.eu...',
	description:
		'Where Amazon keeps what was sent: the answer to Submit names it beside the feed ID, so that its items can go straight in here',
	builderHint: { propertyHint: 'Give the feedDocumentId that Submit answered beside feedId.' },
};

const documentIdField: INodeProperties = {
	...feedDocumentId,
	displayOptions: { show: { document: ['feed'] } },
};

const binaryField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryField',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the output binary field to put the file in',
};

export const download: EachOperation = {
	value: 'download',
	name: 'Download',
	action: 'Download feed document',
	description: 'Get the submitted feed or its processing report as a file',
	builderHint:
		'Takes the feedId or feedDocumentId that Submit answered; connect Write Files or Extract from File after it. For the answer to each item use Get Result.',
	fields: [document, feedId, documentIdField, binaryField],
	async each(context, item) {
		const { client, signal } = context;
		const { json, documentId, feedType = '' } = await chosenDocument(context, item);
		const { chunks, contentType } = await openDocument(client, { feedDocumentId: documentId, signal });
		const kind = /\bxml\b/i.test(contentType) || isOrderFeed(feedType) ? 'xml' : 'json';
		const file = {
			chunks,
			fileName: `${documentId}.${kind}`,
			mimeType: contentType || `application/${kind}`,
		};
		const binary = await toBinary(context.n8n, file);
		return { json, binary: { [context.params.text('binaryField', item)]: binary } };
	},
};

interface Chosen {
	documentId: string;
	/** Known for reports only. */
	feedType?: string;
	json: IDataObject;
}

async function chosenDocument({ client, params, signal }: Context, item: number): Promise<Chosen> {
	if (params.text('document', item) === 'feed') {
		const documentId = params.text('feedDocumentId', item);
		return { documentId, json: { feedDocumentId: documentId } };
	}
	const feed = await fetchFeed(client, params.locator('feedId', item), signal);
	const documentId = feed.resultFeedDocumentId;
	if (documentId === undefined) {
		throw new Error(
			`Feed ${feed.feedId} has no processing report (${feed.processingStatus}): Amazon writes it when the feed is done`,
		);
	}
	return {
		documentId,
		feedType: feed.feedType,
		json: { feedId: feed.feedId, processingStatus: feed.processingStatus, feedDocumentId: documentId },
	};
}
