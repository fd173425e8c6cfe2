import { effectOf } from '../faults';
import type { DocumentStream, DocumentVerb, StoredDocument } from '../feeds/documents';
import { asStorageError, Refusal, type BodyStream, type Reply } from '../reply';
import type { Call, OpenRoute } from '../route';

const MAX_UPLOAD_BYTES = 128 * 2 ** 20;

/** The document behind a presigned address; throws 403 as Amazon's storage does. */
function open(call: Call, verb: DocumentVerb): StoredDocument {
	const { state, params, query } = call;
	const id = params['documentId'] ?? '';
	const verdict = state.documents.judge(
		id,
		verb,
		query.text('expires') ?? '',
		query.text('signature') ?? '',
		state.nowMs(),
	);
	if (verdict === 'forged') {
		throw new Refusal(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match.');
	}
	if (verdict === 'expired' || effectOf(call.faults, 'expire-document') !== undefined) {
		throw new Refusal(403, 'AccessDenied', 'Request has expired');
	}
	const document = state.documents.find(id);
	if (document === undefined) throw new Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
	return document;
}

function uploadDocument(call: Call): Reply {
	const document = open(call, 'put');
	// The declared content type is part of the signature.
	if (call.headers['content-type'] !== document.contentType) {
		throw new Refusal(
			403,
			'SignatureDoesNotMatch',
			'The Content-Type is not the one the document was created with.',
		);
	}
	call.state.documents.upload(document, call.body);
	return { status: 200 };
}

/** Where a document that was cut off ends: in the middle, since all of these are larger. */
const CUT_AFTER_BYTES = 2 ** 20 + 77;

function bodyStream({ bytes, isPacked, isCutOff }: DocumentStream): BodyStream {
	return { bytes, isPacked, ...(isCutOff ? { endsAfterBytes: CUT_AFTER_BYTES } : {}) };
}

function downloadDocument(call: Call): Reply {
	const document = open(call, 'get');
	const { content, stream, contentType, isGzipped, endsEarly = false } = document;
	if (content === undefined && stream === undefined)
		throw new Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
	const isEncoded = isGzipped && call.query.text('encoding') === 'gzip';
	return {
		...{ status: 200, contentType, endsEarly },
		...(content === undefined ? {} : { body: content }),
		...(stream === undefined ? {} : { stream: bodyStream(stream) }),
		...(isEncoded ? { headers: { 'content-encoding': 'gzip' } } : {}),
	};
}

const SHARED = { path: '/documents/{documentId}', access: 'open', refuse: asStorageError } as const;

/** Amazon's document storage behind presigned addresses. */
export const DOCUMENT_ROUTES: readonly OpenRoute[] = [
	{
		...SHARED,
		operation: 'uploadDocument',
		method: 'PUT',
		maxBodyBytes: MAX_UPLOAD_BYTES,
		handle: uploadDocument,
	},
	{ ...SHARED, operation: 'downloadDocument', method: 'GET', maxBodyBytes: 0, handle: downloadDocument },
];
