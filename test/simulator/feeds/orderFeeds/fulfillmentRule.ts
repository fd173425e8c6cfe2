import type { ElementRule } from './grammar';
import {
	ANY,
	BOOLEAN,
	DATE_TIME,
	DIRECT_PAYMENT,
	EITHER_ITEM_CODE,
	EITHER_ORDER_ID,
	ID_NUMBER,
	LINE,
	QUANTITY,
	STRING,
	optional,
} from './patterns';

/** `AddressType` in `amzn-base.xsd` */
const ADDRESS: readonly ElementRule[] = [
	{ name: 'Name', pattern: STRING },
	optional('FormalTitle', /^.{0,10}$/su),
	optional('GivenName', STRING),
	optional('FamilyName', STRING),
	{ name: 'AddressFieldOne', pattern: LINE },
	optional('AddressFieldTwo', LINE),
	optional('AddressFieldThree', LINE),
	optional('City', STRING),
	optional('County', STRING),
	optional('StateOrRegion', STRING),
	optional('PostalCode', STRING),
	{ name: 'CountryCode', pattern: /^.{2}$/su },
	{ ...optional('PhoneNumber', STRING), most: 3 },
	optional('isDefaultShipping', BOOLEAN),
	optional('isDefaultBilling', BOOLEAN),
	optional('isDefaultOneClick', BOOLEAN),
];

/** `OrderFulfillment.xsd`; of the carrier codes only that one is named is checked. */
export const FULFILLMENT: readonly ElementRule[] = [
	EITHER_ORDER_ID,
	optional('MerchantFulfillmentID', ID_NUMBER),
	{ name: 'FulfillmentDate', pattern: DATE_TIME },
	{
		name: 'FulfillmentData',
		isOptional: true,
		parts: [
			optional('CarrierCode', /./su),
			optional('CarrierName', STRING),
			optional('ShippingMethod', STRING),
			optional('ShipperTrackingNumber', STRING),
		],
	},
	DIRECT_PAYMENT,
	{
		name: 'Item',
		isOptional: true,
		most: ANY,
		parts: [
			EITHER_ITEM_CODE,
			optional('MerchantFulfillmentItemID', ID_NUMBER),
			QUANTITY,
			{ name: 'TransparencyCode', isOptional: true, most: 10 },
		],
	},
	{ name: 'ShipFromAddress', isOptional: true, parts: ADDRESS },
];
