import type { ElementRule } from './grammar';
import { ANY, BOOLEAN, DATE_TIME, ID_NUMBER, NOT_NULL, STRING, optional } from './patterns';

/** `amzn-envelope.xsd`; its messages are looked at one by one. */
export function envelopeRule(messageType: string): ElementRule {
	const header = [
		{ name: 'DocumentVersion', pattern: /^\d{1,2}\.\d{1,2}$/ },
		{ name: 'MerchantIdentifier', pattern: STRING },
		optional('OverrideReleaseId', /^\d{1,4}\.\d{1,4}$/),
	];
	return {
		name: 'AmazonEnvelope',
		parts: [
			{ name: 'Header', parts: header },
			{ name: 'MessageType', values: [messageType] },
			optional('MarketplaceName', NOT_NULL),
			optional('PurgeAndReplace', BOOLEAN),
			optional('EffectiveDate', DATE_TIME),
			{ name: 'Message', most: ANY, isOpen: true },
		],
	};
}

/** One message of the envelope. */
export function messageRule(messageType: string, content: readonly ElementRule[]): ElementRule {
	return {
		name: 'Message',
		parts: [
			{ name: 'MessageID', pattern: ID_NUMBER },
			{ name: 'OperationType', isOptional: true, values: ['Update', 'Delete', 'PartialUpdate'] },
			{ name: messageType, parts: content },
		],
	};
}
