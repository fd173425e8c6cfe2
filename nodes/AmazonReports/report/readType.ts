import { RETURNS } from './fields';
import { RETURN_CHANNELS, reportTypeById, type ReportType } from '../../amazon/tables/reportTypes';
import type { Account } from '../../amazon/transport/account';
import { toEntries, toText, type Params } from '../../n8n/params';
import { ConfigError } from '../../rules/verdict/verdict';

/** A type as the form names it; `facts` where the table knows it. */
export interface ChosenType {
	id: string;
	facts: ReportType | undefined;
}

/** Reports API 2021-06-30, `CreateReportSpecification.marketplaceIds`. */
const MAX_MARKETPLACES = 25;

/** The type to ask for. Throws a `ConfigError` for one that nobody can ask for, with what to do instead. */
export function readRequestedType(params: Params, item: number): ChosenType {
	const chosen = readType(params, item);
	if (chosen.facts?.madeBy === 'amazon')
		throw new ConfigError(
			'Report',
			'one that can be asked for: Amazon makes this one by itself. Find it with Get Many, or start with Amazon Trigger: Report Finished',
			chosen.facts.name,
		);
	if (chosen.facts?.madeBy === 'schedule')
		throw new ConfigError(
			'Report',
			'one that can be asked for: Amazon makes this one on a schedule only. Create it once under Schedule: Create',
			chosen.facts.name,
		);
	return chosen;
}

/** The type that Amazon shall make on a schedule. Throws a `ConfigError` for one that cannot be. */
export function readScheduledType(params: Params, item: number): ChosenType {
	const chosen = readType(params, item);
	const { facts } = chosen;
	if (facts !== undefined && facts.madeBy !== 'schedule' && facts.isSchedulable !== true)
		throw new ConfigError(
			'Report',
			'one that Amazon makes on a schedule. Ask for this one with Report: Request, in a workflow that starts with a Schedule Trigger',
			facts.name,
		);
	return chosen;
}

function readType(params: Params, item: number): ChosenType {
	const given = params.locator('reportType', item);
	const id = toTypeId(given, params.value('returnsOf', item));
	if (!/^[A-Z][A-Z0-9_]{3,99}$/.test(id))
		throw new ConfigError(
			'Report',
			'chosen from the list, or a type as Amazon writes it, such as GET_MERCHANT_LISTINGS_ALL_DATA',
			given,
		);
	const facts = reportTypeById(id);
	if (facts?.removed !== undefined) throw new ConfigError('Report', insteadOf(facts.removed), facts.name);
	return { id, facts };
}

/** Amazon's type; of returns that of whoever ships. */
export function toTypeId(given: string, channel: unknown): string {
	if (given !== RETURNS) return given;
	const found = Object.entries(RETURN_CHANNELS).find(([value]) => value === channel);
	return found?.[1].reportType ?? RETURN_CHANNELS.merchant.reportType;
}

function insteadOf({ since, instead }: NonNullable<ReportType['removed']>): string {
	const successor = reportTypeById(instead);
	const what = successor === undefined ? instead : `${successor.name} (${successor.id})`;
	return `one that Amazon still makes; since ${since} it makes this one no more. In its place: ${what}`;
}

/** The marketplaces that a report is about; those of the credential when none is chosen. */
export function readMarketplaces(params: Params, item: number, account: Account): readonly string[] {
	const chosen = params.list('marketplaceIds', item);
	const marketplaceIds = chosen.length > 0 ? chosen : account.marketplaceIds;
	if (marketplaceIds.length <= MAX_MARKETPLACES) return marketplaceIds;
	throw new ConfigError(
		'Marketplaces',
		`at most ${MAX_MARKETPLACES} in one report`,
		`${marketplaceIds.length} marketplaces`,
	);
}

/**
 * The type's own options as the form gives them; undefined without any. Throws a `ConfigError` for a value that the type does
 * not take, and for one that it needs and does not have.
 */
export function readTypeOptions(
	params: Params,
	item: number,
	facts: ReportType | undefined,
): Record<string, string> | undefined {
	const entries = toEntries(params.value('reportOptions', item, {}), 'option')
		.map(({ name, value }) => [toText(name).trim(), toText(value).trim()] as const)
		.filter(([name, value]) => name !== '' || value !== '');
	for (const [name, value] of entries) checkOption(facts, name, value);
	const given = new Set(entries.map(([name]) => name));
	const missing = facts?.options?.find(({ name, isRequired }) => isRequired === true && !given.has(name));
	if (missing !== undefined)
		throw new ConfigError(
			'Report Options',
			`filled with ${missing.name}, which this report needs${among(missing.values)}`,
		);
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function checkOption(facts: ReportType | undefined, name: string, value: string): void {
	if (name === '' || value === '')
		throw new ConfigError('Report Options', 'an option and its value, both filled', `${name}: ${value}`);
	if (facts === undefined) return;
	const known = facts.options ?? [];
	const option = known.find((candidate) => candidate.name === name);
	if (option === undefined)
		throw new ConfigError(
			'Report Options',
			known.length === 0
				? `empty: ${facts.name} takes none`
				: `one of ${known.map((candidate) => candidate.name).join(', ')}`,
			name,
		);
	if (option.values.length > 0 && !option.values.includes(value))
		throw new ConfigError(`Report Options: ${name}`, `one of ${option.values.join(', ')}`, value);
}

function among(values: readonly string[]): string {
	return values.length === 0 ? '' : `: one of ${values.join(', ')}`;
}
