import { compareFigures } from '../../fixtures/stores/amounts';
import { isObject, listAt, numberAt, objectAt, textAt, type JsonObject } from '../jsonFields';
import type { StoreState } from '../storeState';
import { amountAt } from './orderTotals';
import { findVariant } from './variants';

/** The shop's own currency, for orders that name none. */
export const SHOP_CURRENCY = 'EUR';
const LOCATION_ID = 'gid://shopify/Location/65000000001';

/** What fits the schema and is wrong all the same; `code` as in `OrderCreateUserErrorCode`, the words are ours. */
export interface UserError {
	__typename: 'UserError';
	field: string[];
	message: string;
	code: string;
}

export function userError(field: string[], message: string, code = 'INVALID'): UserError {
	return { __typename: 'UserError', field, message, code };
}

export function orderErrors(state: StoreState, order: JsonObject, behaviour: string): UserError[] {
	const lines = listAt(order, 'lineItems');
	if (lines.length === 0)
		return [userError(['order', 'lineItems'], 'Line items must have at least one line item')];
	const errors = [
		...lines.flatMap((line, index) => lineErrors(state, line, ['order', 'lineItems', String(index)])),
		...listAt(order, 'shippingLines').flatMap((line, index) => shippingErrors(line, index)),
		...orderLevelErrors(state, order),
		...currencyErrors(order),
	];
	if (errors.length > 0 || behaviour !== 'DECREMENT_OBEYING_POLICY') return errors;
	return lines.every((line) => isInStock(state, line))
		? []
		: [userError(['order', 'lineItems'], 'Unable to reserve inventory', 'INVENTORY_CLAIM_FAILED')];
}

function lineErrors({ shopifyProducts }: StoreState, line: unknown, path: string[]): UserError[] {
	const errors: UserError[] = [];
	const variantId = textAt(line, 'variantId');
	const variant = findVariant(shopifyProducts, variantId);
	if (variantId !== '' && variant === undefined)
		errors.push(userError([...path, 'variantId'], 'Variant does not exist'));
	if (variantId === '' && textAt(line, 'title') === '')
		errors.push(userError([...path, 'title'], "Title can't be blank"));
	if (textAt(line, 'title').length > 255)
		errors.push(userError([...path, 'title'], 'Title is too long (maximum is 255 characters)', 'TOO_LONG'));
	if (variantId === '' && amountAt(line, 'priceSet') === undefined)
		errors.push(userError([...path, 'priceSet'], "Price can't be blank"));
	if (numberAt(line, 'quantity') < 1)
		errors.push(userError([...path, 'quantity'], 'Quantity must be greater than 0'));
	return errors;
}

function shippingErrors(line: unknown, index: number): UserError[] {
	const isNegative = compareFigures(amountAt(line, 'priceSet') ?? '0', 0) < 0;
	const field = ['order', 'shippingLines', String(index), 'priceSet'];
	return isNegative ? [userError(field, 'Price must be greater than or equal to 0')] : [];
}

function orderLevelErrors({ nowMs }: StoreState, order: JsonObject): UserError[] {
	const errors: UserError[] = [];
	if (order['customer'] !== undefined && order['customerId'] !== undefined)
		errors.push(
			userError(['order'], 'Only one of customer and customerId is allowed', 'REDUNDANT_CUSTOMER_FIELDS'),
		);
	if (textAt(order, 'email').endsWith('.invalid'))
		errors.push(userError(['order', 'email'], 'Email contains an invalid domain name'));
	const processedAt = textAt(order, 'processedAt');
	if (processedAt !== '' && Date.parse(processedAt) > nowMs())
		errors.push(
			userError(['order', 'processedAt'], 'Processed at must not be in the future', 'PROCESSED_AT_INVALID'),
		);
	const isTaxedByLine = [...listAt(order, 'lineItems'), ...listAt(order, 'shippingLines')].some(
		(line) => listAt(line, 'taxLines').length > 0,
	);
	if (isTaxedByLine && listAt(order, 'taxLines').length > 0)
		errors.push(
			userError(['order', 'taxLines'], 'Tax lines must be on the order or on its lines, but not on both'),
		);
	const location = textAt(objectAt(order, 'fulfillment'), 'locationId');
	if (location !== '' && location !== LOCATION_ID)
		errors.push(userError(['order', 'fulfillment', 'locationId'], 'Location does not exist'));
	if (Object.keys(objectAt(order, 'discountCode')).length > 1)
		errors.push(userError(['order', 'discountCode'], 'Only one discount code can be applied'));
	return errors;
}

/** Every amount of the shop's side is in the order's currency. */
function currencyErrors(order: JsonObject): UserError[] {
	const wanted = textAt(order, 'currency') || SHOP_CURRENCY;
	const found = shopCurrencies(order);
	return found.every((currency) => currency === wanted)
		? []
		: [userError(['order', 'currency'], `Currency must be ${wanted} in all of the order`)];
}

function shopCurrencies(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(shopCurrencies);
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, part]) =>
		name === 'shopMoney' ? [textAt(part, 'currencyCode')] : shopCurrencies(part),
	);
}

/** Whether a line is not more than its variant may sell. */
function isInStock({ shopifyProducts }: StoreState, line: unknown): boolean {
	const variant = findVariant(shopifyProducts, textAt(line, 'variantId'));
	if (variant === undefined || variant.inventory_management === null) return true;
	return variant.inventory_policy === 'continue' || variant.inventory_quantity >= numberAt(line, 'quantity');
}
