/** Creates an order; its variables are those of `toShopifyOrder` (GraphQL Admin API 2025-10 and later). */
export const SHOPIFY_ORDER_CREATE = `mutation OrderCreate($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
  orderCreate(order: $order, options: $options) {
    order {
      id
      name
      sourceIdentifier
      totalPriceSet { shopMoney { amount currencyCode } }
    }
    userErrors { field message }
  }
}`;

/** Finds the orders that an Amazon order became; its variables are those of `toShopifyOrderSearch`. */
export const SHOPIFY_ORDER_SEARCH = `query OrderSearch($query: String!) {
  orders(first: 5, query: $query) {
    nodes { id name sourceIdentifier tags cancelledAt }
  }
}`;

/** Variables of `SHOPIFY_ORDER_SEARCH`: by source identifier, or by the tag where the identifier was not kept. */
export function toShopifyOrderSearch(amazonOrderId: string): { query: string } {
	return { query: `source_identifier:"${amazonOrderId}" OR tag:"${amazonOrderId}"` };
}
