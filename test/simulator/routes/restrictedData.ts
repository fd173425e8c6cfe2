import { isObject, isTextList } from '../json';
import { Refusal, type Reply } from '../reply';
import { parseJsonBody } from '../requestBody';
import { seesBuyers } from '../roles';
import { matchPath, type ApiRoute, type SellerCall } from '../route';
import type { Resource } from '../tokens';

const METHODS = ['GET', 'PUT', 'POST', 'DELETE'];
const DATA_ELEMENTS = ['buyerInfo', 'shippingAddress', 'buyerTaxInformation'];
const MAX_RESOURCES = 50;
const DOCUMENT = '/reports/2021-06-30/documents/{reportDocumentId}';

/** Restricted operations of other APIs; a token may be for one path of them, or for all (Amazon's "Tokens API"). */
const RESTRICTED_PATHS: readonly string[] = [
	...['/orders/v0/orders', '/orders/v0/orders/{orderId}', '/orders/v0/orders/{orderId}/orderItems'],
	...['/orders/v0/orders/{orderId}/address', '/orders/v0/orders/{orderId}/buyerInfo'],
	...['/orders/v0/orders/{orderId}/regulatedInfo', '/orders/v0/orders/{orderId}/orderItems/buyerInfo'],
	...['/mfn/v0/shipments', '/mfn/v0/shipments/{shipmentId}', '/mfn/v0/shipments/{shipmentId}/cancel'],
	'/easyShip/2022-03-23/packages/bulk',
];

/** As the static sandbox refuses. */
function invalidRequest(details: string): Refusal {
	return new Refusal(400, 'InvalidRequest', 'Request is missing or has invalid parameters', details);
}

function readResource(value: unknown): Resource {
	if (!isObject(value)) throw invalidRequest('Resource not provided.');
	const { method, path, dataElements } = value;
	if (typeof method !== 'string' || !METHODS.includes(method) || typeof path !== 'string' || path === '')
		throw invalidRequest('Resource not provided.');
	const areElements =
		dataElements === undefined ||
		(isTextList(dataElements) && dataElements.every((name) => DATA_ELEMENTS.includes(name)));
	if (!areElements) throw invalidRequest('Invalid data elements provided.');
	return { method, path };
}

/** Of reports only the documents are restricted, each by itself: not all, and not the report. */
function checkResource({ state, seller }: SellerCall, { method, path }: Resource): void {
	const isOther = RESTRICTED_PATHS.some((template) => matchPath(template, path) !== undefined);
	const id = matchPath(DOCUMENT, path)?.['reportDocumentId'] ?? '';
	const document = method === 'GET' ? state.documents.find(id) : undefined;
	const isOwn = document?.isRestricted === true && document.sellerId === seller.sellerId;
	// Amazon's words: selling-partner-api-docs, issues 1009 and 3671, and jlevers/selling-partner-api, issue 662.
	if (!isOther && !isOwn) throw new Refusal(400, 'InvalidInput', 'Invalid or unsupported document ID found');
	// Amazon's words: selling-partner-api-models, issue 1405.
	if (!seesBuyers(seller))
		throw new Refusal(
			400,
			'InvalidInput',
			'Application do not have access to some or all requested resource',
		);
}

function createRestrictedDataToken(call: SellerCall): Reply {
	const { state, seller, body } = call;
	const { restrictedResources, targetApplication } = parseJsonBody(body);
	if (targetApplication !== undefined && typeof targetApplication !== 'string')
		throw invalidRequest('Invalid target application.');
	if (!Array.isArray(restrictedResources) || restrictedResources.length === 0)
		throw invalidRequest('Resource not provided.');
	if (restrictedResources.length > MAX_RESOURCES) throw invalidRequest('Too many resources.');
	const resources = restrictedResources.map(readResource);
	for (const resource of resources) checkResource(call, resource);
	const restrictedDataToken = state.tokens.issueRestricted(seller.sellerId, resources, state.nowMs());
	return { status: 200, json: { restrictedDataToken, expiresIn: state.tokens.ttlSeconds } };
}

/** Tokens API 2021-03-01. */
export const RESTRICTED_DATA_ROUTES: readonly ApiRoute[] = [
	{
		operation: 'createRestrictedDataToken',
		method: 'POST',
		path: '/tokens/2021-03-01/restrictedDataToken',
		access: 'seller',
		query: [],
		takesJson: true,
		handle: createRestrictedDataToken,
	},
];
