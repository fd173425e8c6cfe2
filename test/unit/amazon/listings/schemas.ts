import Ajv2019, { type ValidateFunction } from 'ajv/dist/2019';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

import { readModelJson } from '../../../contract/models';

export const FEED_SCHEMA = 'schemas/listings-feed-schema-v2.json';
export const MESSAGE_SCHEMA = 'schemas/listings-feed-message-schema-v2.json';
export const OFFER_SCHEMA = 'schemas/PRODUCT-gb-LISTING_OFFER_ONLY.json';

export type Problems = (value: unknown) => string[];

function problemsBy(validate: ValidateFunction): Problems {
	return (value) =>
		validate(value)
			? []
			: (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What is wrong with a feed document under Amazon's listings feed schema, its messages included. */
export function compileFeedProblems(): Problems {
	const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
	const feed = ajv.compile(readModelJson<object>(FEED_SCHEMA));
	const message = ajv.compile(readModelJson<object>(MESSAGE_SCHEMA));
	return (value) => [
		...problemsBy(feed)(value),
		...(value as { messages: unknown[] }).messages.flatMap(problemsBy(message)),
	];
}

interface Attribute {
	items: { properties: Record<string, Record<string, unknown>> };
}

interface OfferSchema {
	$schema?: string;
	$id?: string;
	properties: Record<string, Attribute>;
	allOf: object[];
}

/** At most that many values that `selectors` cannot tell apart, as Amazon's vocabulary has it. */
function hasOnePerSelectors(
	limit: number,
	value: Array<Record<string, unknown>>,
	selectors: readonly string[],
) {
	const counts = new Map<string, number>();
	for (const entry of value) {
		const key = JSON.stringify(selectors.map((name) => entry[name] ?? null));
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return [...counts.values()].every((count) => count <= limit);
}

/**
 * What is wrong with offer attributes under the schema that Amazon gives for UK offers.
 * @param withBusiness the recorded schema is of an account without Amazon Business: this lifts the two lines that say so
 */
export function compileOfferProblems({ withBusiness }: { withBusiness: boolean }): Problems {
	const { $schema: _, $id: __, ...schema } = readModelJson<OfferSchema>(OFFER_SCHEMA);
	if (withBusiness) {
		const offer = schema.properties.purchasable_offer?.items.properties;
		if (offer?.audience === undefined || offer.quantity_discount_plan === undefined)
			throw new Error('Another schema');
		offer.audience.enum = ['ALL', 'B2B'];
		delete offer.quantity_discount_plan.maxItems;
	}
	const ajv = addFormats(new Ajv2019({ strict: false, allErrors: true }));
	ajv.addKeyword({
		keyword: 'maxUniqueItems',
		validate: (
			limit: number,
			value: Array<Record<string, unknown>>,
			parent?: { [name: string]: unknown; selectors?: string[] },
		) => hasOnePerSelectors(limit, value, parent?.selectors ?? []),
	});
	return problemsBy(ajv.compile(schema));
}
