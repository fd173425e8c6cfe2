import type { SettlementKind } from './kinds';

/**
 * Transaction type, amount type and amount description as Amazon writes them -> the kind. Several words stand between
 * ` | `; `*` is any word, and `Word*` any that begins so. The first line that fits counts.
 */
export type KindLine = readonly [
	transaction: string,
	amountType: string,
	description: string,
	kind: SettlementKind,
];

const SOLD = 'Order | TBYB Order Payment | Liquidations';
const CAME_BACK = 'Refund | Chargeback Refund | A-to-z Guarantee Refund | Liquidations Adjustments';

/** Rows of an order's goods. */
const ITEM_LINES: readonly KindLine[] = [
	[SOLD, 'ItemPrice', 'Principal', 'sale'],
	[SOLD, 'ItemPrice', 'Shipping', 'shipping'],
	[SOLD, 'ItemPrice', 'GiftWrap', 'giftWrap'],
	[CAME_BACK, 'ItemPrice', 'Principal | Shipping | GiftWrap', 'refund'],
	[CAME_BACK, 'ItemPrice', 'RestockingFee | ReturnShipping | Goodwill', 'refund'],
	['*', 'ItemPrice', 'Tax | ShippingTax | GiftWrapTax', 'tax'],
	// Amazon's own date range report has this with the tax that was collected.
	['*', 'Promotion', 'TaxDiscount', 'tax'],
	['*', 'Promotion', '*', 'promotion'],
	['*', 'ItemWithheldTax', 'MarketplaceFacilitator* | LowValueGoods*', 'facilitatorTax'],
	['*', '*', 'TCS-CGST | TCS-SGST | TCS-IGST | TCS-UTGST | TDS*', 'withheldTax'],
	['*', 'ItemTDS | ItemTCS | Tax Withheld', '*', 'withheldTax'],
	// What the buyer paid to the seller's own hand, such as cash on delivery: Amazon takes it out again.
	['*', 'DirectPayment', '*', 'transfer'],
];

const FULFILLMENT =
	'FBAPerUnitFulfillmentFee | FBAPerOrderFulfillmentFee | FBAWeightBasedFee | CrossBorderFulfillmentFee';

/** Fees of items and shipments. Amazon's own date range report has the two chargebacks with the fulfillment fees. */
const ITEM_FEE_LINES: readonly KindLine[] = [
	['*', 'ItemFees', 'Commission | GiftwrapCommission', 'commission'],
	['*', 'ItemFees', `${FULFILLMENT} | ShippingChargeback | GiftwrapChargeback`, 'fulfillmentFee'],
	['*', 'ItemFees', 'RefundCommission | FBACustomerReturn*', 'refundFee'],
	['*', 'ItemFees', 'StorageFee | LongTermStorageFee', 'storageFee'],
	['*', 'ItemFees', 'MFNPostageFee | MFNPostageFeeTax', 'shippingLabel'],
	['*', 'ItemFees', 'PointsGranted | PointsReturned', 'promotion'],
	['*', 'ShipmentFees', 'FBA transportation fee', 'fulfillmentFee'],
	['*', 'ItemFees | ShipmentFees', '*', 'fee'],
];

const STORAGE = 'FBA Inventory Storage Fee | FBA Long Term Storage Fee';

/** Fees that Amazon calls so in the type of the transaction or of the amount. */
const FEE_LINES: readonly KindLine[] = [
	['*', 'Cost of Advertising | Refund for Advertiser', '*', 'advertising'],
	['FBAFees', STORAGE, '*', 'storageFee'],
	['*', 'FBAFees', STORAGE, 'storageFee'],
	['FBAFees', 'FBA Customer Return*', '*', 'refundFee'],
	['AmazonFees | FBAFees', 'FBA fulfilment fee* | FBA fulfillment fee*', '*', 'fulfillmentFee'],
	['AmazonFees | FBAFees | ServiceFee', '*', '*', 'fee'],
	['*', 'AmazonFees | FBAFees', '*', 'fee'],
	['*', 'CouponRedemptionFee | LightningDealFee | Vine Enrollment Fee | Review Enrollment Fee', '*', 'fee'],
	['Grade and Resell Fees', '*', '*', 'fee'],
	['*', 'Amazon Warehousing & Distribution (AWD)', 'AWD Storage Fee', 'storageFee'],
	['*', 'Amazon Warehousing & Distribution (AWD)', '*', 'fee'],
];

/** What Amazon pays for goods and fees, and what it takes back. */
const REIMBURSEMENTS = [
	'WAREHOUSE_LOST | WAREHOUSE_LOST_MANUAL | WAREHOUSE_DAMAGE | WAREHOUSE_DAMAGE_EXCEPTION',
	'REVERSAL_REIMBURSEMENT | COMPENSATED_CLAWBACK | MISSING_FROM_INBOUND | MISSING_FROM_INBOUND_CLAWBACK',
	'FREE_REPLACEMENT_REFUND_ITEMS | CS_ERROR_ITEMS | CS_ERROR_NON_ITEMIZED | INCORRECT_FEES_ITEMS',
	'INCORRECT_FEES_NON_ITEMIZED | REMOVAL_ORDER_LOST | MULTICHANNEL_ORDER_LOST | INBOUND_CARRIER_DAMAGE',
	'RE_EVALUATION | SAFE-T Reimbursement | Manual Processing Fee Reimbursement | Goodwill Concession',
].join(' | ');

const LOGISTICS = [
	'RemovalComplete* | DisposalComplete* | Inbound Transportation Fee | FBAInboundTransportation*',
	'FBA Inbound Transportation Program Fee | FBA Inbound Placement Service Fee | Inventory Placement Service Fee',
	'FBA International Freight* | Inbound Defect Fee* | Unplanned Service Fee* | WarehousePrep',
	'Manual Processing Fee | Paid Services Fee | HighVolumeListing | Amazon Easy Ship Charges',
	'AWD Processing Fee | AWD Transportation Fee',
].join(' | ');

/** Rows of the account, which Amazon tells apart by their description alone. */
const ACCOUNT_LINES: readonly KindLine[] = [
	['*', '*', 'Current Reserve Amount | Previous Reserve Amount Balance', 'reserve'],
	['*', '*', 'Payable to Amazon | Successful charge | Transfer of funds unsuccessful*', 'transfer'],
	['Debt Adjustment | Transfer | Transfers', '*', '*', 'transfer'],
	['*', 'FBA Inventory Reimbursement', '*', 'reimbursement'],
	['*', '*', REIMBURSEMENTS, 'reimbursement'],
	['*', '*', 'Subscription Fee | SubscriptionFeeCorrection', 'subscription'],
	['*', '*', 'Cost of Advertising', 'advertising'],
	['*', '*', 'Storage Fee* | StorageBilling* | StorageRenewalBilling* | AWD Storage Fee', 'storageFee'],
	['*', '*', 'FBA Long-Term Storage* | Inventory Storage Overage Fee', 'storageFee'],
	['*', '*', 'Shipping label purchase | Shipping label purchase for return', 'shippingLabel'],
	['*', '*', 'MFNPostagePurchaseComplete*', 'shippingLabel'],
	['*', '*', 'CommissionCorrection', 'commission'],
	['*', '*', LOGISTICS, 'fee'],
	['Income Tax Charged', '*', '*', 'withheldTax'],
	['Fee Adjustment', '*', '*', 'adjustment'],
	['*', '*', 'Adjustment | MiscAdjustment | Fee Adjustment | NonSubscriptionFeeAdj', 'adjustment'],
	['*', '*', 'Overpaid Fees Adjustment', 'adjustment'],
	['*', 'MCF Preferred Pricing Seller Credit', '*', 'adjustment'],
];

/**
 * Amazon publishes no list of these words. Names of charges and withheld taxes are those of its Finances API v0
 * (`ChargeComponent`); the others are what sellers and integrators have published of their own reports, such as
 * https://github.com/amzn/selling-partner-api-models/issues/4949 and /5353, and
 * https://sellercentral-europe.amazon.com/seller-forums/discussions/t/328bfeed-9007-478e-bea8-20b370db2cde.
 */
export const KIND_LINES: readonly KindLine[] = [
	...ITEM_LINES,
	...ITEM_FEE_LINES,
	...FEE_LINES,
	...ACCOUNT_LINES,
];
