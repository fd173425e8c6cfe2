import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';

import { SpApiError, toError } from '../amazon/transport/errors';

/**
 * n8n's error for any error: the message says what happened, the description how to fix it, with Amazon's
 * request id. Nothing of the request (which holds a token) travels along.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	const message = toError(error).message;
	const text = itemIndex === undefined ? message : `${message} [Item ${itemIndex}]`;
	const shown =
		error instanceof SpApiError
			? new NodeApiError(node, toErrorJson(error) as JsonObject, {
					message: text,
					description: describeError(error),
					httpCode: error.status === undefined ? undefined : String(error.status),
					itemIndex,
				})
			: new NodeOperationError(node, text, { itemIndex });
	// n8n has words of its own for messages with a network code in them, and they lose what to do.
	shown.message = text;
	return shown;
}

function describeError(error: SpApiError): string {
	const request = error.requestId === undefined ? '' : `Amazon's request id: ${error.requestId}`;
	return [error.hint, request].filter((part) => part !== undefined && part !== '').join(' ');
}

/**
 * An error as an item's JSON, for "On Error: Continue": n8n sends only items of this shape to the error output.
 * `details.mayHaveArrived` is there when the request may have got through although no answer came.
 */
export function toErrorJson(error: Error): IDataObject {
	if (!(error instanceof SpApiError)) return { error: error.message };
	const { message, hint, code, status, requestId, operation, mayHaveArrived } = error;
	const details = { hint, code, status, requestId, operation, ...(mayHaveArrived && { mayHaveArrived }) };
	return { error: message, details };
}
