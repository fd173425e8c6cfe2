/** Why a line is cancelled (`CancelReason` in Amazon's OrderAcknowledgement.xsd), in its order. */
export const CANCEL_REASON_CODES = [
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
] as const;

export type CancelReason = (typeof CANCEL_REASON_CODES)[number];

/** Why money goes back to the buyer (`AdjustmentReason` in Amazon's OrderAdjustment.xsd), in its order. */
export const ADJUSTMENT_REASON_CODES = [
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
] as const;

export type AdjustmentReason = (typeof ADJUSTMENT_REASON_CODES)[number];

/** What a refunded amount was paid for (`Component/Type` in Amazon's OrderAdjustment.xsd), in its order. */
export const ADJUSTMENT_COMPONENT_CODES = [
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
] as const;

export type AdjustmentComponent = (typeof ADJUSTMENT_COMPONENT_CODES)[number];
