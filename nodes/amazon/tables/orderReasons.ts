import {
	ADJUSTMENT_COMPONENT_CODES,
	ADJUSTMENT_REASON_CODES,
	CANCEL_REASON_CODES,
	type AdjustmentComponent,
	type AdjustmentReason,
	type CancelReason,
} from '../../rules/sendBack/reasons';
import { plainOrder } from '../../rules/item/plainOrder';

/** One of Amazon's words as a form shows it. */
export interface Named<T extends string> {
	value: T;
	name: string;
	description?: string;
}

type Names<T extends string> = Readonly<Record<T, { name: string; description?: string }>>;

const CANCEL_NAMES: Names<CancelReason> = {
	NoInventory: { name: 'Out of Stock' },
	ShippingAddressUndeliverable: { name: 'Address Cannot Be Delivered To' },
	CustomerExchange: { name: 'Buyer Exchanges the Item' },
	BuyerCanceled: { name: 'Buyer Cancelled', description: 'The buyer asked for it' },
	GeneralAdjustment: { name: 'General Adjustment' },
	CarrierCreditDecision: { name: 'Carrier Refused Credit' },
	RiskAssessmentInformationNotValid: { name: 'Risk Assessment Not Valid' },
	CarrierCoverageFailure: { name: 'Carrier Does Not Deliver There' },
	CustomerReturn: { name: 'Buyer Returned the Item' },
	MerchandiseNotReceived: { name: 'Merchandise Not Received' },
	CannotVerifyInformation: { name: 'Buyer Information Cannot Be Verified' },
	PricingError: { name: 'Pricing Error' },
	RejectOrder: { name: 'Order Rejected' },
	WeatherDelay: { name: 'Delayed by the Weather' },
};

const ADJUSTMENT_NAMES: Names<AdjustmentReason> = {
	NoInventory: { name: 'Out of Stock' },
	CustomerReturn: { name: 'Buyer Returned the Item' },
	GeneralAdjustment: { name: 'General Adjustment' },
	CouldNotShip: { name: 'Could Not Ship' },
	DifferentItem: { name: 'Different Item', description: 'The buyer got something else' },
	Abandoned: { name: 'Abandoned' },
	CustomerCancel: { name: 'Buyer Cancelled' },
	PriceError: { name: 'Price Error' },
	ProductOutofStock: { name: 'Product Out of Stock' },
	CustomerAddressIncorrect: { name: 'Buyer Address Incorrect' },
	Exchange: { name: 'Exchange' },
	Other: { name: 'Other' },
	CarrierCreditDecision: { name: 'Carrier Refused Credit' },
	RiskAssessmentInformationNotValid: { name: 'Risk Assessment Not Valid' },
	CarrierCoverageFailure: { name: 'Carrier Does Not Deliver There' },
	TransactionRecord: { name: 'Transaction Record' },
	Undeliverable: { name: 'Undeliverable' },
	RefusedDelivery: { name: 'Delivery Refused', description: 'The buyer did not take the parcel' },
};

const COMPONENT_NAMES: Names<AdjustmentComponent> = {
	Principal: { name: 'Item Price' },
	Shipping: { name: 'Shipping' },
	Tax: { name: 'Tax on the Item' },
	ShippingTax: { name: 'Tax on Shipping' },
	RestockingFee: { name: 'Restocking Fee', description: 'Kept from the refund' },
	RestockingFeeTax: { name: 'Tax on the Restocking Fee', description: 'Kept from the refund' },
	GiftWrap: { name: 'Gift Wrap' },
	GiftWrapTax: { name: 'Tax on Gift Wrap' },
	Surcharge: { name: 'Surcharge' },
	ReturnShipping: { name: 'Return Shipping', description: 'What the buyer paid to send it back' },
	Goodwill: { name: 'Goodwill', description: 'Out of kindness; at most what was paid for the line' },
	ExportCharge: { name: 'Export Charge' },
	COD: { name: 'Cash on Delivery Fee' },
	CODTax: { name: 'Tax on the Cash on Delivery Fee' },
	Other: { name: 'Other' },
	FreeReplacementReturnShipping: { name: 'Return Shipping of a Free Replacement' },
};

export const CANCEL_REASONS = named(CANCEL_REASON_CODES, CANCEL_NAMES);
export const ADJUSTMENT_REASONS = named(ADJUSTMENT_REASON_CODES, ADJUSTMENT_NAMES);
export const ADJUSTMENT_COMPONENTS = named(ADJUSTMENT_COMPONENT_CODES, COMPONENT_NAMES);

/** What is kept from a refund: Amazon wants these amounts negative. */
export const KEPT_COMPONENTS: readonly AdjustmentComponent[] = ['RestockingFee', 'RestockingFeeTax'];

/** Parts of a promotion that a refund takes back (`PromotionApplicationType`). */
export const PROMOTION_COMPONENTS = ['Principal', 'Shipping'] as const;

export type PromotionComponent = (typeof PROMOTION_COMPONENTS)[number];

/** By name, as forms list them. */
function named<T extends string>(values: readonly T[], names: Names<T>): ReadonlyArray<Named<T>> {
	return values
		.map((value) => ({ value, ...names[value] }))
		.sort((one, other) => plainOrder(one.name, other.name));
}
