import { DocumentExpiredError, toError } from '../transport/errors';

/** Document addresses live five minutes: work whose address grew old while the storage failed is begun once more. */
export async function withFreshAddress<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof DocumentExpiredError)) throw toError(error);
		return await work();
	}
}
