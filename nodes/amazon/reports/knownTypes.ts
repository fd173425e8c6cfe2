import { SpApiError, toError } from '../transport/errors';

/** How many types Amazon lists at once (Reports API 2021-06-30, getReports and getReportSchedules: `reportTypes`). */
export const TYPES_PER_CALL = 10;

/**
 * Asks for a list of several types. Where Amazon refuses the whole question for one type, which its answer names, it is asked
 * again without that one: a type that this account or marketplace does not have must not hide the others.
 */
export async function askForTypes<T>(
	reportTypes: readonly string[],
	ask: (reportTypes: readonly string[]) => Promise<T>,
): Promise<T> {
	try {
		return await ask(reportTypes);
	} catch (error) {
		const others = reportTypes.filter((type) => !isNamed(type, error));
		if (others.length === 0 || others.length === reportTypes.length) throw toError(error);
		return await askForTypes(others, ask);
	}
}

function isNamed(type: string, error: unknown): boolean {
	if (!(error instanceof SpApiError) || error.status !== 400) return false;
	return new RegExp(`(?<![A-Z0-9_])${type}(?![A-Z0-9_])`).test(error.message);
}
