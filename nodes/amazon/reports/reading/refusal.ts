import { DocumentError, DocumentExpiredError, type SpApiErrorFacts } from '../../transport/errors';

type Code = 'OtherKind' | 'TooLarge' | 'Truncated' | 'Unreadable';

const HINTS: Readonly<Record<Code, string>> = {
	OtherKind: 'Check the type of the report; Download gets the document as a file.',
	TooLarge: 'Download gets the document as a file.',
	Truncated: 'Read it again; the address must be fetched anew when it is older than 5 minutes.',
	Unreadable: 'Download gets the document as a file.',
};

/** A document that cannot be read (further). */
export function refusal(code: Code, message: string): DocumentError {
	const retryable = code === 'Truncated';
	return new DocumentError({ operation: 'downloadDocument', code, message, hint: HINTS[code], retryable });
}

/**
 * The same error with what was read before it. A document of another kind has no rows, and what is no error of the document
 * stays as it is.
 */
export function withRowsRead(error: Error, rows: number): Error {
	if (!(error instanceof DocumentError) || error.code === 'OtherKind') return error;
	const { status, code, requestId, operation, happened, remedy, retryable, mayHaveArrived } = error;
	const message = `${error.message} Before that, ${rowsText(rows)} read.`;
	const facts: SpApiErrorFacts = {
		...{ message, happened, status, code, requestId, operation },
		...{ hint: remedy, retryable, mayHaveArrived },
	};
	return error instanceof DocumentExpiredError ? new DocumentExpiredError(facts) : new DocumentError(facts);
}

function rowsText(rows: number): string {
	if (rows === 0) return 'no row was';
	return rows === 1 ? '1 row was' : `${rows} rows were`;
}
