/** What a shop may want otherwise of its WooCommerce orders. */
export interface WooCommerceRules {
	/** Whether WooCommerce gets the buyer's e-mail address as such, and so mails its own order mails to it. */
	mailsBuyers: boolean;
	/** Status of orders that are paid on delivery. */
	unpaidStatus: 'on-hold' | 'pending' | 'processing';
}

/** Nobody is mailed, and nothing counts as paid before it is: `processing` sets WooCommerce's date of payment. */
export const WOOCOMMERCE_DEFAULTS: WooCommerceRules = { mailsBuyers: false, unpaidStatus: 'on-hold' };
