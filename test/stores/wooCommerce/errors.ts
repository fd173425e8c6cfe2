import { json, Refusal } from '../storeRoute';

/** WooCommerce's way to say no. */
export function refusal(status: number, code: string, message: string, data: object = {}): Refusal {
	return new Refusal(json(status, { code, message, data: { status, ...data } }));
}

/** A value that the schema of a parameter does not allow. */
export interface Complaint {
	/** Such as `rest_invalid_type`. */
	code: string;
	message: string;
}

/** WordPress checks all parameters first and lists every one that is wrong. */
export function invalidParameters(complaints: ReadonlyMap<string, Complaint>): Refusal {
	const params = Object.fromEntries([...complaints].map(([name, { message }]) => [name, message]));
	const details = Object.fromEntries(
		[...complaints].map(([name, { code, message }]) => [name, { code, message, data: null }]),
	);
	const names = [...complaints.keys()].join(', ');
	return refusal(400, 'rest_invalid_param', `Invalid parameter(s): ${names}`, { params, details });
}

export function invalidParameter(name: string, complaint: Complaint): Refusal {
	return invalidParameters(new Map([[name, complaint]]));
}
