/** What a shop may want otherwise of its WooCommerce orders. */
export interface WooCommerceRules {
	/** Whether WooCommerce gets the buyer's e-mail address as such, and so mails its own order mails to it. */
	mailsBuyers: boolean;
	/** Status of orders that are paid on delivery. */
	unpaidStatus: 'on-hold' | 'pending' | 'processing';
	/**
	 * `amazon`: Amazon's figures to the cent, its tax as a fee or within the prices, so that WooCommerce's tax reports
	 * show none. `store`: the lines without tax, which WooCommerce adds to each by its own rates.
	 */
	tax: 'amazon' | 'store';
}

/** Nobody is mailed, and nothing counts as paid before it is (`processing` sets WooCommerce's date of payment); Amazon's total stands. */
export const WOOCOMMERCE_DEFAULTS: WooCommerceRules = {
	mailsBuyers: false,
	unpaidStatus: 'on-hold',
	tax: 'amazon',
};
