import type { ErrorHint } from '../tables/errorHint';
import {
	DOCUMENT_HINTS,
	ERROR_HINTS,
	LOGIN_HINTS,
	NETWORK_FAULTS,
	simulatorFault,
	UNKNOWN_NETWORK_FAULT,
} from '../tables/errorHints';
import type { Account } from './account';
import { dateMsOf } from './amazonTime';
import { asText } from './at';
import { isRecord } from '../../rules/item/record';
import type { SpApiErrorFacts } from './errors';
import type { WholeAnswer } from './exchange';
import { apiOrigin } from './hosts';
import { NetworkError } from './ports';
import { redact } from './redact';
import { parseRetryAfter, type Failure } from './retry';

/** A failed attempt: what the retry rule needs to know, and what the error will say. */
export interface Refusal {
	failure: Failure;
	facts: SpApiErrorFacts;
}

/** What is kept out of the error's words, and when the answer arrived. */
interface Reading {
	/** Milliseconds since 1970, by this machine's clock. */
	nowMs: number;
	secrets?: readonly string[];
}

/** What an answer says went wrong, and the table of hints to such answers. */
interface Complaint {
	code?: string;
	message?: string;
	hints: readonly ErrorHint[];
}

const LONGEST_MESSAGE = 500;

/** An answer of the SP-API with an error status: `{errors: [{code, message, details}]}`. */
export function toRefusal(operation: string, answer: WholeAnswer, reading: Reading): Refusal {
	return describe({ operation, answer, ...firstError(answer.text), hints: ERROR_HINTS, ...reading });
}

/** An answer of Login with Amazon with an error status: `{error, error_description}`. */
export function toLoginRefusal(answer: WholeAnswer, reading: Reading): Refusal {
	const body = parseObject(answer.text);
	const [code, message] = [asText(body?.error), asText(body?.error_description)];
	return describe({ operation: 'login', answer, code, message, hints: LOGIN_HINTS, ...reading });
}

/** An answer of the document storage with an error status: XML with `<Code>`. */
export function toDocumentRefusal(operation: string, answer: WholeAnswer, reading: Reading): Refusal {
	const code = /<Code>([A-Za-z]{1,60})<\/Code>/.exec(answer.text)?.[1];
	const message = /<Message>([^<]{1,300})<\/Message>/.exec(answer.text)?.[1];
	return describe({ operation, answer, code, message, hints: DOCUMENT_HINTS, ...reading });
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
	const detail = shortened(error.message, secrets);
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

function describe(refused: Reading & Complaint & { operation: string; answer: WholeAnswer }): Refusal {
	const { operation, answer, nowMs, secrets = [] } = refused;
	const { status, headers } = answer;
	const code = refused.code === undefined ? undefined : shortened(refused.code, secrets);
	const said = refused.message === undefined ? undefined : shortened(refused.message, secrets);
	const requestId = headers['x-amzn-requestid'] ?? headers['x-amz-request-id'];
	// A date to wait for is one of the clock that wrote it.
	const retryAfterMs = parseRetryAfter(headers['retry-after'], dateMsOf(headers) ?? nowMs);
	const facts = [status, code].filter(Boolean).join(' ');
	return {
		failure: { kind: 'status', status, retryAfterMs },
		facts: {
			operation,
			status,
			code,
			requestId: requestId === undefined ? undefined : redact(requestId, secrets),
			...wordsFor(hintFor(refused.hints, { operation, status, code: refused.code }), said),
			message: toSentence(`Amazon refused ${operation} (${facts})${said === undefined ? '' : `: ${said}`}`),
			retryable: status === 429 || status >= 500,
		},
	};
}

function hintFor(
	hints: readonly ErrorHint[],
	{ operation, status, code }: { operation: string; status: number; code?: string },
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
function firstError(text: string): Omit<Complaint, 'hints'> {
	const errors = parseObject(text)?.errors;
	const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
	if (!isRecord(first)) return {};
	const parts = [asText(first.message), asText(first.details)].filter((part) => part !== undefined);
	return { code: asText(first.code), message: parts.length === 0 ? undefined : parts.join(' ') };
}

function parseObject(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isRecord(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function toSentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Without secrets, and not longer than people read. */
function shortened(text: string, secrets: readonly string[]): string {
	const plain = redact(text, secrets);
	return plain.length > LONGEST_MESSAGE ? `${plain.slice(0, LONGEST_MESSAGE)}...` : plain;
}
