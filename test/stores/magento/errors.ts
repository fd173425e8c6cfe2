import { json, Refusal } from '../storeRoute';

/** Magento's way to say no; `parameters` fill the placeholders (`%1`, `%fieldName`) of the message. */
export function refusal(status: number, message: string, parameters?: object): Refusal {
	return new Refusal(json(status, { message, ...(parameters === undefined ? {} : { parameters }) }));
}

export function isRequired(fieldName: string): Refusal {
	return refusal(400, '"%fieldName" is required. Enter and try again.', { fieldName });
}

export function noSuchEntity(): Refusal {
	return refusal(404, "The entity that was requested doesn't exist. Verify the entity and try again.");
}

export function noSuch(fieldName: string, fieldValue: string | number | null): Refusal {
	return refusal(404, 'No such entity with %fieldName = %fieldValue', { fieldName, fieldValue });
}
