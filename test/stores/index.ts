export type { ArrivedLine, ArrivedOrder, Duplicate } from './arrivedOrders';
export { STORE_CREDENTIALS, storeSecret, storeSecrets, type StoreCredential } from './credentials';
export {
	ALTERNATE_SKU_ATTRIBUTE,
	ALTERNATE_SKUS,
	demoProducts,
	demoShopifyProducts,
	demoSku,
	demoWooProducts,
	plainWooProducts,
} from './demoProducts';
export { toPriceList } from './priceList';
export type { AmazonSide, Surroundings } from './page/desk';
export { amazonSide } from './page/amazonSide';
export type { StoreCall } from './exchange';
export { startDemoStore, type DemoStore, type DemoStoreOptions } from './server';
export type { StoreFault } from './storeFaults';
export type { Platform } from './storeRoute';
export * from './tokens';
