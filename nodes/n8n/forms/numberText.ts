/**
 * A number that somebody types into a form, as the rules read it: with a decimal point. A decimal comma is one too, but not
 * in `1,234`, which may be a thousand and more. Undefined when it is no number.
 */
export function toPlainNumber(typed: string): string | undefined {
	const text = typed.replace(/\s/g, '');
	if (/^[+-]?\d+(\.\d+)?$/.test(text)) return text;
	return /^[+-]?\d+,\d+$/.test(text) && !/^[+-]?[1-9]\d{0,2},\d{3}$/.test(text)
		? text.replace(',', '.')
		: undefined;
}

/** The same, where a percent sign may follow. */
export function toPlainPercent(typed: string): string | undefined {
	return toPlainNumber(typed.trim().replace(/%$/, ''));
}
