import { jsonParse, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { marketplaceId, readMarketplace, readSku, sku } from './fields';
import { attributePatches } from '../../amazon/listings/attributePatches';
import { issuesText } from '../../amazon/listings/issueText';
import { patchListing } from '../../amazon/listings/listing';
import { OFFER_PRODUCT_TYPE } from '../../amazon/listings/patches';
import type { ListingSubmission } from '../../amazon/listings/submission';
import type { EachOperation } from '../../n8n/operation';
import { isGroup } from '../../n8n/params';
import { ConfigError } from '../../rules/verdict/verdict';

const productType: INodeProperties = {
	displayName: 'Product Type',
	name: 'productType',
	type: 'string',
	required: true,
	default: OFFER_PRODUCT_TYPE,
	placeholder: 'e.g. SHIRT',
	description:
		"Amazon's product type of the listing. PRODUCT will do for prices, stock, condition and images of the offer.",
};

const attributes: INodeProperties = {
	displayName: 'Fields to Update',
	name: 'attributes',
	type: 'json',
	required: true,
	hint: 'For those who know the names that Amazon gives to attributes',
	default: '{\n  "condition_note": [{ "value": "", "language_tag": "en_GB" }]\n}',
	description:
		'Amazon\'s attributes to replace, each with its list of values. The marketplace is filled in where the attribute has one. <code>null</code> removes an attribute in the marketplace; <code>[{ "language_tag": "de_DE", "value": null }]</code> removes one language of it.',
	builderHint: {
		propertyHint:
			"Write JSON with Amazon's attribute names, each with a list of values, such as a condition_note with value and language_tag. Get with Output: Raw and Data to Include: Attributes shows the names.",
	},
};

const preview: INodeProperties = {
	displayName: 'Only Check',
	name: 'preview',
	type: 'boolean',
	default: false,
	description: "Whether to let Amazon check the change without taking it over (Amazon's validation preview)",
	builderHint: {
		propertyHint: 'Turn it on while a workflow is built: Amazon checks the change and takes nothing over.',
	},
};

export const update: EachOperation = {
	value: 'update',
	name: 'Update Fields',
	action: 'Update fields of listing',
	description: 'Replace single attributes of a listing at once, and leave the others alone',
	builderHint:
		'For attributes such as the condition note. Prices and stock go through Price and Stock: Submit, which has rules and brakes.',
	fields: [marketplaceId, sku, productType, attributes, preview],
	columns: { first: ['status', 'sku', 'message'], last: ['issues', 'identifiers', 'submissionId'] },
	next: {
		accepted: 'Amazon shows changes after a few minutes.',
		ready: 'Only Check: nothing was changed.',
		rejected: '',
	},
	async each(context, item) {
		const { client, params, signal } = context;
		const marketplace = readMarketplace(context, item);
		const address = { sku: readSku(context, item), marketplaceIds: [marketplace.id] };
		const patches = attributePatches(readAttributes(params.value('attributes', item)), marketplace);
		const change = {
			productType: params.text('productType', item),
			patches,
			preview: params.flag('preview', item),
		};
		const submission = await patchListing(client, address, change, signal);
		if (submission.status === 'INVALID' && !change.preview) throw refusalOf(submission, address.sku);
		return { json: toJson(submission) };
	},
};

const STATUS_WORDS: Readonly<Record<string, string>> = { ACCEPTED: 'accepted', VALID: 'ready' };

function toJson({ status, sku, issues = [], ...ids }: ListingSubmission): IDataObject {
	const json = {
		status: STATUS_WORDS[status] ?? 'rejected',
		sku,
		message: issuesText(issues),
		issues,
		...ids,
	};
	return { ...json };
}

function readAttributes(given: unknown): IDataObject {
	const value =
		typeof given === 'string'
			? jsonParse<unknown>(given, { errorMessage: 'Fields to Update must be valid JSON' })
			: given;
	if (isGroup(value) && Object.keys(value).length > 0) return value;
	throw new ConfigError(
		'Fields to Update',
		'an object of Amazon attributes, e.g. {"condition_note": [{"value": "New"}]}',
	);
}

/** Amazon answers 200 to a change that it did not take over. */
export function refusalOf({ issues }: ListingSubmission, listing: string): Error {
	const reasons = issuesText(issues);
	return new Error(
		`Amazon refused the change to SKU "${listing}": ${reasons === '' ? 'no reason given' : reasons}`,
	);
}
