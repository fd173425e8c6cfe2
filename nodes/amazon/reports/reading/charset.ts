/** The charsets of Amazon's documents, as they are told. */
export const UTF_8 = 'UTF-8';
export const WINDOWS_1252 = 'windows-1252';
const WINDOWS_31J = 'windows-31j';

/** Names that Amazon, Java and the web use, without signs between letters and digits. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
	[UTF_8]: ['utf8'],
	// Latin-1: see `decodeWindows1252`.
	[WINDOWS_1252]: ['cp1252', 'windows1252', 'xcp1252', 'iso88591', 'latin1', 'l1', 'iso885911987'],
	[WINDOWS_31J]: [
		...['windows31j', 'cswindows31j', 'cp932', 'ms932', 'windows932'],
		...['shiftjis', 'sjis', 'xsjis', 'mskanji'],
	],
};

const byName = new Map(
	Object.entries(NAMES).flatMap(([charset, names]) => names.map((name) => [name, charset] as const)),
);

/** The charset that a Content-Type or a `charset=` names, as it is written; undefined when it names none. */
export function charsetIn(contentType: string): string | undefined {
	return /;\s*charset\s*=\s*["']?([^"';\s]{1,60})/i.exec(contentType)?.[1];
}

/**
 * The charset of that name: one of the three, or another that the platform decodes, by its WHATWG name. Undefined for
 * an unknown one, and for ASCII, which says as little as none.
 */
export function charsetOf(name: string): string | undefined {
	const plain = name.toLowerCase().replace(/[^a-z\d]/g, '');
	if (plain === 'usascii' || plain === 'ascii') return undefined;
	return byName.get(plain) ?? platformName(name);
}

function platformName(name: string): string | undefined {
	try {
		return new TextDecoder(name).encoding;
	} catch {
		return undefined;
	}
}

/** What a byte order mark at the beginning says, and how many bytes it has. */
export function byteOrderMark(bytes: Uint8Array): { charset?: string; size: number } {
	const [first, second, third] = bytes;
	if (first === 0xef && second === 0xbb && third === 0xbf) return { charset: UTF_8, size: 3 };
	if (first === 0xff && second === 0xfe) return { charset: 'utf-16le', size: 2 };
	if (first === 0xfe && second === 0xff) return { charset: 'utf-16be', size: 2 };
	return { size: 0 };
}
