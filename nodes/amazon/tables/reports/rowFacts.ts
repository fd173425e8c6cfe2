import type { ReportDates, ReportOption } from './reportType';

/** It shows what is now ("current", "summary of listings" on Amazon's pages); a time changes nothing. */
export const NOW: ReportDates = { use: 'none' };

/** What happened in a stretch of time. Amazon's default for the start is now, so nothing would be in it. */
export const STRETCH: ReportDates = { use: 'required' };

/** The same, counted in whole days. */
export const WHOLE_DAYS: ReportDates = { use: 'required', whole: 'day' };

/** "A near real-time FBA report is generated no more than once every 30 minutes" (developer-docs, report-type-values-fba). */
export const NEAR_REAL_TIME = { coolDownMinutes: 30 };

/** "A daily FBA report is generated no more than once every four hours" (the same page). */
export const DAILY = { coolDownMinutes: 240 };

/** "Please do not request a report more than once per 24 hour period" (report-type-values-inventory, -amazon-business). */
export const ONCE_A_DAY = { coolDownMinutes: 1440 };

/** 18 months, counted long: as far back as FBA's histories go. */
export const EIGHTEEN_MONTHS = 549;

/** Two years, counted long. */
export const TWO_YEARS = 731;

const YES_OR_NO = ['true', 'false'];

/** A switch. Amazon's options are texts, switches too. */
export function toggle(name: string, label: string): ReportOption {
	return { name, label, values: YES_OR_NO };
}

/** An option where anything may be written. */
export function text(name: string, label: string): ReportOption {
	return { name, label, values: [] };
}

/** An option that Amazon insists on. */
export function required(option: ReportOption): ReportOption {
	return { ...option, isRequired: true };
}

/** How long a reporting period is; Amazon refuses a request without it. */
export function period(...values: string[]): ReportOption {
	return required({ name: 'reportPeriod', label: 'Reporting Period', values });
}

/** In the place of what Amazon made no more and did not replace. */
export const NOTHING = 'nothing: Amazon did not replace it';
