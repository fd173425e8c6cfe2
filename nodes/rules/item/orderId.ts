/** How Amazon's order ids look, as a pattern without anchors: forms check what is typed against it. */
export const ORDER_ID_PATTERN = '[A-Za-z0-9]{3}-[0-9]{7}-[0-9]{7}';

const ORDER_ID = new RegExp(`^${ORDER_ID_PATTERN}$`);

/** Whether a text can be an order id of Amazon's: 3, 7 and 7 digits; those of digital goods and of other channels begin with a letter. */
export function isOrderId(text: string): boolean {
	return ORDER_ID.test(text);
}
