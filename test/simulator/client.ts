import { DEFAULT_SELLERS, type SellerSeed } from './seed';

/** A plain client for tests, written apart from the package's own transport. */
export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	/** The body as JSON; undefined when there is none. */
	json: unknown;
}

export interface Wish {
	method?: string;
	/** Path and query, or an absolute address. */
	path: string;
	headers?: Record<string, string>;
	/** An object is sent as JSON with its content type. */
	body?: unknown;
}

/** One HTTP request; answers with whatever status came back. Rejects when the connection breaks. */
export async function ask(url: string, { method = 'GET', path, headers = {}, body }: Wish): Promise<Answer> {
	const isRaw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
	const response = await fetch(path.startsWith('http') ? path : url + path, {
		method,
		headers: isRaw ? headers : { 'content-type': 'application/json', ...headers },
		...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
	});
	const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
	const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
	return {
		status: response.status,
		headers: response.headers,
		text,
		json: isJson && text !== '' ? JSON.parse(text) : undefined,
	};
}

function firstSeller(): SellerSeed {
	const [seller] = DEFAULT_SELLERS;
	if (seller === undefined) throw new Error('There is no default seller.');
	return seller;
}

/** A session of one seller: the token fetched once, and sent with every call. */
export async function signIn(url: string, seller: SellerSeed = firstSeller()) {
	const form = new URLSearchParams({
		grant_type: 'refresh_token',
		client_id: seller.clientId,
		client_secret: seller.clientSecret,
		refresh_token: seller.refreshToken,
	});
	const answer = await ask(url, {
		method: 'POST',
		path: '/auth/o2/token',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: form.toString(),
	});
	const { access_token: token } = answer.json as { access_token: string };
	const call = (wish: Wish) =>
		ask(url, { ...wish, headers: { 'x-amz-access-token': token, ...wish.headers } });
	return { token, seller, call };
}

export type Session = Awaited<ReturnType<typeof signIn>>;

/** Creates and uploads a document; answers with its id. */
export async function uploadFeedDocument(
	{ call }: Session,
	content: unknown,
	contentType = 'application/json; charset=UTF-8',
): Promise<string> {
	const created = await call({ method: 'POST', path: '/feeds/2021-06-30/documents', body: { contentType } });
	const { feedDocumentId, url } = created.json as { feedDocumentId: string; url: string };
	const body = typeof content === 'string' ? content : JSON.stringify(content);
	await ask('', { method: 'PUT', path: url, headers: { 'content-type': contentType }, body });
	return feedDocumentId;
}

/** Submits a feed; answers with its id. */
export async function submitFeed(
	session: Session,
	content: unknown,
	options: { feedType?: string; marketplaceIds?: string[]; contentType?: string } = {},
): Promise<string> {
	const inputFeedDocumentId = await uploadFeedDocument(session, content, options.contentType);
	const { feedType = 'JSON_LISTINGS_FEED', marketplaceIds = session.seller.marketplaceIds } = options;
	const answer = await session.call({
		method: 'POST',
		path: '/feeds/2021-06-30/feeds',
		body: { feedType, marketplaceIds, inputFeedDocumentId },
	});
	return (answer.json as { feedId: string }).feedId;
}

const ORDER_FEED_TYPES = {
	OrderAcknowledgement: 'POST_ORDER_ACKNOWLEDGEMENT_DATA',
	OrderFulfillment: 'POST_ORDER_FULFILLMENT_DATA',
	OrderAdjustment: 'POST_PAYMENT_ADJUSTMENT_DATA',
} as const;

/** A feed about orders around the contents of its messages, each in XML. */
export function orderFeed(sellerId: string, messageType: keyof typeof ORDER_FEED_TYPES, contents: string[]) {
	const messages = contents.map(
		(content, index) =>
			`<Message><MessageID>${index + 1}</MessageID><${messageType}>${content}</${messageType}></Message>`,
	);
	return `<?xml version="1.0" encoding="UTF-8"?>
<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd">
<Header><DocumentVersion>1.01</DocumentVersion><MerchantIdentifier>${sellerId}</MerchantIdentifier></Header>
<MessageType>${messageType}</MessageType>
${messages.join('\n')}
</AmazonEnvelope>`;
}

/** Submits such a feed; answers with its id. */
export function submitOrderFeed(
	session: Session,
	messageType: keyof typeof ORDER_FEED_TYPES,
	contents: string[],
): Promise<string> {
	const content = orderFeed(session.seller.sellerId, messageType, contents);
	const options = { feedType: ORDER_FEED_TYPES[messageType], contentType: 'text/xml; charset=UTF-8' };
	return submitFeed(session, content, options);
}

/** A listings feed around messages. */
export function listingsFeed(sellerId: string, messages: unknown[], includedData?: string[]) {
	const report = includedData === undefined ? {} : { report: { includedData, apiVersion: '2021-08-01' } };
	return { header: { sellerId, version: '2.0', ...report }, messages };
}

export interface FeedResult {
	processingStatus: string;
	/** The processing report; undefined when the feed has none, or one in XML. */
	report: Record<string, unknown> | undefined;
	/** The processing report as it was downloaded. */
	text?: string;
}

/** The status of a feed and its report, downloaded and unpacked. */
export async function readFeedResult({ call }: Session, feedId: string): Promise<FeedResult> {
	const feed = (await call({ path: `/feeds/2021-06-30/feeds/${feedId}` })).json as Record<string, string>;
	const { processingStatus = '', resultFeedDocumentId: id } = feed;
	if (id === undefined) return { processingStatus, report: undefined };
	// With the encoding header the client unpacks by itself.
	const document = await call({
		path: `/feeds/2021-06-30/documents/${id}?enableContentEncodingUrlHeader=true`,
	});
	const { url } = document.json as { url: string };
	const answer = await ask('', { path: url });
	return { processingStatus, report: answer.json as Record<string, unknown>, text: answer.text };
}
