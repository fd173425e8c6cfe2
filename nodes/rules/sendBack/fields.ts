import { compilePath, type ReadAttribute } from '../item/attribute';

/** Where a row keeps its fields; one left out or empty is the attribute of the field's own name. */
export type FieldPaths<F extends string> = Readonly<Partial<Record<F, string>>>;

/** @throws ConfigError naming `place.field` */
export function compileFields<F extends string>(
	fields: readonly F[],
	paths: FieldPaths<F> | undefined,
	place: string,
): Record<F, ReadAttribute> {
	const readers = fields.map((field) => {
		const path = paths?.[field];
		return [field, compilePath(path === undefined || path === '' ? field : path, `${place}.${field}`)];
	});
	return Object.fromEntries(readers) as Record<F, ReadAttribute>;
}

/** A text, spaces around it dropped; stores also keep ids as numbers. Undefined when there is none. */
export function optionalText(value: unknown): string | undefined {
	const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
	return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** Amazon's XML takes no line breaks or control characters, and most texts only up to a length. */
export function singleLine(text: string, maxLength: number): string {
	const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
	return [...line].slice(0, maxLength).join('').trim();
}
