import { escaped } from './xml';

/** What became of one message; message 0 is the feed as a whole. */
export interface MessageResult {
	messageId: string;
	code: string;
	description: string;
	orderId?: string;
}

export interface FeedSummary {
	processed: number;
	successful: number;
	withError: number;
}

function toResult({ messageId, code, description, orderId }: MessageResult): string {
	const info =
		orderId === undefined
			? ''
			: `<AdditionalInfo><AmazonOrderID>${escaped(orderId)}</AmazonOrderID></AdditionalInfo>`;
	return (
		`<Result><MessageID>${messageId}</MessageID><ResultCode>Error</ResultCode>` +
		`<ResultMessageCode>${code}</ResultMessageCode>` +
		`<ResultDescription>${escaped(description)}</ResultDescription>${info}</Result>`
	);
}

/** Amazon's processing report of a feed in XML (`ProcessingReport.xsd`). */
export function toXmlReport(
	{ feedId, sellerId }: { feedId: string; sellerId: string },
	{ processed, successful, withError }: FeedSummary,
	results: readonly MessageResult[],
): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd">
<Header><DocumentVersion>1.02</DocumentVersion><MerchantIdentifier>${escaped(sellerId)}</MerchantIdentifier></Header>
<MessageType>ProcessingReport</MessageType>
<Message>
<MessageID>1</MessageID>
<ProcessingReport>
<DocumentTransactionID>${feedId}</DocumentTransactionID>
<StatusCode>Complete</StatusCode>
<ProcessingSummary>
<MessagesProcessed>${processed}</MessagesProcessed>
<MessagesSuccessful>${successful}</MessagesSuccessful>
<MessagesWithError>${withError}</MessagesWithError>
<MessagesWithWarning>0</MessagesWithWarning>
</ProcessingSummary>
${results.map(toResult).join('\n')}
</ProcessingReport>
</Message>
</AmazonEnvelope>
`;
}
