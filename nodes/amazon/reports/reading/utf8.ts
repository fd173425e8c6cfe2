/** What a text of UTF-8 was made of beside ASCII. */
export interface Utf8Text {
	text: string;
	/** Bytes beyond the first of characters that are rightly written: 0 for ASCII. */
	long: number;
	/** Bytes that are no UTF-8. */
	stray: number;
}

/** How many bytes at the end are the beginning of a character whose rest is still to come: 0 to 3. */
export function unfinishedBytes(bytes: Uint8Array): number {
	for (let back = 1; back <= 3 && back <= bytes.length; back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) return 0;
		if (byte >= 0xc0) return sizeOf(byte) > back ? back : 0;
	}
	return 0;
}

/** Decodes whole characters; a byte that is no UTF-8 is what `strayText` makes of it. */
export function decodeUtf8(bytes: Uint8Array, strayText: (byte: Uint8Array) => string): Utf8Text {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
	const isRight = !text.includes('\ufffd') || isUtf8(bytes);
	return isRight ? { text, long: bytes.length - text.length, stray: 0 } : mended(bytes, strayText);
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

function mended(bytes: Uint8Array, strayText: (byte: Uint8Array) => string): Utf8Text {
	const found = { text: '', long: 0, stray: 0 };
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	let from = 0;
	let at = 0;
	while (at < bytes.length) {
		const size = characterAt(bytes, at);
		if (size > 0) {
			at += size;
			found.long += size - 1;
		} else {
			found.text += decoder.decode(bytes.subarray(from, at)) + strayText(bytes.subarray(at, at + 1));
			found.stray += 1;
			at += 1;
			from = at;
		}
	}
	found.text += decoder.decode(bytes.subarray(from));
	return found;
}

/** How many bytes the character at that place has; 0 when there is none (the ranges of Unicode's table 3-7). */
function characterAt(bytes: Uint8Array, at: number): number {
	const [first = 0, second = 0] = bytes.subarray(at, at + 2);
	if (first < 0x80) return 1;
	const size = sizeOf(first);
	if (size === 0 || at + size > bytes.length) return 0;
	const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
	const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
	if (second < low || second > high) return 0;
	return bytes.subarray(at + 2, at + size).every((byte) => byte >> 6 === 0b10) ? size : 0;
}

/** By a character's first byte; 0 for a byte that begins none. */
function sizeOf(first: number): number {
	if (first < 0x80) return 1;
	if (first < 0xc2 || first > 0xf4) return 0;
	return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}
