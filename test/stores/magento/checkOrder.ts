import { isFigure } from '../../fixtures/stores/amounts';
import { isObject, listAt, type JsonObject } from '../jsonFields';
import type { Refusal } from '../storeRoute';
import { isRequired, refusal } from './errors';
import * as types from './orderFields';

/** The `entity` of `POST /V1/orders`. @throws Refusal as Magento words it */
export function checkOrder(body: unknown): JsonObject {
	const entity = isObject(body) ? body['entity'] : undefined;
	if (!isObject(entity)) throw isRequired('entity');
	checkFields(entity, types.ORDER);
	// An order that is there already is completed by what is sent.
	if (entity['entity_id'] === undefined) checkRequired(entity, types.ORDER);
	if (entity['items'] !== undefined) checkItems(entity['items']);
	if (entity['billing_address'] !== undefined) checkAddress(entity['billing_address'], 'billing_address');
	if (entity['payment'] !== undefined) checkDocument(entity['payment'], types.ORDER_PAYMENT, 'payment');
	checkExtension(entity['extension_attributes']);
	for (const history of listAt(entity, 'status_histories'))
		checkDocument(history, types.STATUS_HISTORY, 'status_histories');
	return entity;
}

function checkAddress(address: unknown, field: string): JsonObject {
	const checked = checkDocument(address, types.ORDER_ADDRESS, field);
	const street = checked['street'];
	if (!Array.isArray(street) || !street.every((line) => typeof line === 'string'))
		throw wrongType('street', street, 'string[]');
	if (street.join('').trim() === '') throw isRequired('street');
	return checked;
}

/** Known fields only, the required ones filled in. @throws Refusal as Magento words it */
export function checkDocument(value: unknown, type: types.DocumentType, field: string): JsonObject {
	if (!isObject(value)) throw wrongType(field, value, type.class);
	checkFields(value, type);
	checkRequired(value, type);
	return value;
}

function checkItems(items: unknown): void {
	if (!Array.isArray(items)) throw wrongType('items', items, `${types.ORDER_ITEM.class}[]`);
	if (items.length === 0) throw isRequired('items');
	for (const item of items) checkDocument(item, types.ORDER_ITEM, 'items');
}

function checkExtension(extension: unknown): void {
	if (extension === undefined) return;
	if (!isObject(extension)) throw wrongType('extension_attributes', extension, types.ORDER_EXTENSION.class);
	checkFields(extension, types.ORDER_EXTENSION);
	for (const assignment of listAt(extension, 'shipping_assignments')) {
		const shipping = isObject(assignment) ? assignment['shipping'] : undefined;
		if (isObject(shipping) && shipping['address'] !== undefined) checkAddress(shipping['address'], 'address');
	}
}

function checkFields(document: JsonObject, type: types.DocumentType): void {
	for (const [field, value] of Object.entries(document)) {
		if (!type.fields.has(field)) throw unknownField(field, type);
		if (types.FLOAT_FIELD.test(field) && value !== null && !isFigure(value))
			throw wrongType(field, value, 'float');
	}
}

function checkRequired(document: JsonObject, { required }: types.DocumentType): void {
	const missing = required.find((field) => [undefined, null, ''].includes(document[field] as string));
	if (missing !== undefined) throw isRequired(missing);
}

function unknownField(field: string, type: types.DocumentType): Refusal {
	const property = field
		.split('_')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join('');
	return refusal(
		400,
		`Property "${property}" does not have accessor method "get${property}" in class "${type.class}".`,
	);
}

function wrongType(field: string, value: unknown, type: string): Refusal {
	const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
	const details = `The "${shown}" value's type is invalid. The "${type}" type was expected. Verify and try again.`;
	return refusal(400, `Error occurred during "${field}" processing. ${details}`);
}
