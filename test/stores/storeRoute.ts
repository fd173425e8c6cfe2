import type { StoreState } from './storeState';

/** What a store runs on; `webhook` is any other, which takes the neutral store order. */
export const PLATFORMS = ['magento', 'wooCommerce', 'shopify', 'webhook'] as const;

export type Platform = (typeof PLATFORMS)[number];

export interface StoreRequest {
	method: string;
	/** Without a trailing slash. */
	path: string;
	query: URLSearchParams;
	/** Names in lower case. */
	headers: Record<string, string | string[] | undefined>;
	/** From JSON; undefined when there is no body, or none that is JSON. */
	body: unknown;
	/** Of a form in a page; empty for anything else. */
	form: URLSearchParams;
}

export interface StoreAnswer {
	status: number;
	contentType: string;
	body: string;
	headers?: Record<string, string>;
}

/** One address of one kind of store; `path` gives its variable parts. */
export interface StoreRoute {
	method: string;
	path: RegExp;
	/** Absent for pages of the demo itself. */
	platform?: Platform;
	/** What faults and the log of calls name it by, such as `createOrder`. */
	operation: string | ((request: StoreRequest) => string);
	answer(state: StoreState, request: StoreRequest, parts: string[]): StoreAnswer | Promise<StoreAnswer>;
}

/** Leaves a route with the answer of a store that does not want the request. */
export class Refusal extends Error {
	constructor(readonly answer: StoreAnswer) {
		super(answer.body);
	}
}

export function json(status: number, content: unknown, headers: Record<string, string> = {}): StoreAnswer {
	return {
		status,
		contentType: 'application/json; charset=utf-8',
		body: JSON.stringify(content),
		headers,
	};
}
