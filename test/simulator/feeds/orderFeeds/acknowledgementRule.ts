import type { ElementRule } from './grammar';
import { ANY, ITEM_CODE, ORDER_ID, QUANTITY, STRING, optional } from './patterns';

/** `OrderAcknowledgement.xsd` */
export const ACKNOWLEDGEMENT: readonly ElementRule[] = [
	ORDER_ID,
	optional('MerchantOrderID', STRING),
	{ name: 'StatusCode', values: ['Success', 'Failure'] },
	{
		name: 'Item',
		isOptional: true,
		most: ANY,
		parts: [
			ITEM_CODE,
			optional('MerchantOrderItemID', STRING),
			{
				name: 'CancelReason',
				isOptional: true,
				values: [
					'NoInventory',
					'ShippingAddressUndeliverable',
					'CustomerExchange',
					'BuyerCanceled',
					'GeneralAdjustment',
					'CarrierCreditDecision',
					'RiskAssessmentInformationNotValid',
					'CarrierCoverageFailure',
					'CustomerReturn',
					'MerchandiseNotReceived',
					'CannotVerifyInformation',
					'PricingError',
					'RejectOrder',
					'WeatherDelay',
				],
			},
			QUANTITY,
		],
	},
];
