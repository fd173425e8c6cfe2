import { envelopeRule, messageRule } from './envelopeRule';
import { elementFault } from './grammar';
import { messageIdOf } from './message';
import type { OrderFeedType } from './orderFeedTypes';
import { childOf, childrenOf, textOf, type XmlElement } from './xml';
import type { MessageResult } from './xmlReport';

const DOCUMENT_VERSION = '1.01';

/** A result about the feed as a whole. */
export function general(code: string, description: string): MessageResult {
	return { messageId: '0', code, description };
}

/** Amazon looks at a feed as a whole before it carries out anything: one bad message, and none is processed. */
export function documentFaults(root: XmlElement, type: OrderFeedType, sellerId: string): MessageResult[] {
	if (root.name !== 'AmazonEnvelope')
		return [general('5000', `Cannot find the declaration of element '${root.name}'.`)];
	const envelopeFault = elementFault(root, envelopeRule(type.messageType));
	if (envelopeFault !== undefined) return [general('5000', envelopeFault)];
	const header = childOf(root, 'Header');
	if (header === undefined || textOf(header, 'DocumentVersion') !== DOCUMENT_VERSION)
		return [general('5000', `The DocumentVersion must be ${DOCUMENT_VERSION}.`)];
	if (textOf(header, 'MerchantIdentifier') !== sellerId)
		return [general('5000', 'The MerchantIdentifier is not the one of the seller who submitted the feed.')];
	const faults = messageFaults(root, type);
	const text =
		'We are unable to process the XML feed because one or more items are invalid. Please re-submit the feed.';
	return faults.length === 0 ? [] : [general('25', text), ...faults];
}

function messageFaults(root: XmlElement, type: OrderFeedType): MessageResult[] {
	const rule = messageRule(type.messageType, type.content);
	const seen = new Set<string>();
	return childrenOf(root, 'Message').flatMap((message) => {
		const id = messageIdOf(message);
		const isTwice = seen.has(id);
		seen.add(id);
		const fault = elementFault(message, rule) ?? (isTwice ? `The MessageID ${id} is used twice.` : undefined);
		if (fault === undefined) return [];
		return [
			{
				messageId: /^\d{1,20}$/.test(id) ? id : '0',
				code: '5000',
				description: `XML Parsing Error: ${fault}`,
			},
		];
	});
}
