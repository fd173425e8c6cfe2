import { RETURNS } from './fields';
import { whyNotAsked, whyNotScheduled, wrongOption } from '../../amazon/reports/askable';
import { RETURN_CHANNELS, reportTypeById, type ReportType } from '../../amazon/tables/reportTypes';
import type { Account } from '../../amazon/transport/account';
import { isFilled, toEntries, toText, type Params } from '../../n8n/params';
import { ConfigError, type Hold } from '../../rules/verdict/verdict';

/** A type as the form names it; `facts` where the table knows it. */
export interface ChosenType {
	id: string;
	facts: ReportType | undefined;
}

/** Reports API 2021-06-30, `CreateReportSpecification.marketplaceIds`. */
const MAX_MARKETPLACES = 25;

/** The type to ask for. Throws for one that nobody can ask for, with what to do instead. */
export function readRequestedType(params: Params, item: number, nowMs: number): ChosenType {
	const chosen = readType(params, item);
	refuse(whyNotAsked(chosen.facts, nowMs));
	return chosen;
}

/** The type that Amazon shall make on a schedule. Throws for one that cannot be. */
export function readScheduledType(params: Params, item: number, nowMs: number): ChosenType {
	const chosen = readType(params, item);
	refuse(whyNotScheduled(chosen.facts, nowMs));
	return chosen;
}

function refuse(hold: Hold | undefined): void {
	if (hold !== undefined) throw new Error(hold.message);
}

function readType(params: Params, item: number): ChosenType {
	const given = params.locator('reportType', item);
	const id = toTypeId(given, params.value('returnsOf', item, ''));
	if (!/^[A-Z][A-Z0-9_]{3,99}$/.test(id))
		throw new ConfigError(
			'Report',
			'chosen from the list, or a type as Amazon writes it, such as GET_MERCHANT_LISTINGS_ALL_DATA',
			given,
		);
	return { id, facts: reportTypeById(id) };
}

/** Amazon's type; of returns that of whoever ships. */
export function toTypeId(given: string, channel: unknown): string {
	if (given !== RETURNS) return given;
	const found = Object.entries(RETURN_CHANNELS).find(([value]) => value === channel);
	return found?.[1].reportType ?? RETURN_CHANNELS.merchant.reportType;
}

/** The marketplaces that a report is about; those of the credential when none is chosen. */
export function readMarketplaces(params: Params, item: number, account: Account): readonly string[] {
	const chosen = params.list('marketplaceIds', item);
	const marketplaceIds = chosen.length > 0 ? [...new Set(chosen)] : account.marketplaceIds;
	if (marketplaceIds.length <= MAX_MARKETPLACES) return marketplaceIds;
	throw new ConfigError(
		'Marketplaces',
		`at most ${MAX_MARKETPLACES} in one report`,
		`${marketplaceIds.length} marketplaces`,
	);
}

/**
 * The type's own options as the form gives them; undefined without any. Throws for a value that the type does not take, and for
 * one that it needs and does not have.
 */
export function readTypeOptions(
	params: Params,
	item: number,
	facts: ReportType | undefined,
): Record<string, string> | undefined {
	const entries = toEntries(params.value('reportOptions', item, {}), 'option')
		.filter(isFilled)
		.map(({ name, value }) => [toText(name).trim(), toText(value).trim()] as const);
	const half = entries.find(([name, value]) => name === '' || value === '');
	if (half !== undefined)
		throw new ConfigError('Report Options', 'an option and its value, both filled', half.join(': '));
	const options = Object.fromEntries(entries);
	if (facts !== undefined) refuse(wrongOption(facts, options));
	return entries.length > 0 ? options : undefined;
}
