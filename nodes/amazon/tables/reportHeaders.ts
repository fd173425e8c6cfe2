import { DATE_RANGE_HEADERS } from './reports/dateRangeHeaders';
import { LISTING_HEADERS } from './reports/listingHeaders';
import { RETURN_HEADERS } from './reports/returnHeaders';

/** English name of a column, and what Amazon calls it elsewhere: German, French, Italian, Spanish, Polish, Turkish, Japanese, Chinese. */
export type LocalHeaders = Readonly<Record<string, readonly string[]>>;

/** Letters as they are compared: files differ in capitals, apostrophes, composed accents and a colon at the end. */
function plain(name: string): string {
	return name.normalize('NFC').replace(/[’´`]/g, "'").replace(/:$/, '').trim().toLowerCase();
}

function entriesOf(headers: LocalHeaders): Array<[string, string]> {
	return Object.entries(headers).flatMap(([english, names]) =>
		names.map((name): [string, string] => [plain(name), english]),
	);
}

const ENGLISH = new Map([LISTING_HEADERS, RETURN_HEADERS, DATE_RANGE_HEADERS].flatMap(entriesOf));

/**
 * The English name of a report's column that stands in another language; `undefined` where none is known, as for English
 * ones. Known is only what somebody published: listings best, returns and the date range report in part. A name that
 * stands for two columns (Chinese 商品编码 is the listing's and the product's id) is not translated.
 */
export function toEnglishHeader(name: string): string | undefined {
	return ENGLISH.get(plain(name.trim()));
}
