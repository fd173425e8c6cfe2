import { invalidInput, notFound, unauthorized, type Reply } from '../reply';
import type { SellerCall } from '../route';

const DOCUMENT_ID = /^amzn1\.spdoc\.[\w.-]+$/;

/** The address of a report's document; of a restricted one for a restricted data token only. */
export function getReportDocument({
	state,
	seller,
	params,
	query,
	baseUrl,
	isRestricted,
}: SellerCall): Reply {
	const id = params['reportDocumentId'] ?? '';
	if (!DOCUMENT_ID.test(id)) throw invalidInput(`'${id}' is not a report document id.`);
	const document = state.documents.find(id);
	if (document === undefined || document.sellerId !== seller.sellerId)
		throw notFound(`No report document ${id}.`);
	if (document.isRestricted === true && !isRestricted) throw unauthorized('');
	const isEncoded = query.oneOf('enableContentEncodingUrlHeader', ['true', 'false']) === 'true';
	const address = state.documents.address(id, 'get', state.nowMs(), isEncoded ? '&encoding=gzip' : '');
	const compression = document.isGzipped ? { compressionAlgorithm: 'GZIP' } : {};
	return { status: 200, json: { reportDocumentId: id, url: baseUrl + address, ...compression } };
}
