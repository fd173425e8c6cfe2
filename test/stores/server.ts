import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MagentoProduct } from '../fixtures/stores/magento';
import { demoProducts } from './demoProducts';
import { magentoRoutes } from './magentoRoutes';
import { priceListRoutes } from './priceList';
import { json, type StoreAnswer, type StoreRoute, type StoreState } from './storeRoute';

/** Made up, meant to be typed into the demo's credential. */
export const DEMO_STORE_TOKEN = 'demo-store-token';

export interface DemoStoreOptions {
	/** Default 0: any free port. Listens on 127.0.0.1 only. */
	port?: number;
	/** Default: 200 products whose SKUs the simulated Amazon lists too. */
	products?: MagentoProduct[];
}

export interface DemoStore {
	/** `http://127.0.0.1:8099` */
	url: string;
	/** The store's products; change them to change what the store answers. */
	products: MagentoProduct[];
	stop(): Promise<void>;
}

/** Every kind of store brings its own routes. */
const ROUTES: readonly StoreRoute[] = [...magentoRoutes, ...priceListRoutes];

/** Starts the demo store on 127.0.0.1: Magento's REST API and a price list. Rejects when the port is taken. */
export async function startDemoStore({ port = 0, products }: DemoStoreOptions = {}): Promise<DemoStore> {
	const state: StoreState = { token: DEMO_STORE_TOKEN, products: products ?? demoProducts(200) };
	const server = createServer((request, response) => {
		const { status, contentType, body } = answerSafely(state, request);
		response.writeHead(status, { 'content-type': contentType }).end(body);
	});
	const listening = await listen(server, port);
	return { url: `http://127.0.0.1:${listening}`, products: state.products, stop: () => close(server) };
}

function answerSafely(state: StoreState, request: IncomingMessage): StoreAnswer {
	try {
		return answer(state, request);
	} catch (error) {
		return json(500, { message: `Defect in the demo store: ${String(error)}` });
	}
}

function answer(state: StoreState, { method, url = '/', headers }: IncomingMessage): StoreAnswer {
	const { pathname, searchParams: query } = new URL(url, 'http://store');
	const path = pathname.replace(/(?<=.)\/$/, '');
	for (const route of ROUTES) {
		const parts = route.method === method ? route.path.exec(path) : null;
		if (parts) return route.answer(state, { path, query, headers }, parts.slice(1).map(decodeURIComponent));
	}
	return json(404, { message: `The demo store has no ${method} ${path}` });
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
