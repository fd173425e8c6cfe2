import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';

import { SpApiError, toError } from '../amazon/transport/errors';

/**
 * n8n's error for any error: the message says what happened, in a shopkeeper's words and with the item, the description
 * how to fix it and what exactly Amazon said. Nothing of the request (which holds a token) travels along.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	const headline = headlineOf(toError(error));
	// In just these letters, or n8n's editor adds the same again.
	const text = itemIndex === undefined ? headline : `${headline} [item ${itemIndex}]`;
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

function headlineOf(error: Error): string {
	return (error instanceof SpApiError ? error.happened : undefined) ?? error.message;
}

function describeError(error: SpApiError): string {
	const details = error.happened === undefined ? undefined : error.message;
	const request = error.requestId === undefined ? undefined : `Amazon's request id: ${error.requestId}`;
	return [error.remedy, details, request].filter((part) => part !== undefined).join(' ');
}

/**
 * An error as an item's JSON, for "On Error: Continue": n8n sends only items of this shape to the error output.
 * `details.mayHaveArrived` is there when the request may have got through although no answer came.
 */
export function toErrorJson(error: Error): IDataObject {
	if (!(error instanceof SpApiError)) return { error: error.message };
	const { happened, message, hint, code, status, requestId, operation, mayHaveArrived } = error;
	const said = happened === undefined ? {} : { message };
	const details = {
		hint,
		...said,
		code,
		status,
		requestId,
		operation,
		...(mayHaveArrived && { mayHaveArrived }),
	};
	return { error: headlineOf(error), details };
}
