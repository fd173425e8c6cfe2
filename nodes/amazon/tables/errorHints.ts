/** How a person fixes what Amazon or the network refused. The first row that fits counts. */
export interface ErrorHint {
	/** Amazon's operation ids; a row without them fits every operation. */
	operations?: readonly string[];
	status?: number;
	code?: string;
	hint: string;
}

const DEVELOP_APPS = 'Seller Central: Apps and Services > Develop Apps';

const OF_ONE_ORDER = ['getOrder', 'confirmShipment', 'updateShipmentStatus'];

/** What orders meet: role names and limits of Amazon's role mappings and Orders API models. */
const ORDER_HINTS: readonly ErrorHint[] = [
	{
		operations: ['searchOrders', ...OF_ONE_ORDER],
		status: 403,
		hint: `The application may not read or ship this seller's orders. It needs the role "Inventory and Order Tracking" or "Direct-to-Consumer Shipping" (buyers' names and addresses come with the latter only; tax numbers with "Tax Invoicing"). ${DEVELOP_APPS} > Edit App shows the roles; after adding one, authorize the app again and enter the new Refresh Token.`,
	},
	{
		operations: ['searchOrders'],
		status: 429,
		hint: 'Amazon answers one search for orders every 3 minutes, after 20 in a row. Poll less often, search for a shorter time, or get single orders by their ID.',
	},
	{
		operations: ['searchOrders'],
		status: 400,
		hint: 'Amazon did not accept the search. Check the dates: they are ISO 8601, and a "before" must lie at least 2 minutes in the past and after its "after".',
	},
	{
		operations: OF_ONE_ORDER,
		status: 404,
		hint: 'Amazon does not know this order in this account. Compare the Order ID (like 902-1234567-1234567) with Seller Central, and check Seller ID and region of the credential.',
	},
	{
		operations: ['getOrder'],
		status: 400,
		hint: 'Amazon does not know this order, or its ID is not one: an Order ID has 3, 7 and 7 digits, like 902-1234567-1234567. Check region and marketplace of the credential too.',
	},
	{
		operations: ['confirmShipment', 'updateShipmentStatus'],
		status: 400,
		hint: 'Amazon did not accept a value; its message names it. Check Order ID, marketplace, the order item IDs and quantities (never more than is left to ship), carrier and date.',
	},
];

export const ERROR_HINTS: readonly ErrorHint[] = [
	...ORDER_HINTS,
	{
		code: 'QuotaExceeded',
		hint: 'Amazon limits how often this may be called. Run fewer calls at once, use bulk operations (feeds), or try again later.',
	},
	{
		status: 429,
		hint: 'Amazon limits how often this may be called. Run fewer calls at once, use bulk operations (feeds), or try again later.',
	},
	{
		status: 401,
		hint: `Amazon did not accept the access token, also not a fresh one. Check LWA Client ID, LWA Client Secret and Refresh Token in the credential (${DEVELOP_APPS}).`,
	},
	{
		status: 403,
		hint: `The application may not do this: a role is missing, the seller has not authorized it, or region and marketplace do not belong to the refresh token. ${DEVELOP_APPS} > Edit App shows the roles; after adding one, authorize the app again and enter the new Refresh Token.`,
	},
	{
		code: 'NotFound',
		hint: 'Amazon does not know this id or SKU in this account. Check spelling, Seller ID, region and marketplace.',
	},
	{
		status: 404,
		hint: 'Amazon does not know this id or SKU in this account. Check spelling, Seller ID, region and marketplace.',
	},
	{
		code: 'InvalidInput',
		hint: "Amazon did not accept a value; its message names it. Correct the operation's fields and run again.",
	},
	{
		status: 400,
		hint: "Amazon did not accept a value; its message names it. Correct the operation's fields and run again.",
	},
	{ status: 413, hint: 'The request is too large. Send fewer or smaller items per call.' },
	{
		status: 415,
		hint: 'Amazon does not accept this content type. For a document, use exactly the type that was declared for it.',
	},
	{ status: 500, hint: 'A fault at Amazon. Try again later; if it lasts, give Amazon the request id.' },
	{ status: 502, hint: 'A fault at Amazon. Try again later; if it lasts, give Amazon the request id.' },
	{ status: 503, hint: 'Amazon is overloaded or under maintenance. Try again later.' },
	{ status: 504, hint: 'Amazon took too long. Try again later.' },
];

function ofEveryOperation(fits: (status: number) => boolean): ErrorHint[] {
	return ERROR_HINTS.filter(
		({ status, operations }) => operations === undefined && status !== undefined && fits(status),
	);
}

/** Errors of Login with Amazon (RFC 6749, 5.2). */
export const LOGIN_HINTS: readonly ErrorHint[] = [
	{
		code: 'invalid_client',
		hint: `LWA Client ID or LWA Client Secret is wrong, or the secret has been replaced. Copy both again: ${DEVELOP_APPS} > your app > LWA credentials: View.`,
	},
	{
		code: 'invalid_grant',
		hint: `The Refresh Token is wrong, expired or revoked, or belongs to another application. Make a new one: ${DEVELOP_APPS} > your app > Authorize > Authorize app, and enter it in the credential.`,
	},
	{
		code: 'unauthorized_client',
		hint: `The Refresh Token was not made for this LWA Client ID. Take both from the same app: ${DEVELOP_APPS} > your app > LWA credentials: View, and Authorize app.`,
	},
	{
		code: 'invalid_request',
		hint: `A key is empty or malformed. Copy LWA Client ID, LWA Client Secret and Refresh Token again: ${DEVELOP_APPS} > your app > LWA credentials: View, and Authorize app.`,
	},
	{
		code: 'access_denied',
		hint: `The seller has withdrawn the authorization. Authorize the app again: ${DEVELOP_APPS} > your app > Authorize > Authorize app, and enter the new Refresh Token.`,
	},
	...ofEveryOperation((status) => status >= 500 || status === 429),
	{ hint: `Check LWA Client ID, LWA Client Secret and Refresh Token in the credential (${DEVELOP_APPS}).` },
];

/** Answers of the document storage (S3). */
export const DOCUMENT_HINTS: readonly ErrorHint[] = [
	{
		code: 'SignatureDoesNotMatch',
		hint: 'The content type of the upload must be exactly the one that was declared when the document was created.',
	},
	{
		status: 403,
		hint: "The document's address has expired (they live about 5 minutes). Fetch a new one from Amazon and try again.",
	},
	{ status: 404, hint: 'The document is no longer there. Fetch a new address from Amazon.' },
	...ofEveryOperation((status) => status !== 403 && status !== 404),
];

/** What Node's (and our) network error codes mean. */
export interface NetworkFault {
	/** Whether the request cannot have reached Amazon. */
	neverArrived?: boolean;
	/** Whether trying again is pointless until someone changes something. */
	lasting?: boolean;
	hint: string;
}

const NAME_HINT =
	"The address could not be resolved. Check this machine's internet connection, DNS and proxy.";
const REACH_HINT =
	"Amazon could not be reached. Check this machine's internet connection, firewall and proxy.";
const TLS_HINT =
	"The encrypted connection could not be trusted. Check this machine's clock, proxy and certificates.";
const LOST_HINT =
	'The connection was lost before the answer came. Try again later; check the proxy if it lasts.';

export const NETWORK_FAULTS: Readonly<Record<string, NetworkFault>> = {
	ENOTFOUND: { neverArrived: true, hint: NAME_HINT },
	EAI_AGAIN: { neverArrived: true, hint: NAME_HINT },
	ECONNREFUSED: { neverArrived: true, hint: REACH_HINT },
	ENETUNREACH: { neverArrived: true, hint: REACH_HINT },
	EHOSTUNREACH: { neverArrived: true, hint: REACH_HINT },
	UND_ERR_CONNECT_TIMEOUT: { neverArrived: true, hint: REACH_HINT },
	CERT_HAS_EXPIRED: { neverArrived: true, lasting: true, hint: TLS_HINT },
	CERT_NOT_YET_VALID: { neverArrived: true, lasting: true, hint: TLS_HINT },
	DEPTH_ZERO_SELF_SIGNED_CERT: { neverArrived: true, lasting: true, hint: TLS_HINT },
	SELF_SIGNED_CERT_IN_CHAIN: { neverArrived: true, lasting: true, hint: TLS_HINT },
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: { neverArrived: true, lasting: true, hint: TLS_HINT },
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { neverArrived: true, lasting: true, hint: TLS_HINT },
	ERR_TLS_CERT_ALTNAME_INVALID: { neverArrived: true, lasting: true, hint: TLS_HINT },
	ECONNRESET: { hint: LOST_HINT },
	ECONNABORTED: { hint: LOST_HINT },
	EPIPE: { hint: LOST_HINT },
	ETIMEDOUT: { hint: 'No answer came in time. Try again later; check the proxy if it lasts.' },
	ABORTED: { lasting: true, hint: 'The execution was stopped.' },
	TOO_LARGE: {
		lasting: true,
		hint: "No answer of Amazon's is that large. A proxy or firewall between may have changed it; if Amazon sends it, ask for less at once.",
	},
	UNREADABLE_ANSWER: {
		hint: 'What came back is not an answer of Amazon. A proxy or firewall between may have changed it.',
	},
};

export const UNKNOWN_NETWORK_FAULT: NetworkFault = { hint: LOST_HINT };
