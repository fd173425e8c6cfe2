/**
 * What the bytes 80 to 9F are in Windows-1252 (encoding.spec.whatwg.org, index windows-1252; the five that Windows leaves
 * open are control characters). Node's own decoder for it is not used: from 20.18.3 on it gives control characters for all
 * of them (nodejs/node#60888).
 */
const FROM_80 =
	'\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
	'\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/**
 * Text of Windows-1252, and of Latin-1 as well: no document holds Latin-1's control characters (80 to 9F), while
 * documents that call themselves Latin-1 hold quotation marks and euro signs there, as WHATWG has it.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
	return /[\x80-\x9f]/.test(text)
		? text.replace(/[\x80-\x9f]/g, (control) => FROM_80.charAt(control.charCodeAt(0) - 0x80))
		: text;
}
