/** How Amazon writes report documents, as the Content-Type of a download names it. */
export const CHARSETS = ['UTF-8', 'Cp1252', 'Windows-31J', 'ISO-8859-1'] as const;
export type Charset = (typeof CHARSETS)[number];

/** What becomes of a letter that a charset does not have: lost before anybody sees the document. */
const LOST = 0x3f;

/** The decoder of the platform for a charset of one or two bytes; `latin1` of the platform is Cp1252. */
const DECODERS: Readonly<Record<Exclude<Charset, 'UTF-8' | 'ISO-8859-1'>, string>> = {
	Cp1252: 'windows-1252',
	'Windows-31J': 'shift_jis',
};

const tables = new Map<Charset, Map<number, number>>();

/** Code point -> bytes (two of them as one number), made by decoding everything that can be decoded. */
function tableOf(charset: Exclude<Charset, 'UTF-8'>): Map<number, number> {
	const known = tables.get(charset);
	if (known !== undefined) return known;
	const table = new Map<number, number>();
	if (charset === 'ISO-8859-1') for (let byte = 0; byte <= 0xff; byte++) table.set(byte, byte);
	else decodeAll(new TextDecoder(DECODERS[charset], { fatal: true }), charset === 'Windows-31J', table);
	tables.set(charset, table);
	return table;
}

function decodeAll(decoder: TextDecoder, hasPairs: boolean, table: Map<number, number>): void {
	const learn = (bytes: number[], value: number) => {
		const letter = decoded(decoder, bytes);
		// The first way to write a letter is the one that is written: NEC's rows come before IBM's, as in cp932.
		if (letter !== undefined && !table.has(letter)) table.set(letter, value);
	};
	for (let byte = 0; byte <= 0xff; byte++) learn([byte], byte);
	if (!hasPairs) return;
	for (let lead = 0x81; lead <= 0xfc; lead++)
		for (let trail = 0x40; trail <= 0xfc; trail++) learn([lead, trail], lead * 256 + trail);
}

/** The only letter that the bytes stand for, if they stand for one. */
function decoded(decoder: TextDecoder, bytes: number[]): number | undefined {
	try {
		// Node's quick way through a whole text in windows-1252 takes 0x80 to 0x9f for Latin-1; piece by piece it does not.
		const isPiece = decoder.encoding === 'windows-1252';
		const letters = [...decoder.decode(Uint8Array.from(bytes), { stream: isPiece })];
		return letters.length === 1 ? letters[0]?.codePointAt(0) : undefined;
	} catch {
		return undefined;
	}
}

/** Whether Latin-1 is right for the whole text: then the platform is quick. */
function isPlain(text: string, charset: Charset): boolean {
	if (charset === 'Windows-31J') return !/[^\0-[\]-}]/.test(text);
	return !/[^\0-\x7f\xa0-\xff]/.test(text);
}

/**
 * A text in a charset, with `?` in place of what it does not have: so Polish letters come in listings reports
 * (selling-partner-api-models, issue 4888).
 */
export function encode(text: string, charset: Charset): Buffer {
	if (charset === 'UTF-8') return Buffer.from(text);
	if (isPlain(text, charset)) return Buffer.from(text, 'latin1');
	const table = tableOf(charset);
	if (charset !== 'Windows-31J') {
		const written = (letter: string) => String.fromCharCode(table.get(letter.codePointAt(0) ?? LOST) ?? LOST);
		return Buffer.from(text.replaceAll(/[^\0-\x7f\xa0-\xff]/gu, written), 'latin1');
	}
	const bytes = Buffer.allocUnsafe(text.length * 2);
	let length = 0;
	for (const letter of text) {
		const value = table.get(letter.codePointAt(0) ?? LOST) ?? LOST;
		if (value > 0xff) bytes[length++] = value >> 8;
		bytes[length++] = value & 0xff;
	}
	return bytes.subarray(0, length);
}
