import { attributePatches } from '../../../../nodes/amazon/listings/attributePatches';
import type { Patch } from '../../../../nodes/amazon/listings/patches';
import { selectorsOf } from '../../../../nodes/amazon/tables/attributeSelectors';
import { findMarketplace } from '../../../../nodes/amazon/tables/marketplaces';
import { describeWithModels, readModelJson } from '../../../contract/models';

const DE = 'A1PA6795UKMFR9';

function patchesOf(attributes: Record<string, unknown>): Patch[] {
	const germany = findMarketplace(DE);
	if (germany === undefined) throw new Error('Germany is gone');
	return attributePatches(attributes, germany);
}

describe('patches of attributes', () => {
	it.each<[string, string, unknown, Array<Omit<Patch, 'path'>>]>([
		[
			'a value gets its marketplace',
			'condition_note',
			[{ value: 'Used', language_tag: 'de_DE' }],
			[{ op: 'replace', value: [{ marketplace_id: DE, value: 'Used', language_tag: 'de_DE' }] }],
		],
		[
			'a bare value',
			'condition_type',
			'new_new',
			[{ op: 'replace', value: [{ marketplace_id: DE, value: 'new_new' }] }],
		],
		[
			'a marketplace that is given stays',
			'condition_type',
			{ marketplace_id: 'X', value: 'new_new' },
			[{ op: 'replace', value: [{ marketplace_id: 'X', value: 'new_new' }] }],
		],
		[
			'stock has no marketplace',
			'fulfillment_availability',
			[{ fulfillment_channel_code: 'DEFAULT', quantity: 5 }],
			[{ op: 'replace', value: [{ fulfillment_channel_code: 'DEFAULT', quantity: 5 }] }],
		],
		[
			'a variation theme has no marketplace',
			'variation_theme',
			[{ name: 'SIZE/COLOR' }],
			[{ op: 'replace', value: [{ name: 'SIZE/COLOR' }] }],
		],
		[
			'a bare variation theme is its name',
			'variation_theme',
			'SIZE',
			[{ op: 'replace', value: [{ name: 'SIZE' }] }],
		],
		['null', 'condition_type', null, [{ op: 'delete', value: [{ marketplace_id: DE }] }]],
		[
			'null stock is the stock of the merchant',
			'fulfillment_availability',
			null,
			[{ op: 'delete', value: [{ fulfillment_channel_code: 'DEFAULT' }] }],
		],
		[
			'null offer is the one for all customers',
			'purchasable_offer',
			null,
			[{ op: 'delete', value: [{ marketplace_id: DE, currency: 'EUR', audience: 'ALL' }] }],
		],
		[
			'null list price',
			'list_price',
			null,
			[{ op: 'delete', value: [{ marketplace_id: DE, currency: 'EUR' }] }],
		],
		['null variation theme has nothing to name', 'variation_theme', null, [{ op: 'delete' }]],
		[
			'a value that is null deletes what the rest names',
			'condition_note',
			[
				{ language_tag: 'en_GB', value: null },
				{ language_tag: 'de_DE', value: 'Gebraucht' },
			],
			[
				{ op: 'delete', value: [{ marketplace_id: DE, language_tag: 'en_GB' }] },
				{ op: 'replace', value: [{ marketplace_id: DE, language_tag: 'de_DE', value: 'Gebraucht' }] },
			],
		],
		[
			'a name of the prototype',
			'constructor',
			'x',
			[{ op: 'replace', value: [{ marketplace_id: DE, value: 'x' }] }],
		],
	])('%s', (_name, attribute, given, expected) => {
		const path = `/attributes/${attribute}`;
		expect(patchesOf({ [attribute]: given })).toEqual(expected.map((patch) => ({ path, ...patch })));
	});
});

interface Schema {
	properties: Record<string, { selectors?: string[]; items?: { properties?: Record<string, unknown> } }>;
}

const SCHEMAS = ['HOME-us', 'HOME-de', 'HOME-jp', 'PRODUCT-gb-LISTING_OFFER_ONLY'].map(
	(name) => `schemas/${name}.json`,
);

describeWithModels("selectors under Amazon's product type schemas", SCHEMAS, () => {
	/** What a deletion can know by itself. */
	const KNOWN = ['marketplace_id', 'currency', 'audience', 'fulfillment_channel_code'];

	it.each(SCHEMAS)('%s', (name) => {
		const { properties } = readModelJson<Schema>(name);
		const wrong = Object.entries(properties).filter(([attribute, { selectors = [], items }]) => {
			const hasMarketplace = 'marketplace_id' in (items?.properties ?? {});
			if (hasMarketplace === (selectorsOf(attribute).withoutMarketplace === true)) return true;
			const [patch] = patchesOf({ [attribute]: null });
			const named = Object.keys(patch?.value?.[0] ?? {});
			return (
				named.sort().join() !==
				selectors
					.filter((one) => KNOWN.includes(one))
					.sort()
					.join()
			);
		});
		expect(wrong.map(([attribute]) => attribute)).toEqual([]);
	});
});
