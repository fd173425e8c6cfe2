import { reportTypeById, type ReportOption, type ReportType } from '../tables/reportTypes';
import { toIsoDate, type Moment } from '../../rules/item/moment';
import { Hold, shown } from '../../rules/verdict/verdict';

/** Why a type cannot be asked for, or not with these options. */
export type RequestReason =
	'type-removed' | 'type-not-requested' | 'type-not-scheduled' | 'option-missing' | 'option-not-allowed';

type Options = Readonly<Record<string, string>>;

/**
 * What keeps a type from being asked for: it is gone, or somebody else makes it. `undefined` when nothing does, and for
 * types that are not in the table.
 * @param now what Amazon's clock shows, in ms since 1970
 */
export function whyNotAsked(type: ReportType | undefined, now: Moment): Hold<RequestReason> | undefined {
	if (type === undefined) return undefined;
	const { name, madeBy, removed } = type;
	if (removed !== undefined && removed.since <= toIsoDate(now)) return gone(name, removed);
	if (madeBy === 'request') return undefined;
	const way =
		madeBy === 'schedule'
			? 'only a schedule makes it: create one with Schedule: Create'
			: 'Amazon makes it by itself: list it with Report: Get Many, and read settlements with Read Settlement';
	return new Hold('type-not-requested', `${name} cannot be asked for; ${way}`);
}

function gone(name: string, { since, instead }: NonNullable<ReportType['removed']>): Hold<RequestReason> {
	const other = reportTypeById(instead);
	const remedy =
		other === undefined ? `in its place there is ${instead}` : `ask for ${other.name} (${instead})`;
	return new Hold('type-removed', `Amazon has not made ${name} since ${since}: ${remedy}`);
}

/** What keeps Amazon from making a type on a schedule; `undefined` when nothing does, and for types that are not in the table. */
export function whyNotScheduled(type: ReportType | undefined, now: Moment): Hold<RequestReason> | undefined {
	if (type === undefined) return undefined;
	const { name, madeBy, isSchedulable, removed } = type;
	if (removed !== undefined && removed.since <= toIsoDate(now)) return gone(name, removed);
	if (madeBy === 'schedule' || isSchedulable === true) return undefined;
	const way =
		madeBy === 'amazon'
			? 'Amazon makes it by itself'
			: 'request it in a workflow that starts with a Schedule Trigger';
	return new Hold('type-not-scheduled', `Amazon does not make ${name} on a schedule: ${way}`);
}

/**
 * What is wrong with the options of a type: one that it cannot do without, or a value that it does not know. Options
 * that are not in the table pass, since Amazon adds some.
 */
export function wrongOption(
	{ name: report, options = [] }: Pick<ReportType, 'name' | 'options'>,
	given: Options,
): Hold<RequestReason> | undefined {
	for (const option of options) {
		const value = given[option.name]?.trim() ?? '';
		if (value === '' && option.isRequired) return optionMissing(report, option);
		if (value !== '' && !isAllowed(value, option)) return notAllowed(value, option);
	}
	return undefined;
}

function isAllowed(value: string, { values }: ReportOption): boolean {
	return values.length === 0 || values.includes(value);
}

function optionMissing(report: string, { name, values }: ReportOption): Hold<RequestReason> {
	const choice = values.length === 0 ? '' : `: ${values.join(', ')}`;
	return new Hold('option-missing', `${report} needs the option ${name}${choice}`);
}

function notAllowed(value: string, { name, values }: ReportOption): Hold<RequestReason> {
	return new Hold(
		'option-not-allowed',
		`The option ${name} is ${shown(value)}; it may be ${values.join(', ')}`,
	);
}
