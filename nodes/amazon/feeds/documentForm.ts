import type { FeedType } from '../tables/feedTypes';
import { envelopeClosing, envelopeMessage, envelopeOpening } from './envelope';

/** How the documents of a feed type are written: an opening, one message after the other, a closing. */
export interface DocumentForm {
	opening(sellerId: string): string;
	/** The whole message around its text; messages are numbered from 1, in order. */
	message(messageId: number, text: string): string;
	closing: string;
}

/** The head asks for the items, so that the report names accepted SKUs too (listings feed schema v2). */
const LISTINGS_FORM: DocumentForm = {
	opening(sellerId) {
		const report = { includedData: ['issues'], apiVersion: '2021-08-01' };
		const head = JSON.stringify({ header: { sellerId, version: '2.0', report }, messages: [] });
		return head.slice(0, -this.closing.length);
	},
	message: (messageId, text) => `${messageId === 1 ? '' : ','}{"messageId":${messageId},${text}`,
	closing: ']}',
};

export function formOf({ messageType }: FeedType): DocumentForm {
	if (messageType === undefined) return LISTINGS_FORM;
	return {
		opening: (sellerId) => envelopeOpening(sellerId, messageType),
		message: envelopeMessage,
		closing: envelopeClosing,
	};
}
