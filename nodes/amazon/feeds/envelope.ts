import type { OrderMessageType } from '../tables/feedTypes';
import { fieldText } from './fieldText';
import { buildXml } from './xml';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const ROOT =
	'<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd">';
const DOCUMENT_VERSION = '1.01';

export const envelopeClosing = '</AmazonEnvelope>';

/** The head of an XML feed (Amazon's amzn-envelope.xsd and amzn-header.xsd). Throws when the seller id cannot be one. */
export function envelopeOpening(sellerId: string, messageType: OrderMessageType): string {
	const head = {
		Header: {
			DocumentVersion: DOCUMENT_VERSION,
			MerchantIdentifier: fieldText(sellerId, 'Seller ID'),
		},
		MessageType: messageType,
	};
	return DECLARATION + ROOT + buildXml(head);
}

/** @param text the message's element, as XML */
export function envelopeMessage(messageId: number, text: string): string {
	return `<Message><MessageID>${messageId}</MessageID>${text}</Message>`;
}
