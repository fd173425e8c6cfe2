import type { ElementRule } from './grammar';
import {
	ANY,
	DECIMAL,
	DIRECT_PAYMENT,
	EITHER_ITEM_CODE,
	EITHER_ORDER_ID,
	NOT_NULL,
	POSITIVE,
	QUANTITY,
	optional,
} from './patterns';

/** `BaseCurrencyCode` in `amzn-base.xsd`; the rand of South Africa is missing there. */
const CURRENCIES = [
	...['USD', 'GBP', 'EUR', 'JPY', 'CAD', 'CNY', 'INR', 'MXN', 'BRL', 'AUD', 'TRY', 'SGD', 'SEK', 'PLN'],
	...['AED', 'SAR', 'EGP'],
];

function components(name: string, isOptional: boolean, type: Partial<ElementRule>): ElementRule {
	const amount: ElementRule = { name: 'Amount', pattern: DECIMAL, currencies: CURRENCIES };
	const parts: ElementRule[] = [{ name: 'Type', ...type }, amount];
	return { name, isOptional, parts: [{ name: 'Component', most: ANY, parts }] };
}

/** `AdjustmentBuyerPrice` in `OrderAdjustment.xsd` */
const COMPONENT_TYPES = [
	'Principal',
	'Shipping',
	'Tax',
	'ShippingTax',
	'RestockingFee',
	'RestockingFeeTax',
	'GiftWrap',
	'GiftWrapTax',
	'Surcharge',
	'ReturnShipping',
	'Goodwill',
	'ExportCharge',
	'COD',
	'CODTax',
	'Other',
	'FreeReplacementReturnShipping',
];

const PROMOTIONS: ElementRule = {
	name: 'PromotionAdjustments',
	isOptional: true,
	most: ANY,
	parts: [
		optional('PromotionClaimCode', /^.{6,12}$/su),
		optional('MerchantPromotionID', /^.{0,80}$/su),
		...(components('', false, { values: ['Principal', 'Shipping'] }).parts ?? []),
	],
};

const ADJUSTED_ITEM: ElementRule = {
	name: 'AdjustedItem',
	most: ANY,
	parts: [
		EITHER_ITEM_CODE,
		optional('MerchantAdjustmentItemID', NOT_NULL),
		{
			name: 'AdjustmentReason',
			values: [
				'NoInventory',
				'CustomerReturn',
				'GeneralAdjustment',
				'CouldNotShip',
				'DifferentItem',
				'Abandoned',
				'CustomerCancel',
				'PriceError',
				'ProductOutofStock',
				'CustomerAddressIncorrect',
				'Exchange',
				'Other',
				'CarrierCreditDecision',
				'RiskAssessmentInformationNotValid',
				'CarrierCoverageFailure',
				'TransactionRecord',
				'Undeliverable',
				'RefusedDelivery',
			],
		},
		components('ItemPriceAdjustments', true, { values: COMPONENT_TYPES }),
		PROMOTIONS,
		components('DirectPaymentAdjustments', true, {}),
		optional('QuantityCancelled', POSITIVE),
		QUANTITY,
	],
};

/** `OrderAdjustment.xsd` */
export const ADJUSTMENT: readonly ElementRule[] = [
	EITHER_ORDER_ID,
	{ name: 'ActionType', isOptional: true, values: ['Refund', 'Cancel'] },
	DIRECT_PAYMENT,
	ADJUSTED_ITEM,
];
