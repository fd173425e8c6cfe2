import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MagentoProduct } from '../fixtures/stores/magento';
import type { ShopifyProduct } from '../fixtures/stores/shopify';
import type { WooProduct } from '../fixtures/stores/wooCommerce';
import { toArrivedOrder, findDuplicates, type ArrivedOrder, type Duplicate } from './arrivedOrders';
import { demoProducts, demoShopifyProducts, demoWooProducts } from './demoProducts';
import { defect, exchange, send, type StoreCall } from './exchange';
import type { JsonObject } from './jsonFields';
import { saveAllProducts } from './wooCommerce/shopkeeper';
import { StoreFaults, type StoreFault } from './storeFaults';
import type { StoreState } from './storeState';
import { openDesk, type Surroundings } from './page/desk';

export interface DemoStoreOptions {
	/** Default 0: any free port. Listens on 127.0.0.1 only. */
	port?: number;
	/** Magento's; default, as for the other platforms: 200 products whose SKUs the simulated Amazon lists too. */
	products?: MagentoProduct[];
	wooProducts?: WooProduct[];
	shopifyProducts?: ShopifyProduct[];
	/** What time the stores think it is; default the real one. */
	nowMs?: () => number;
	/** Of WooCommerce's first order; default 5001. */
	firstNumber?: number;
}

export interface DemoStore {
	/** `http://127.0.0.1:8099`: all platforms, each under its own paths. */
	url: string;
	/** Magento's products; change them, or those of the others, to change what the store answers. */
	products: MagentoProduct[];
	wooProducts: WooProduct[];
	shopifyProducts: ShopifyProduct[];
	/** The orders of all platforms as they are now, in the order of their arrival. */
	readonly orders: ArrivedOrder[];
	/** Returns that the store behind a plain webhook has heard of, by the name they came under. */
	readonly returns: ReadonlyMap<string, JsonObject>;
	/** What Amazon stores, as that store was told, by SKU. */
	readonly stock: ReadonlyMap<string, number>;
	/** Amazon orders that one platform holds more than once. */
	readonly duplicates: Duplicate[];
	/** What was asked, oldest first. */
	readonly calls: readonly StoreCall[];
	faults: { add(fault: StoreFault): void; clear(): void };
	/** Tells the pages for people what runs around the store. */
	surround(surroundings: Surroundings): void;
	/** From now on the stores tell the n8n at this address what happens, by webhooks. */
	tellN8n(n8nUrl: string): void;
	/** Saves all of WooCommerce's products unchanged, as a bulk edit does: each is told. */
	saveAllProducts(): void;
	/** Resolves when every message to n8n has its answer, or none. */
	settled(): Promise<void>;
	stop(): Promise<void>;
}

/** Starts the demo store on 127.0.0.1. Rejects when the port is taken. */
export async function startDemoStore(options: DemoStoreOptions = {}): Promise<DemoStore> {
	const state = startState(options);
	const { products, wooProducts, shopifyProducts, returns, stock } = state;
	const faults = new StoreFaults();
	const calls: StoreCall[] = [];
	const server = createServer((request, response) => {
		exchange(state, faults, calls, request, response).catch((error: unknown) => {
			// A client that hangs up in the middle of its body is its own business.
			if (!request.destroyed || request.complete) send(response, defect(error));
		});
	});
	const { deliveries, surroundings } = state.desk;
	const listening = await listen(server, options.port ?? 0);
	const url = `http://127.0.0.1:${listening}`;
	return {
		...{ url, products, wooProducts, shopifyProducts, returns, stock, calls },
		get orders() {
			return state.placed.map(toArrivedOrder);
		},
		get duplicates() {
			return findDuplicates(state.placed.map(toArrivedOrder));
		},
		faults: { add: (fault) => faults.add(fault), clear: () => faults.clear() },
		surround: (around) => void Object.assign(surroundings, around),
		tellN8n: (n8nUrl) => deliveries.connect({ n8nUrl, storeUrl: url }),
		saveAllProducts: () => saveAllProducts(state),
		settled: () => deliveries.settled(),
		stop: async () => {
			deliveries.stop();
			await close(server);
		},
	};
}

function startState(options: DemoStoreOptions): StoreState {
	const nowMs = options.nowMs ?? Date.now;
	return {
		products: options.products ?? demoProducts(200),
		wooProducts: options.wooProducts ?? demoWooProducts(200),
		shopifyProducts: options.shopifyProducts ?? demoShopifyProducts(200),
		placed: [],
		...{ returns: new Map(), stock: new Map() },
		carts: new Map(),
		...{ nowMs, firstNumber: options.firstNumber ?? 5001, desk: openDesk(nowMs) },
	};
}

function listen(server: Server, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
	});
}

function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
