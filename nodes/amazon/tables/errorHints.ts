import type { ErrorHint } from './errorHint';
import { REPORT_HINTS } from './reportHints';

const DEVELOP_APPS = 'Seller Central: Apps and Services > Develop Apps';

const OF_ONE_ORDER = ['getOrder', 'confirmShipment', 'updateShipmentStatus'];

/** What orders meet: role names and limits of Amazon's role mappings and Orders API models. */
const ORDER_HINTS: readonly ErrorHint[] = [
	{
		operations: ['searchOrders', ...OF_ONE_ORDER],
		status: 403,
		happened: "The application may not read or ship this seller's orders.",
		hint: `It needs the role "Inventory and Order Tracking" or "Direct-to-Consumer Shipping" (buyers' names and addresses come with the latter only; tax numbers with "Tax Invoicing"). ${DEVELOP_APPS} > Edit App shows the roles; after adding one, authorize the app again and enter the new Refresh Token.`,
	},
	{
		operations: ['searchOrders'],
		status: 429,
		happened: 'Amazon answers one search for orders every 3 minutes, after 20 in a row.',
		hint: 'Poll less often, search for a shorter time, or get single orders by their ID.',
	},
	{
		operations: ['searchOrders'],
		status: 400,
		happened: 'Amazon did not accept the search.',
		quotes: true,
		hint: 'Check the dates: they are ISO 8601, and a "before" must lie at least 2 minutes in the past and after its "after".',
	},
	{
		operations: OF_ONE_ORDER,
		status: 404,
		happened: 'Amazon does not know this order in this account.',
		hint: 'Compare the Order ID (like 902-1234567-1234567) with Seller Central, and check Seller ID and region of the credential.',
	},
	{
		operations: ['getOrder'],
		status: 400,
		happened:
			'Amazon does not know this order, or its ID is not one: an Order ID has 3, 7 and 7 digits, like 902-1234567-1234567.',
		hint: 'Check region and marketplace of the credential too.',
	},
	{
		operations: ['confirmShipment', 'updateShipmentStatus'],
		status: 400,
		happened: 'Amazon did not accept a value.',
		quotes: true,
		hint: 'Check Order ID, marketplace, the order item IDs and quantities (never more than is left to ship), carrier and date.',
	},
];

export const ERROR_HINTS: readonly ErrorHint[] = [
	...ORDER_HINTS,
	...REPORT_HINTS,
	{
		code: 'QuotaExceeded',
		happened: 'Amazon limits how often this may be called.',
		hint: 'Run fewer calls at once, use bulk operations (feeds), or try again later.',
	},
	{
		status: 429,
		happened: 'Amazon limits how often this may be called.',
		hint: 'Run fewer calls at once, use bulk operations (feeds), or try again later.',
	},
	{
		status: 401,
		happened: 'Amazon did not accept the access token, also not a fresh one.',
		hint: `Check LWA Client ID, LWA Client Secret and Refresh Token in the credential (${DEVELOP_APPS}).`,
	},
	{
		status: 403,
		happened:
			'The application may not do this: a role is missing, the seller has not authorized it, or region and marketplace do not belong to the refresh token.',
		hint: `${DEVELOP_APPS} > Edit App shows the roles; after adding one, authorize the app again and enter the new Refresh Token.`,
	},
	{
		code: 'NotFound',
		happened: 'Amazon does not know this id or SKU in this account.',
		quotes: true,
		hint: 'Check spelling, Seller ID, region and marketplace.',
	},
	{
		status: 404,
		happened: 'Amazon does not know this id or SKU in this account.',
		quotes: true,
		hint: 'Check spelling, Seller ID, region and marketplace.',
	},
	{
		code: 'InvalidInput',
		happened: 'Amazon did not accept a value.',
		quotes: true,
		hint: "Correct the operation's fields and run again.",
	},
	{
		status: 400,
		happened: 'Amazon did not accept a value.',
		quotes: true,
		hint: "Correct the operation's fields and run again.",
	},
	{ status: 413, happened: 'The request is too large.', hint: 'Send fewer or smaller items per call.' },
	{
		status: 415,
		happened: 'Amazon does not accept this content type.',
		hint: 'For a document, use exactly the type that was declared for it.',
	},
	{
		status: 500,
		happened: 'A fault at Amazon.',
		hint: 'Try again later; if it lasts, give Amazon the request id.',
	},
	{
		status: 502,
		happened: 'A fault at Amazon.',
		hint: 'Try again later; if it lasts, give Amazon the request id.',
	},
	{ status: 503, happened: 'Amazon is overloaded or under maintenance.', hint: 'Try again later.' },
	{ status: 504, happened: 'Amazon took too long.', hint: 'Try again later.' },
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
		happened: 'LWA Client ID or LWA Client Secret is wrong, or the secret has been replaced.',
		hint: `Copy both again: ${DEVELOP_APPS} > your app > LWA credentials: View.`,
	},
	{
		code: 'invalid_grant',
		happened: 'The Refresh Token is wrong, expired or revoked, or belongs to another application.',
		hint: `Make a new one: ${DEVELOP_APPS} > your app > Authorize > Authorize app, and enter it in the credential.`,
	},
	{
		code: 'unauthorized_client',
		happened: 'The Refresh Token was not made for this LWA Client ID.',
		hint: `Take both from the same app: ${DEVELOP_APPS} > your app > LWA credentials: View, and Authorize app.`,
	},
	{
		code: 'invalid_request',
		happened: 'A key is empty or malformed.',
		hint: `Copy LWA Client ID, LWA Client Secret and Refresh Token again: ${DEVELOP_APPS} > your app > LWA credentials: View, and Authorize app.`,
	},
	{
		code: 'access_denied',
		happened: 'The seller has withdrawn the authorization.',
		hint: `Authorize the app again: ${DEVELOP_APPS} > your app > Authorize > Authorize app, and enter the new Refresh Token.`,
	},
	...ofEveryOperation((status) => status >= 500 || status === 429),
	{
		status: 404,
		happened: 'Somebody else answers at that address.',
		hint: 'In Mock mode correct Simulator Address in the credential; in Live mode a proxy may have answered.',
	},
	{
		happened: 'Login with Amazon refused the keys.',
		hint: `Check LWA Client ID, LWA Client Secret and Refresh Token in the credential (${DEVELOP_APPS}).`,
	},
];

/** Answers of the document storage (S3). */
export const DOCUMENT_HINTS: readonly ErrorHint[] = [
	{
		code: 'SignatureDoesNotMatch',
		happened: 'Amazon did not take the document.',
		hint: 'The content type of the upload must be exactly the one that was declared when the document was created.',
	},
	{
		status: 403,
		happened: "The document's address has expired (they live about 5 minutes).",
		hint: 'Fetch a new one from Amazon and try again.',
	},
	{ status: 404, happened: 'The document is no longer there.', hint: 'Fetch a new address from Amazon.' },
	...ofEveryOperation((status) => status !== 403 && status !== 404),
];

/** What Node's (and our) network error codes mean. */
export interface NetworkFault {
	/** Whether the request cannot have reached Amazon. */
	neverArrived?: boolean;
	/** Whether trying again is pointless until someone changes something. */
	lasting?: boolean;
	/** Whether nobody is there at all: of a simulator, that it does not run. */
	isSilence?: boolean;
	/** A shopkeeper's words for it: the headline. */
	happened: string;
	hint?: string;
}

const NAME = {
	neverArrived: true,
	isSilence: true,
	happened: 'The address could not be resolved.',
	hint: "Check this machine's internet connection, DNS and proxy.",
};
const REACH = {
	neverArrived: true,
	isSilence: true,
	happened: 'Amazon could not be reached.',
	hint: "Check this machine's internet connection, firewall and proxy.",
};
const TLS = {
	neverArrived: true,
	lasting: true,
	happened: 'The encrypted connection could not be trusted.',
	hint: "Check this machine's clock, proxy and certificates.",
};
const LOST = {
	happened: 'The connection was lost before the answer came.',
	hint: 'Try again later; check the proxy if it lasts.',
};

export const NETWORK_FAULTS: Readonly<Record<string, NetworkFault>> = {
	ENOTFOUND: NAME,
	EAI_AGAIN: NAME,
	ECONNREFUSED: REACH,
	ENETUNREACH: REACH,
	EHOSTUNREACH: REACH,
	UND_ERR_CONNECT_TIMEOUT: REACH,
	CERT_HAS_EXPIRED: TLS,
	CERT_NOT_YET_VALID: TLS,
	DEPTH_ZERO_SELF_SIGNED_CERT: TLS,
	SELF_SIGNED_CERT_IN_CHAIN: TLS,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: TLS,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: TLS,
	ERR_TLS_CERT_ALTNAME_INVALID: TLS,
	ECONNRESET: LOST,
	ECONNABORTED: LOST,
	EPIPE: LOST,
	ETIMEDOUT: {
		isSilence: true,
		happened: 'No answer came in time.',
		hint: 'Try again later; check the proxy if it lasts.',
	},
	ABORTED: { lasting: true, happened: 'The execution was stopped.' },
	TOO_LARGE: {
		lasting: true,
		happened: "No answer of Amazon's is that large.",
		hint: 'A proxy or firewall between may have changed it; if Amazon sends it, ask for less at once.',
	},
	UNREADABLE_ANSWER: {
		happened: 'What came back is not an answer of Amazon.',
		hint: 'A proxy or firewall between may have changed it.',
	},
};

export const UNKNOWN_NETWORK_FAULT: NetworkFault = LOST;

/** What it means when a simulated Amazon is silent; `url` is where it should be. */
export function simulatorFault(url: string): Pick<NetworkFault, 'happened' | 'hint'> {
	return {
		happened: `The simulator at ${url} does not answer.`,
		hint: "Start it with `npm run simulator` in a clone of the package's repository (`npm start` brings it along), or correct Simulator Address in the credential.",
	};
}
