import { isObject, type JsonObject } from '../jsonFields';
import { GraphqlError, noSuchField } from './graphqlError';
import type { Field } from './parseGraphql';

/** Lists that Shopify gives in pages, with nodes, edges and a page's borders. */
const CONNECTIONS = new Set([
	...['orders', 'productVariants', 'lineItems', 'shippingLines', 'fulfillmentLineItems', 'fulfillmentOrders'],
	...['refundLineItems', 'orderAdjustments'],
]);
const MOST = 250;

/**
 * What a document asks of an object: only that, under the names that it gives. Objects name their type in
 * `__typename`; a field that is a function takes the arguments.
 * @throws GraphqlError for a field that the object does not have
 */
export function select(object: JsonObject, fields: Field[], variables: JsonObject): JsonObject {
	return Object.fromEntries(fields.map((field) => [field.alias, selectField(object, field, variables)]));
}

function selectField(object: JsonObject, field: Field, variables: JsonObject): unknown {
	const typeName = String(object['__typename']);
	if (!(field.name in object)) throw noSuchField(field.name, typeName);
	const args = Object.fromEntries(
		Object.entries(field.args).map(([name, { value }]) => [name, value(variables)]),
	);
	const found = object[field.name];
	const value: unknown = typeof found === 'function' ? (found as (args: JsonObject) => unknown)(args) : found;
	if (CONNECTIONS.has(field.name) && Array.isArray(value))
		return selectFrom(toConnection(value, args, field.name), field, variables);
	return selectFrom(value, field, variables);
}

function selectFrom(value: unknown, field: Field, variables: JsonObject): unknown {
	if (Array.isArray(value)) return value.map((item) => selectFrom(item, field, variables));
	if (isObject(value)) {
		if (field.fields === undefined) throw hasNoSelections(field.name, String(value['__typename']));
		return select(value, field.fields, variables);
	}
	if (field.fields !== undefined && value !== null)
		throw new GraphqlError(`Selections can't be made on scalars (field '${field.name}')`);
	return value;
}

function hasNoSelections(name: string, type: string): GraphqlError {
	const message = `Field must have selections (field '${name}' returns ${type} but has no selections. Did you mean '${name} { ... }'?)`;
	return new GraphqlError(message, { code: 'selectionMismatch' });
}

/** A page from the beginning, or after a cursor. */
function toConnection(items: unknown[], args: JsonObject, name: string): JsonObject {
	const first = args['first'];
	if (typeof first !== 'number')
		throw new GraphqlError(`you must provide one of first or last (field '${name}')`, {
			code: 'BAD_REQUEST',
		});
	if (first > MOST)
		throw new GraphqlError(`first cannot exceed ${MOST} (field '${name}')`, { code: 'MAX_COST_EXCEEDED' });
	const start = typeof args['after'] === 'string' ? Number(args['after'].replace('cursor-', '')) : 0;
	const nodes = items.slice(start, start + first);
	const edges = nodes.map((node, index) => ({
		...{ __typename: 'Edge', cursor: `cursor-${start + index + 1}`, node },
	}));
	const pageInfo = {
		...{ __typename: 'PageInfo', hasNextPage: start + first < items.length, hasPreviousPage: start > 0 },
		...{ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
	};
	return { __typename: 'Connection', nodes, edges, pageInfo };
}
