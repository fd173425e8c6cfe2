/** A moment as the table compares it: always UTC, always as long. */
export function moment(value: string): string {
	const time = new Date(value);
	return (Number.isNaN(time.getTime()) ? new Date() : time).toISOString();
}

/** Below zero means oversold: there is nothing left. Unknown stays empty. */
export function stock(value: unknown): number | null {
	const quantity = value === null || value === '' ? NaN : Number(value);
	return Number.isFinite(quantity) ? Math.max(0, quantity) : null;
}

/** What a store wants of one product; `storeItem` ends with `/`, to be followed by the marketplace. */
export interface Offer {
	sku: string;
	storeItem: string;
	product: string;
	price: string;
	currency: string;
	salePrice: string;
	saleStart: string;
	saleEnd: string;
	quantity: number | null;
	enabled: boolean;
	inStock: boolean;
	managesStock: boolean;
	updatedAtStore: string;
}

/** A row of the table: waiting to be sent, or held for everybody to see when it has no SKU. */
export function toRow(marketplace: string, offer: Offer) {
	const { sku, updatedAtStore, price, currency, salePrice, saleStart, saleEnd } = offer;
	const { quantity, enabled, inStock, managesStock } = offer;
	const prices = [sku, price, currency, salePrice, saleStart, saleEnd];
	const revision = [updatedAtStore, ...prices, quantity, enabled, inStock, managesStock].join(' ');
	const priority = quantity === 0 || !enabled || !inStock ? 10 : 0;
	const storeItem = offer.storeItem + marketplace;
	const row = { ...offer, storeItem, marketplace, revision, priority };
	if (sku !== '') return { ...row, key: marketplace + '|' + sku, status: 'pending', reason: '', message: '' };
	const message = 'This product has no SKU. Give it one in the store; it is then queued by itself.';
	return { ...row, key: 'NO-SKU|' + storeItem, status: 'held', reason: 'no-sku', message };
}

/** The marketplaces of the settings: "DE" or "DE, FR". */
export function marketplacesOf(list: string): string[] {
	return list
		.split(',')
		.map((country) => country.trim())
		.filter((country) => country !== '');
}
