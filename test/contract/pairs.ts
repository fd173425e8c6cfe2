import { OPERATIONS, type SpApiOperation } from '../../nodes/amazon/transport/operations';
import { examplePairs } from './models';
import type { SandboxPair } from './swagger';

/** One request and answer of Amazon's static sandbox, with where it stands. */
export interface Pair extends SandboxPair {
	/** Amazon's API and version: `feeds_2021-06-30`. */
	api: string;
	operationId: string;
	method: string;
	path: string;
	status: number;
	/** Unlike that of any other pair. */
	name: string;
}

interface PairsOfOperation {
	operationId: string;
	method: string;
	path: string;
	cases: (SandboxPair & { status: number | string })[];
}

/** Every pair that Amazon has published. */
export function allPairs(): Pair[] {
	return examplePairs<PairsOfOperation[]>().flatMap(({ api, content }) =>
		content.flatMap(({ operationId, method, path, cases }) =>
			cases.map(({ status, ...pair }, index) => ({
				...{ ...pair, api, operationId, path },
				...{ method: method.toUpperCase(), status: Number(status) },
				name: `${api} ${operationId} ${status} (${index + 1})`,
			})),
		),
	);
}

/** The operation of the nodes that the pair is about, if they call it. */
export function operationOf({ method, path }: Pair): SpApiOperation | undefined {
	return Object.values(OPERATIONS).find(
		(operation) => operation.method === method && operation.path === path,
	);
}

/** What the request of a pair says, by the names of its parameters. */
export function givenValues({ request }: SandboxPair): Record<string, unknown> {
	const entries = Object.entries(request.parameters).map(([name, { value }]) => [name, value] as const);
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
