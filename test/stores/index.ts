export { STORE_CREDENTIALS, storeSecret, type StoreCredential } from './credentials';
export { demoProducts } from './demoProducts';
export { toPriceList } from './priceList';
export { DEMO_STORE_TOKEN, startDemoStore, type DemoStore, type DemoStoreOptions } from './server';
