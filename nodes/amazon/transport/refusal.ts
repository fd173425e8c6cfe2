import {
	DOCUMENT_HINTS,
	ERROR_HINTS,
	LOGIN_HINTS,
	NETWORK_FAULTS,
	simulatorFault,
	UNKNOWN_NETWORK_FAULT,
	type ErrorHint,
} from '../tables/errorHints';
import type { Account } from './account';
import { dateMsOf } from './amazonTime';
import { isRecord } from '../../rules/item/record';
import type { SpApiErrorFacts } from './errors';
import { apiOrigin } from './hosts';
import { NetworkError, type HttpResponse } from './ports';
import { redact } from './redact';
import { parseRetryAfter, type Failure } from './retry';

/** A failed attempt: what the retry rule needs to know, and what the error will say. */
export interface Refusal {
	failure: Failure;
	facts: SpApiErrorFacts;
}

type AnswerHead = Pick<HttpResponse, 'status' | 'headers'>;

interface AmazonError {
	code?: string;
	message?: string;
}

const LONGEST_MESSAGE = 500;

/** An answer of the SP-API with an error status: `{errors: [{code, message, details}]}`. */
export function toRefusal(
	operation: string,
	answer: AnswerHead,
	text: string,
	nowMs: number,
	secrets: readonly string[],
): Refusal {
	return describe(operation, answer, toAmazonError(text), ERROR_HINTS, nowMs, secrets);
}

/** An answer of Login with Amazon with an error status: `{error, error_description}`. */
export function toLoginRefusal(
	answer: AnswerHead,
	text: string,
	nowMs: number,
	secrets: readonly string[],
): Refusal {
	const body = parseObject(text);
	const error = { code: textOf(body?.error), message: textOf(body?.error_description) };
	return describe('login', answer, error, LOGIN_HINTS, nowMs, secrets);
}

/** An answer of the document storage with an error status: XML with `<Code>`. */
export function toDocumentRefusal(
	operation: string,
	answer: AnswerHead,
	text: string,
	nowMs: number,
): Refusal {
	const code = /<Code>([A-Za-z]{1,60})<\/Code>/.exec(text)?.[1];
	const message = /<Message>([^<]{1,300})<\/Message>/.exec(text)?.[1];
	return describe(operation, answer, { code, message }, DOCUMENT_HINTS, nowMs, []);
}

/** No usable answer. Errors that are not the network's are passed on as they are. */
export function toNetworkRefusal(
	operation: string,
	error: unknown,
	{ account, secrets = [] }: { account: Account; secrets?: readonly string[] },
): Refusal {
	if (!(error instanceof NetworkError)) throw error;
	const fault = NETWORK_FAULTS[error.code] ?? UNKNOWN_NETWORK_FAULT;
	const isMissing = account.environment === 'mock' && fault.isSilence === true;
	const { happened, hint } = isMissing ? simulatorFault(apiOrigin(account)) : fault;
	const code = redact(error.code, secrets);
	const detail = clip(redact(error.message, secrets));
	return {
		failure: { kind: 'network', code: error.code, mayHaveArrived: fault.neverArrived !== true },
		facts: {
			operation,
			code,
			happened,
			hint,
			message: `No usable answer to ${operation} (${code}: ${detail}).`,
			retryable: fault.lasting !== true,
		},
	};
}

function describe(
	operation: string,
	{ status, headers }: AnswerHead,
	error: AmazonError,
	hints: readonly ErrorHint[],
	nowMs: number,
	secrets: readonly string[],
): Refusal {
	const code = error.code === undefined ? undefined : clip(redact(error.code, secrets));
	const said = error.message === undefined ? undefined : clip(redact(error.message, secrets));
	const requestId = headers['x-amzn-requestid'] ?? headers['x-amz-request-id'];
	// A date to wait for is one of the clock that wrote it.
	const retryAfterMs = parseRetryAfter(headers['retry-after'], dateMsOf(headers) ?? nowMs);
	return {
		failure: { kind: 'status', status, retryAfterMs },
		facts: {
			operation,
			status,
			code,
			requestId: requestId === undefined ? undefined : redact(requestId, secrets),
			...wordsFor(hintFor(hints, operation, status, error.code), said),
			message: toSentence(
				`Amazon refused ${operation} (${[status, code].filter(Boolean).join(' ')})${said === undefined ? '' : `: ${said}`}`,
			),
			retryable: status === 429 || status >= 500,
		},
	};
}

function hintFor(
	hints: readonly ErrorHint[],
	operation: string,
	status: number,
	code: string | undefined,
): ErrorHint | undefined {
	return hints.find(
		(row) =>
			(row.operations === undefined || row.operations.includes(operation)) &&
			(row.status === undefined || row.status === status) &&
			(row.code === undefined || row.code === code),
	);
}

function wordsFor(
	row: ErrorHint | undefined,
	said: string | undefined,
): Pick<SpApiErrorFacts, 'happened' | 'hint'> {
	if (row?.quotes !== true || said === undefined) return { happened: row?.happened, hint: row?.hint };
	return { happened: toSentence(`${row.happened.replace(/\.$/, '')}: ${said}`), hint: row.hint };
}

/** The first error counts; Amazon rarely sends more, and `details` is often empty. */
function toAmazonError(text: string): AmazonError {
	const errors = parseObject(text)?.errors;
	const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
	if (!isRecord(first)) return {};
	const parts = [textOf(first.message), textOf(first.details)].filter((part) => part !== undefined);
	return { code: textOf(first.code), message: parts.length === 0 ? undefined : parts.join(' ') };
}

function parseObject(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isRecord(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function toSentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}

function clip(text: string): string {
	return text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}...` : text;
}
