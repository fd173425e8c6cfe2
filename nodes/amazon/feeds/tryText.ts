import { FieldError } from './fieldText';
import { toError } from '../transport/errors';

/** The text of a message, or the error that names the value which cannot stand in one. */
export function tryText(write: () => string): string | FieldError {
	try {
		return write();
	} catch (error) {
		if (error instanceof FieldError) return error;
		throw toError(error);
	}
}
