import { isObject, type JsonObject } from '../jsonFields';
import { invalidParameters, refusal, type Complaint } from './errors';
import type { Fields, Schema } from './orderSchema';

/**
 * The body of a request that fits the schema. WooCommerce ignores fields that it does not know, which nobody
 * notices; this store refuses them with a code of its own.
 * @throws Refusal that lists every wrong parameter
 */
export function checkSchema(body: unknown, fields: Fields): JsonObject {
	if (!isObject(body)) {
		const data = { json_error_code: 4, json_error_message: 'Syntax error' };
		throw refusal(400, 'rest_invalid_json', 'Invalid JSON body passed.', data);
	}
	const complaints = new Map<string, Complaint>();
	for (const [name, value] of Object.entries(body)) {
		const complaint = complaintAbout(value, fields[name], name);
		if (complaint !== undefined) complaints.set(name, complaint);
	}
	if (complaints.size > 0) throw invalidParameters(complaints);
	return body;
}

function complaintAbout(value: unknown, schema: Schema | undefined, name: string): Complaint | undefined {
	if (schema === undefined)
		return { code: 'demo_store_unknown_field', message: `WooCommerce has no ${name} and would ignore it.` };
	if (schema === 'mixed' || schema === 'readonly') return undefined;
	if (typeof schema === 'object') return complaintAboutParts(value, schema, name);
	if (schema === 'email') {
		if (value === null || (typeof value === 'string' && /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value)))
			return undefined;
		return { code: 'rest_invalid_email', message: 'Invalid email address.' };
	}
	const fits = schema === 'integer' ? isInteger(value) : typeof value === schema;
	return fits ? undefined : wrongType(name, schema);
}

function complaintAboutParts(
	value: unknown,
	schema: Exclude<Schema, string>,
	name: string,
): Complaint | undefined {
	if ('enum' in schema) {
		if (schema.enum.includes(value as string)) return undefined;
		const allowed = `${schema.enum.slice(0, -1).join(', ')}, and ${schema.enum.at(-1)}`;
		return { code: 'rest_not_in_enum', message: `${name} is not one of ${allowed}.` };
	}
	if ('fields' in schema) {
		if (!isObject(value)) return wrongType(name, 'object');
		return firstComplaint(
			Object.entries(value).map(([key, part]) => [part, schema.fields[key], `${name}[${key}]`]),
		);
	}
	if (!Array.isArray(value)) return wrongType(name, 'array');
	return firstComplaint(value.map((part, index) => [part, { fields: schema.list }, `${name}[${index}]`]));
}

function firstComplaint(parts: Array<[unknown, Schema | undefined, string]>): Complaint | undefined {
	for (const part of parts) {
		const complaint = complaintAbout(...part);
		if (complaint !== undefined) return complaint;
	}
	return undefined;
}

/** WordPress takes a text of digits for a number, but no number for a text. */
function isInteger(value: unknown): boolean {
	return Number.isInteger(value) || (typeof value === 'string' && /^-?\d+$/.test(value));
}

function wrongType(name: string, type: string): Complaint {
	return { code: 'rest_invalid_type', message: `${name} is not of type ${type}.` };
}
