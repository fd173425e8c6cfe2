import type { Marketplace } from '../../../../nodes/amazon/tables/marketplaces';

const HOUR_MS = 3600_000;

/** `2026-11-23T12:00:00+00:00`, as Amazon writes times in reports and about them. */
export function offsetTime(atMs: number): string {
	return `${new Date(atMs).toISOString().slice(0, 19)}+00:00`;
}

/** `2026-11-23`. */
export function isoDay(atMs: number): string {
	return new Date(atMs).toISOString().slice(0, 10);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `10-Jul-2025`, as returns reports write days. */
export function namedDay(atMs: number): string {
	const [year = '', month = '', day = ''] = isoDay(atMs).split('-');
	return `${day}-${MONTHS[Number(month) - 1] ?? ''}-${year}`;
}

function clock(atMs: number): string {
	return new Date(atMs).toISOString().slice(11, 19);
}

/** Offset and name of the time that a marketplace's listings reports use; summer time is left out. */
const ZONES: Readonly<Record<string, readonly [hours: number, name: string]>> = {
	UK: [0, 'GMT'],
	US: [-8, 'PST'],
	CA: [-8, 'PST'],
	MX: [-8, 'PST'],
	JP: [9, 'JST'],
	AU: [10, 'AEST'],
	SG: [8, 'SGT'],
};

/** `05/01/2026 08:00:00 GMT` in Europe, `2026-01-05 00:00:00 PST` in America: when a listing was opened. */
export function openDate(atMs: number, { country, region }: Marketplace): string {
	const [hours, zone] = ZONES[country] ?? [1, 'MET'];
	const localMs = atMs + hours * HOUR_MS;
	const [year, month, day] = isoDay(localMs).split('-');
	const date = region === 'eu' ? `${day}/${month}/${year}` : `${year}-${month}-${day}`;
	return `${date} ${clock(localMs)} ${zone}`;
}

/** How settlements are written: days with dots and amounts with commas on the European mainland. */
export function isContinental({ region, country }: Marketplace): boolean {
	return region === 'eu' && !['UK', 'IE', 'IN', 'AE', 'SA', 'EG', 'ZA'].includes(country);
}

/** `23.11.2026 12:00:00 UTC` or `2026-11-23 12:00:00 UTC`. */
export function settlementTime(atMs: number, marketplace: Marketplace): string {
	return `${settlementDay(atMs, marketplace)} ${clock(atMs)} UTC`;
}

export function settlementDay(atMs: number, marketplace: Marketplace): string {
	const [year, month, day] = isoDay(atMs).split('-');
	return isContinental(marketplace) ? `${day}.${month}.${year}` : `${year}-${month}-${day}`;
}
