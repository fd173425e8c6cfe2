import { isObject, objectAt, textAt, type JsonObject } from '../jsonFields';
import { json, type StoreAnswer, type StoreRequest, type StoreRoute } from '../storeRoute';
import { placedOn, type StoreState } from '../storeState';
import { SHOPIFY_ACCESS_TOKEN } from '../tokens';
import { cancelOrder } from './cancelOrder';
import { checkedArguments } from './checkInput';
import { createOrder } from './createOrder';
import { createFulfillment } from './fulfillments';
import { GraphqlError, noSuchField } from './graphqlError';
import { ROOT_FIELDS } from './inputTypes';
import type { ShopifyOrder } from './order';
import { parseGraphql, type Field, type Operation } from './parseGraphql';
import { searchObjects } from './search';
import { select } from './select';
import { toVariants } from './variants';

/** What each root field answers with, before the document chooses from it, and what calls to it are named. */
const ANSWERS: Readonly<
	Record<string, { operation: string; answer: (state: StoreState, args: JsonObject) => unknown }>
> = {
	orderCreate: { operation: 'createOrder', answer: createOrder },
	orderCancel: { operation: 'cancelOrder', answer: cancelOrder },
	fulfillmentCreate: { operation: 'createShipment', answer: createFulfillment },
	orders: {
		operation: 'findOrders',
		answer: (state, args) => searchObjects(sorted(ordersOf(state), args), textAt(args, 'query')),
	},
	order: {
		operation: 'getOrder',
		answer: (state, args) => ordersOf(state).find(({ id }) => id === textAt(args, 'id')) ?? null,
	},
	productVariants: {
		operation: 'findProducts',
		answer: ({ shopifyProducts }, args) => searchObjects(toVariants(shopifyProducts), textAt(args, 'query')),
	},
};

/**
 * Shopify's Admin GraphQL API, any version. An imported order is found by
 * `orders(first: 1, query: "source_identifier:<Amazon order id>")`; the real search takes a moment to know new orders.
 */
export const shopifyRoutes: readonly StoreRoute[] = [
	{
		...{ method: 'POST', path: /^\/admin\/api\/\d{4}-\d\d\/graphql\.json$/, platform: 'shopify' },
		operation: operationOf,
		answer: (state, request) => {
			if (request.headers['x-shopify-access-token'] !== SHOPIFY_ACCESS_TOKEN)
				return json(401, {
					errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
				});
			return answerDocument(state, request);
		},
	},
];

function operationOf({ body }: StoreRequest): string {
	const text = textAt(body, 'query');
	const root = Object.keys(ANSWERS).find((name) => new RegExp(`[{\\s:]${name}\\s*[({]`).test(text));
	return ANSWERS[root ?? '']?.operation ?? 'unknown';
}

function answerDocument(state: StoreState, { body }: StoreRequest): StoreAnswer {
	if (!isObject(body) || textAt(body, 'query') === '')
		return json(400, { errors: { query: 'Required parameter missing or invalid' } });
	try {
		const operation = parseGraphql(textAt(body, 'query'));
		const variables = { ...operation.defaults, ...objectAt(body, 'variables') };
		const answers = operation.fields.map((field) => [
			field.alias,
			answerField(state, operation, field, variables),
		]);
		const cost = { requestedQueryCost: 10, actualQueryCost: 10 };
		return json(200, { data: Object.fromEntries(answers), extensions: { cost } });
	} catch (error) {
		if (!(error instanceof GraphqlError)) throw error;
		const { message, extensions } = error;
		return json(200, { errors: [{ message, locations: [{ line: 1, column: 1 }], extensions }] });
	}
}

function answerField(state: StoreState, operation: Operation, field: Field, variables: JsonObject): unknown {
	const root = operation.kind === 'query' ? 'QueryRoot' : 'Mutation';
	const answer = ANSWERS[field.name]?.answer;
	if (answer === undefined || ROOT_FIELDS[operation.kind][field.name] === undefined)
		throw noSuchField(field.name, root);
	const args = checkedArguments(operation, field, variables);
	const object = { __typename: root, [field.name]: answer(state, args) };
	return select(object, [{ ...field, alias: field.name }], variables)[field.name];
}

function ordersOf(state: StoreState): ShopifyOrder[] {
	return placedOn(state, 'shopify').map(({ raw }) => raw);
}

function sorted(orders: ShopifyOrder[], { sortKey, reverse }: JsonObject): ShopifyOrder[] {
	const field = sortKey === 'UPDATED_AT' ? 'updatedAt' : 'createdAt';
	const inOrder = [...orders].sort((one, other) => Date.parse(one[field]) - Date.parse(other[field]));
	return reverse === true ? inOrder.reverse() : inOrder;
}
