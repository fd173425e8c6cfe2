import { kindFinder } from '../../../../nodes/rules/settlement/kindOf';
import { KINDS, type SettlementKind } from '../../../../nodes/rules/settlement/kinds';

const kindOf = kindFinder();
const kind = (transactionType: string, amountType: string, description: string) =>
	kindOf({ transactionType, amountType, description });

type Line = [transactionType: string, amountType: string, description: string, kind: SettlementKind];

const OTHER = 'other-transaction';
const REPORTED: Line[] = [
	['Order', 'ItemPrice', 'Principal', 'sale'],
	['Order', 'ItemPrice', 'Shipping', 'shipping'],
	['Order', 'ItemPrice', 'GiftWrap', 'giftWrap'],
	['Order', 'ItemPrice', 'Tax', 'tax'],
	['Order', 'ItemPrice', 'ShippingTax', 'tax'],
	['Order', 'ItemPrice', 'GiftWrapTax', 'tax'],
	['Order', 'ItemWithheldTax', 'MarketplaceFacilitatorTax-Principal', 'facilitatorTax'],
	['Order', 'ItemWithheldTax', 'MarketplaceFacilitatorVAT-Shipping', 'facilitatorTax'],
	['Order', 'ItemWithheldTax', 'LowValueGoodsTax-Principal', 'facilitatorTax'],
	['Order', 'ItemWithheldTax', 'TCS-IGST', 'withheldTax'],
	['Order', 'ItemWithheldTax', 'TDS (Section 194-O)', 'withheldTax'],
	['Order', 'ItemFees', 'Commission', 'commission'],
	['Order', 'ItemFees', 'FBAPerUnitFulfillmentFee', 'fulfillmentFee'],
	['Order', 'ItemFees', 'FBAPerOrderFulfillmentFee', 'fulfillmentFee'],
	['Order', 'ItemFees', 'FBAWeightBasedFee', 'fulfillmentFee'],
	['Order', 'ItemFees', 'ShippingChargeback', 'fulfillmentFee'],
	['Order', 'ItemFees', 'DigitalServicesFee', 'fee'],
	['Order', 'ItemFees', 'VariableClosingFee', 'fee'],
	['Order', 'ItemFees', 'A fee of next year', 'fee'],
	['Order', 'ItemFees', 'PointsGranted', 'promotion'],
	['Order', 'ShipmentFees', 'FBA transportation fee', 'fulfillmentFee'],
	['Order', 'Promotion', 'Principal', 'promotion'],
	['Order', 'Promotion', 'Shipping', 'promotion'],
	['Order', 'Promotion', 'TaxDiscount', 'tax'],
	['Order', 'DirectPayment', 'CollectOnDeliveryRevenue', 'transfer'],
	['Refund', 'ItemPrice', 'Principal', 'refund'],
	['Refund', 'ItemPrice', 'Shipping', 'refund'],
	['Refund', 'ItemPrice', 'RestockingFee', 'refund'],
	['Refund', 'ItemPrice', 'Tax', 'tax'],
	['Refund', 'ItemWithheldTax', 'MarketplaceFacilitatorTax-Other', 'facilitatorTax'],
	['Refund', 'ItemFees', 'Commission', 'commission'],
	['Refund', 'ItemFees', 'RefundCommission', 'refundFee'],
	['Refund', 'Promotion', 'Shipping', 'promotion'],
	['Chargeback Refund', 'ItemPrice', 'Principal', 'refund'],
	['A-to-z Guarantee Refund', 'ItemPrice', 'Principal', 'refund'],
	['Order_Retrocharge', 'ItemPrice', 'Tax', 'tax'],
	['Refund_Retrocharge', 'ItemWithheldTax', 'MarketplaceFacilitatorTax-Principal', 'facilitatorTax'],
	['Liquidations', 'ItemPrice', 'Principal', 'sale'],
	['Liquidations', 'ItemFees', 'LiquidationsBrokerageFee', 'fee'],
	['ServiceFee', 'Cost of Advertising', 'TransactionTotalAmount', 'advertising'],
	['ServiceFee', 'Refund for Advertiser', 'TransactionTotalAmount', 'advertising'],
	[OTHER, OTHER, 'Cost of Advertising', 'advertising'],
	['FBAFees', 'FBA Inventory Storage Fee', 'Base fee', 'storageFee'],
	['FBAFees', 'FBA Long-Term Storage Fee', 'Tax on fee', 'storageFee'],
	['', 'FBAFees', 'FBA Inventory Storage Fee', 'storageFee'],
	['FBAFees', 'FBA Amazon-Partnered Carrier Shipment Fee', 'Discount on Fee', 'fee'],
	['FBAFees', 'FBA Removal Order: Disposal Fee', 'Base fee', 'fee'],
	['FBAFees', 'Inbound Defect Fee', 'Base fee', 'fee'],
	['AmazonFees', 'FBA fulfilment fee per unit - Reversal', 'Base fee', 'fulfillmentFee'],
	['AmazonFees', 'Vine Enrollment Fee', 'Base fee', 'fee'],
	['AmazonFees', 'Eco-contribution for EPR Pay on Behalf - GB', 'Base fee', 'fee'],
	['CouponRedemptionFee', 'CouponRedemptionFee', 'Save 5% on towels', 'fee'],
	['Lightning Deal Fee', 'LightningDealFee', 'LightningDealFee Special', 'fee'],
	['Grade and Resell Fees', 'Grade and Resell Charge', 'anything', 'fee'],
	[OTHER, 'ItemFees', 'FBACustomerReturnPerUnitFee', 'refundFee'],
	[OTHER, 'Amazon Warehousing & Distribution (AWD)', 'AWD Storage Fee', 'storageFee'],
	[OTHER, 'Amazon Warehousing & Distribution (AWD)', 'AWD Processing Fee', 'fee'],
	[OTHER, OTHER, 'Storage Fee', 'storageFee'],
	[OTHER, OTHER, 'StorageRenewalBilling', 'storageFee'],
	[OTHER, OTHER, 'Subscription Fee', 'subscription'],
	[OTHER, OTHER, 'Current Reserve Amount', 'reserve'],
	[OTHER, OTHER, 'Previous Reserve Amount Balance', 'reserve'],
	[OTHER, OTHER, 'Successful charge', 'transfer'],
	[OTHER, OTHER, 'Payable to Amazon', 'transfer'],
	[OTHER, OTHER, 'Transfer of funds unsuccessful: Amazon has cancelled your transfer.', 'transfer'],
	['Debt Adjustment', 'Debt Adjustment', 'Cross-Account Debt Adjustment against BE', 'transfer'],
	['Transfers', 'Micro Deposit', 'Micro Deposit', 'transfer'],
	[OTHER, 'FBA Inventory Reimbursement', 'REVERSAL_REIMBURSEMENT', 'reimbursement'],
	[OTHER, 'FBA Inventory Reimbursement', 'COMPENSATED_CLAWBACK', 'reimbursement'],
	[OTHER, 'FBA Inventory Reimbursement', 'A reason of next year', 'reimbursement'],
	[OTHER, OTHER, 'WAREHOUSE_DAMAGE', 'reimbursement'],
	[OTHER, OTHER, 'SAFE-T reimbursement', 'reimbursement'],
	[OTHER, OTHER, 'Inbound Transportation Fee', 'fee'],
	[OTHER, OTHER, 'FBA Inbound Placement Service Fee', 'fee'],
	[OTHER, OTHER, 'DisposalComplete', 'fee'],
	[OTHER, OTHER, 'RemovalCompleteIGST', 'fee'],
	[OTHER, OTHER, 'Shipping label purchase for return', 'shippingLabel'],
	[OTHER, OTHER, 'CommissionCorrection', 'commission'],
	[OTHER, OTHER, 'NonSubscriptionFeeAdj', 'adjustment'],
	['Fee Adjustment', 'Item Fee Adjustment', 'FBA Pick & Pack Fee', 'adjustment'],
	['Tax', 'Tax Withheld', 'anything', 'withheldTax'],
];

describe('what a row is for', () => {
	it.each(REPORTED)('%s / %s / %s is %s', (transactionType, amountType, description, expected) => {
		expect(kind(transactionType, amountType, description)).toBe(expected);
	});

	it.each([
		['Order', 'ItemPrice', 'Something new'],
		['A new type', 'ItemPrice', 'Principal'],
		[OTHER, OTHER, 'A2ZGuaranteeRecovery'],
		[OTHER, OTHER, 'Storage'],
		[OTHER, OTHER, ''],
		['', '', ''],
		['constructor', '__proto__', 'toString'],
	])('does not guess %s / %s / %s', (transactionType, amountType, description) => {
		expect(kind(transactionType, amountType, description)).toBe('other');
	});

	it('knows no kind that no row can have', () => {
		const reported = new Set(REPORTED.map(([, , , known]) => known));
		expect(Object.keys(KINDS).filter((known) => known !== 'other' && !reported.has(known as never))).toEqual(
			[],
		);
	});

	it('does not mind case and blanks', () => {
		expect(kind('ORDER', 'Item Price', ' principal')).toBe('sale');
		expect(kind('Other-Transaction', 'other-transaction', 'FBAInboundTransportationFee')).toBe('fee');
	});

	it('answers alike when it has met more words than it remembers', () => {
		const finder = kindFinder();
		const words = { transactionType: 'CouponRedemptionFee', amountType: 'CouponRedemptionFee' };
		for (let coupon = 0; coupon < 5_000; coupon++) {
			expect(finder({ ...words, description: `Coupon ${coupon}` })).toBe('fee');
		}
		expect(finder({ transactionType: 'Order', amountType: 'ItemPrice', description: 'Principal' })).toBe(
			'sale',
		);
	});
});
