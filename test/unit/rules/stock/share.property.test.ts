import fc from 'fast-check';

import { decideAll } from '../../../../nodes/AmazonListings/offer/decide';
import { isSending, stockOf } from '../../../../nodes/AmazonListings/offer/decision';
import type { OfferSettings } from '../../../../nodes/AmazonListings/offer/settings';
import { MARKETPLACES } from '../../../../nodes/amazon/tables/marketplaces';

const EUROPE = MARKETPLACES.filter(({ region }) => region === 'eu').slice(0, 5);
const row = fc.record(
	{
		sku: fc.constantFrom('A', 'B'),
		marketplace: fc.constantFrom(...EUROPE.map(({ country }) => country)),
		quantity: fc.oneof(fc.integer({ min: -2, max: 9 }), fc.constant('many')),
		lastQuantity: fc.nat(9),
	},
	{ requiredKeys: ['sku', 'marketplace', 'quantity'] },
);

function decide(items: Array<Record<string, string | number>>, stockOnce: boolean, onlyChanges: boolean) {
	const settings = {
		...{ skuField: 'sku', quantityField: 'quantity', stockRules: {}, options: { onlyChanges } },
		...{ marketplaces: [], notation: {} },
	} as unknown as OfferSettings;
	const marketplaceIds = EUROPE.map(({ id }) => id);
	return decideAll({ kind: 'stock', items, settingsOf: () => settings, marketplaceIds, now: 0, stockOnce });
}

describe('the quantities that go to the marketplaces of a region', () => {
	it('are one per SKU, never above what any of its newest values allows', () => {
		fc.assert(
			fc.property(
				fc.array(row, { maxLength: 12 }),
				fc.boolean(),
				fc.boolean(),
				(items, once, onlyChanges) => {
					const decisions = decide(items, once, onlyChanges);
					expect(decisions.map(({ item }) => item)).toEqual(items.map((_, index) => index));
					for (const sku of ['A', 'B']) {
						const ofSku = decisions.filter((decision) => decision.sku === sku);
						const sent = ofSku.filter(isSending).map((decision) => stockOf(decision)?.quantity);
						expect(new Set(sent).size).toBeLessThanOrEqual(1);
						if (once) expect(sent.length).toBeLessThanOrEqual(1);
						const allowed = ofSku
							.filter(({ stock }) => stock?.kind === 'change' || stock?.reason !== 'superseded')
							.map(({ item }) => items[item]?.quantity)
							.filter((quantity) => typeof quantity === 'number');
						if (sent.length > 0) expect(sent[0]).toBe(Math.max(0, Math.min(...allowed)));
					}
				},
			),
			{ numRuns: 500 },
		);
	});
});
