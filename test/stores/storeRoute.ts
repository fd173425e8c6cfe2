import type { MagentoProduct } from '../fixtures/stores/magento';

/** What the demo store holds; tests change it while the store runs. */
export interface StoreState {
	/** The bearer token that Magento's routes ask for. */
	token: string;
	products: MagentoProduct[];
}

export interface StoreRequest {
	/** Without a trailing slash. */
	path: string;
	query: URLSearchParams;
	/** Names in lower case. */
	headers: Record<string, string | string[] | undefined>;
}

export interface StoreAnswer {
	status: number;
	contentType: string;
	body: string;
}

/** One address of one kind of store; `match` gives the path's variable parts. */
export interface StoreRoute {
	method: string;
	path: RegExp;
	answer(state: StoreState, request: StoreRequest, parts: string[]): StoreAnswer;
}

export function json(status: number, content: unknown): StoreAnswer {
	return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(content) };
}
