import type { FaultEffect } from './faults';
import type { Query } from './query';
import type { RefusalShape, Reply } from './reply';
import type { SellerSeed } from './seed';
import type { SimState } from './state';

/** A request after routing: the address taken apart, the caller known, the body whole. */
export interface Call {
	state: SimState;
	/** Address the client used for this server, for presigned addresses: `http://127.0.0.1:8098`. */
	baseUrl: string;
	/** Decoded path parameters. */
	params: Record<string, string>;
	query: Query;
	/** Names in lower case. */
	headers: Record<string, string>;
	body: Buffer;
	faults: FaultEffect[];
}

/** A call of the Selling Partner API, with the seller whose token came along. */
export interface SellerCall extends Call {
	seller: SellerSeed;
	/** It came with a restricted data token, which opens this very path. */
	isRestricted: boolean;
}

interface RouteAddress {
	/** Amazon's operation id, or a name of ours where Amazon has none. */
	operation: string;
	method: string;
	/** As in Amazon's models: `/feeds/2021-06-30/feeds/{feedId}`. */
	path: string;
}

/** An operation of the Selling Partner API: needs a token, is rate limited, refuses with an error list. */
export interface ApiRoute extends RouteAddress {
	access: 'seller';
	/** Names of the query parameters; others are refused. */
	query: readonly string[];
	/** The body is JSON and must say so. */
	takesJson: boolean;
	handle(call: SellerCall): Reply;
}

/** A route without a token: Login with Amazon and documents. */
export interface OpenRoute extends RouteAddress {
	access: 'open';
	/** Largest body taken. */
	maxBodyBytes: number;
	refuse: RefusalShape;
	handle(call: Call): Reply;
}

export type Route = ApiRoute | OpenRoute;

/** The decoded parameters when the path fits the template; throws a `URIError` on broken percent signs. */
export function matchPath(template: string, path: string): Record<string, string> | undefined {
	const wanted = template.split('/');
	const given = path.split('/');
	if (wanted.length !== given.length) return undefined;
	const params: Record<string, string> = {};
	for (const [index, part] of wanted.entries()) {
		const segment = given[index] ?? '';
		if (part.startsWith('{')) params[part.slice(1, -1)] = decodeURIComponent(segment);
		else if (part !== segment) return undefined;
	}
	return params;
}
