import type { ElementRule } from './grammar';

/* Types of `amzn-base.xsd`. */
export const ANY = Number.POSITIVE_INFINITY;
export const STRING = /^.{0,50}$/su;
export const NOT_NULL = /^.{1,50}$/su;
export const LINE = /^.{0,60}$/su;
export const ID_NUMBER = /^\s*0*[1-9]\d{0,19}\s*$/;
export const POSITIVE = /^\s*\+?0*[1-9]\d*\s*$/;
export const BOOLEAN = /^\s*(true|false|0|1)\s*$/;
export const DATE_TIME = /^\s*\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?\s*$/;
export const DECIMAL = /^\s*[+-]?\d{1,18}(\.\d{0,2}0*)?\s*$/;

export const ORDER_ID: ElementRule = { name: 'AmazonOrderID', pattern: /^\w{3}-\w{7}-\w{7}$/ };
export const EITHER_ORDER_ID: ElementRule = { ...ORDER_ID, or: { name: 'MerchantOrderID', pattern: STRING } };
export const ITEM_CODE: ElementRule = { name: 'AmazonOrderItemCode', pattern: /^\d{14}$/ };
export const EITHER_ITEM_CODE: ElementRule = {
	...ITEM_CODE,
	or: { name: 'MerchantOrderItemID', pattern: STRING },
};
export const QUANTITY: ElementRule = { name: 'Quantity', isOptional: true, pattern: POSITIVE };
export const DIRECT_PAYMENT: ElementRule = {
	name: 'CODCollectionMethod',
	isOptional: true,
	values: ['DirectPayment'],
};

export function optional(name: string, pattern: RegExp): ElementRule {
	return { name, isOptional: true, pattern };
}
