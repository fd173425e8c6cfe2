/** Columns of Amazon's reports that name a buyer (Amazon's pages on order, return and feedback reports). */
export const BUYER_COLUMNS = [
	...['buyer-name', 'buyer-email', 'buyer-phone-number', 'buyer-citizen-name', 'buyer-citizen-id'],
	...['buyer-company-name', 'buyer-comments', 'customer-comments', 'Rater Email', 'Comments'],
	...['recipient-name', 'ship-address-1', 'ship-address-2', 'ship-address-3', 'ship-city', 'ship-state'],
	...['ship-postal-code', 'ship-phone-number', 'bill-name', 'bill-address-1', 'bill-address-2'],
	...['bill-address-3', 'bill-city', 'bill-state', 'bill-postal-code', 'gift-message-text'],
	...['delivery-Instructions', 'delivery-instructions'],
];
