import { ConfigError } from '../verdict/verdict';
import { REGION_LISTS } from './regionList';

/** A state, province or region, by the second half of ISO 3166-2. */
export interface Region {
	code: string;
	name: string;
}

/** Countries whose addresses are not complete without a region. */
const REQUIRED: readonly string[] = ['AU', 'BR', 'CA', 'IN', 'JP', 'MX', 'US'];

/** What people put around a region's own name, without accents. */
const GENERIC: ReadonlySet<string> = new Set([
	...['CANTON', 'CO', 'COUNTY', 'EMIRATE', 'GOVERNORATE', 'PREFECTURE', 'PROVINCE', 'REGION', 'STATE'],
	...['COMUNIDAD', 'DEPARTAMENTO', 'ESTADO', 'PROVINCIA', 'REGIONE', 'DISTRITO', 'KANTON', 'JUDETUL'],
	...['FU', 'ILI', 'KEN', 'LAN', 'MUHAFAZAT', 'TO', 'WOJEWODZTWO'],
	...['DE', 'DEL', 'DELLA', 'DI', 'OF', 'THE'],
]);

/** Letters that stay letters of their own when accents are taken off. */
const LETTERS: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss' };

/** Made when first asked for: the engine takes longer over its names than over the rest of the file. */
let countriesInEnglish: Intl.DisplayNames | undefined;
const MORE_FOR_US: readonly string[] = ['USA', 'United States of America'];

const indices = new Map<string, ReadonlyMap<string, Region>>();

/** Whether an address in this country is not complete without a region. */
export function needsRegion(country: string): boolean {
	return REQUIRED.includes(country);
}

/** The region behind a code or a name in any spelling; undefined when the country has no such one. */
export function findRegion(country: string, text: string): Region | undefined {
	if (!Object.hasOwn(REGION_LISTS, country)) return undefined;
	const index = indexOf(country);
	const words = wordsOf(text);
	const own = withoutCountry(words, country);
	const texts = [words.join(''), own.join(''), withoutGeneric(words), withoutGeneric(own)];
	return texts.map((one) => index.get(one)).find((region) => region !== undefined);
}

/** Some write "US-GA" or "Georgia, USA". A name may begin like its country's code: Chur lies in Switzerland. */
function withoutCountry(words: readonly string[], country: string): readonly string[] {
	if (words.length > 1 && words[0] === country) return words.slice(1);
	const ending = countryNames(country).find((name) => words.slice(-name.length).join() === name.join());
	return words.slice(0, words.length - (ending?.length ?? 0));
}

/** The words of what a country is called behind a region. */
function countryNames(country: string): string[][] {
	countriesInEnglish ??= new Intl.DisplayNames(['en'], { type: 'region' });
	const english = countriesInEnglish.of(country) ?? country;
	const names = [country, english, ...(country === 'US' ? MORE_FOR_US : [])];
	return names.map(wordsOf);
}

/** The codes of a list of US states that a person typed. @throws ConfigError naming what is no state */
export function requireStates(states: readonly string[], field: string): string[] {
	return states.map((state) => {
		const region = findRegion('US', state);
		if (region !== undefined) return region.code;
		throw new ConfigError(field, 'a list of US states, such as GA, FL, NC', state);
	});
}

/** Words for a region -> region; a code wins over a name. Made when first asked for. */
function indexOf(country: string): ReadonlyMap<string, Region> {
	const known = indices.get(country);
	if (known !== undefined) return known;
	const regions = (REGION_LISTS[country] ?? '').split(';').map(toRegion);
	const names = regions.flatMap(({ region, names }) => names.map((name) => [plain(name), region] as const));
	const codes = regions.map(({ region }) => [plain(region.code), region] as const);
	const index = new Map([...names, ...codes]);
	indices.set(country, index);
	return index;
}

function toRegion(entry: string): { region: Region; names: string[] } {
	const space = entry.indexOf(' ');
	const names = entry.slice(space + 1).split('|');
	return { region: { code: entry.slice(0, space), name: names[0] ?? '' }, names };
}

function withoutGeneric(words: readonly string[]): string {
	const own = words.filter((word) => !GENERIC.has(word)).join('');
	// In Chinese the kind of region is the last sign.
	return own.replace(/(?:省|市|自治区)$/u, '');
}

function plain(text: string): string {
	return wordsOf(text).join('');
}

/** In capital letters, without accents and points. */
function wordsOf(text: string): string[] {
	const bare = text
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[ıłøđß]/g, (letter) => LETTERS[letter] ?? letter)
		.replace(/['’‘ʻ.]/g, '')
		.replaceAll('&', ' and ');
	return bare.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
