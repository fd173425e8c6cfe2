import * as fc from 'fast-check';
import { ManualClock, startSimulator, type Simulator } from '../../simulator';
import { ask, signIn, type Session } from '../../simulator/client';
import { fullListing } from '../../simulator/fullListing';

const SELLER = 'ASIMULATOREU1';
const UK = 'A1F83G8C2ARO7P';
const DE = 'A1PA6795UKMFR9';
const ITEMS = `/listings/2021-08-01/items/${SELLER}`;

const clock = new ManualClock();
let simulator: Simulator;
let session: Session;

beforeEach(async () => {
	simulator = await startSimulator({ clock, limits: false });
	session = await signIn(simulator.url);
});
afterEach(() => simulator.stop());

const itemPath = (sku: string, query = `marketplaceIds=${UK}`) =>
	`${ITEMS}/${encodeURIComponent(sku)}?${query}`;
const at = (price: number) => [{ schedule: [{ value_with_tax: price }] }];
const attributesOf = (sku: string) => simulator.state.listing(SELLER, sku)?.attributes ?? {};

async function patch(sku: string, patches: object[], query = `marketplaceIds=${UK}`) {
	const body = { productType: 'PRODUCT', patches };
	return (await session.call({ method: 'PATCH', path: itemPath(sku, query), body })).json as {
		status: string;
	};
}

/** `marketplace audience price` of each offer. */
function offersOf(sku: string): string[] {
	return (attributesOf(sku)['purchasable_offer'] ?? [])
		.filter(({ marketplace_id: id }) => id === UK || id === DE)
		.map(({ marketplace_id: id, audience, our_price: prices }) => {
			const [price] = prices as { schedule: { value_with_tax: number }[] }[];
			return `${id === UK ? 'UK' : 'DE'} ${String(audience)} ${price?.schedule[0]?.value_with_tax}`;
		})
		.sort();
}

describe('a change by patch', () => {
	const ukOffer = { marketplace_id: UK, currency: 'GBP', audience: 'ALL' };
	const path = '/attributes/purchasable_offer';
	const before = ['DE ALL 75.54', 'UK ALL 75.54'];

	it.each<[string, object, string[]]>([
		[
			'replaces the offer it names',
			{ op: 'replace', path, value: [{ ...ukOffer, our_price: at(9) }] },
			['DE ALL 75.54', 'UK ALL 9'],
		],
		[
			'adds one for another audience',
			{ op: 'replace', path, value: [{ ...ukOffer, audience: 'B2B', our_price: at(8) }] },
			[...before, 'UK B2B 8'],
		],
		['merges', { op: 'merge', path, value: [{ ...ukOffer, minimum_seller_allowed_price: at(1) }] }, before],
		['deletes the offer it names', { op: 'delete', path, value: [ukOffer] }, ['DE ALL 75.54']],
		['deletes all', { op: 'delete', path }, []],
		[
			'assumes marketplace, currency and audience',
			{ op: 'replace', path, value: [{ our_price: at(9) }] },
			['DE ALL 75.54', 'UK ALL 9'],
		],
	])('%s', async (_name, change, expected) => {
		expect(offersOf('DEMO-0001')).toEqual(before);
		expect(await patch('DEMO-0001', [change])).toMatchObject({ status: 'ACCEPTED', issues: [] });
		expect(offersOf('DEMO-0001')).toEqual(expected);
	});

	const bounded = { ...ukOffer, our_price: at(9), minimum_seller_allowed_price: at(5) };

	it('merges the price and leaves the rest of the offer', async () => {
		await patch('DEMO-0001', [{ op: 'replace', path, value: [bounded] }]);
		await patch('DEMO-0001', [{ op: 'merge', path, value: [{ ...ukOffer, our_price: at(8) }] }]);
		expect(attributesOf('DEMO-0001')['purchasable_offer']).toContainEqual({ ...bounded, our_price: at(8) });
	});

	it('merges null: a part of the offer goes', async () => {
		await patch('DEMO-0001', [{ op: 'replace', path, value: [bounded] }]);
		const nothing = { ...ukOffer, minimum_seller_allowed_price: null, quantity_discount_plan: null };
		expect(await patch('DEMO-0001', [{ op: 'merge', path, value: [nothing] }])).toMatchObject({
			status: 'ACCEPTED',
		});
		expect(attributesOf('DEMO-0001')['purchasable_offer']).toContainEqual({ ...ukOffer, our_price: at(9) });
	});

	it('merges the quantity and leaves handling time and restock date', async () => {
		const availability = '/attributes/fulfillment_availability';
		const before = {
			fulfillment_channel_code: 'DEFAULT',
			quantity: 9,
			lead_time_to_ship_max_days: 7,
			restock_date: '2026-12-24',
		};
		await patch('DEMO-0001', [{ op: 'replace', path: availability, value: [before] }]);
		const value = [{ fulfillment_channel_code: 'DEFAULT', quantity: 4 }];
		await patch('DEMO-0001', [{ op: 'merge', path: availability, value }]);
		expect(attributesOf('DEMO-0001')['fulfillment_availability']).toEqual([{ ...before, quantity: 4 }]);
	});

	it.each([
		[
			'to merge another attribute',
			{ op: 'merge', path: '/attributes/condition_type', value: [{ value: 'x' }] },
		],
		['to merge away the price', { op: 'merge', path, value: [{ ...ukOffer, our_price: null }] }],
		[
			'a quantity of a marketplace',
			{
				op: 'merge',
				path: '/attributes/fulfillment_availability',
				value: [{ marketplace_id: UK, fulfillment_channel_code: 'DEFAULT', quantity: 1 }],
			},
		],
		[
			'a variation theme of a marketplace',
			{ op: 'replace', path: '/attributes/variation_theme', value: [{ marketplace_id: UK, name: 'SIZE' }] },
		],
	])('refuses %s', async (_name, change) => {
		expect(await patch('DEMO-0001', [change])).toMatchObject({ status: 'INVALID' });
	});

	it('a sale that is left out goes', async () => {
		const discounted = [{ schedule: [{ value_with_tax: 7, start_at: '2026-12-01', end_at: '2026-12-31' }] }];
		const value = { ...ukOffer, our_price: at(9) };
		await patch('DEMO-0001', [{ op: 'replace', path, value: [{ ...value, discounted_price: discounted }] }]);
		expect(JSON.stringify(attributesOf('DEMO-0001'))).toContain('discounted_price');
		await patch('DEMO-0001', [{ op: 'replace', path, value: [value] }]);
		expect(JSON.stringify(attributesOf('DEMO-0001'))).not.toContain('discounted_price');
	});

	it('in preview nothing changes', async () => {
		const change = { op: 'replace', path, value: [{ ...ukOffer, our_price: at(9) }] };
		const query = `marketplaceIds=${UK}&mode=VALIDATION_PREVIEW`;
		expect(await patch('DEMO-0001', [change], query)).toMatchObject({ status: 'VALID' });
		expect(offersOf('DEMO-0001')).toEqual(before);
	});

	it.each(['replace', 'add', 'merge', 'delete'])('%s of a name that no product type knows', async (op) => {
		const change = { op, path: '/attributes/purchasable_ofer', value: [{ ...ukOffer, our_price: at(9) }] };
		const answer = await patch('DEMO-0001', [change]);
		const issue = { code: '90000900', attributeNames: ['purchasable_ofer'] };
		expect(answer).toMatchObject({ status: 'INVALID', issues: [issue] });
		expect(Object.keys(attributesOf('DEMO-0001'))).not.toContain('purchasable_ofer');
	});

	it('wrong in its meaning is a success that changes nothing; the listing tells, until it is mended', async () => {
		const wrong = { ...ukOffer, our_price: at(9), minimum_seller_allowed_price: at(10) };
		const issuesOf = async () => {
			const query = `marketplaceIds=${UK}&includedData=issues`;
			const { json } = await session.call({ path: itemPath('DEMO-0001', query) });
			return (json as { issues: { code: string }[] }).issues.map(({ code }) => code);
		};
		expect(await patch('DEMO-0001', [{ op: 'replace', path, value: [wrong] }])).toMatchObject({
			status: 'ACCEPTED',
			issues: [],
		});
		expect([offersOf('DEMO-0001'), await issuesOf()]).toEqual([before, ['18155']]);
		const found = `${ITEMS}?marketplaceIds=${UK}&withIssueSeverity=ERROR`;
		expect((await session.call({ path: found })).json).toMatchObject({ items: [{ sku: 'DEMO-0001' }] });
		await patch('DEMO-0001', [{ op: 'replace', path, value: [{ ...ukOffer, our_price: at(9) }] }]);
		expect([offersOf('DEMO-0001'), await issuesOf()]).toEqual([['DE ALL 75.54', 'UK ALL 9'], []]);
	});

	it('wrong in its meaning is told by a preview, and by a strict Amazon', async () => {
		const wrong = { ...ukOffer, our_price: at(9), minimum_seller_allowed_price: at(10) };
		const change = { op: 'replace', path, value: [wrong] };
		const refused = { status: 'INVALID', issues: [{ code: '18155' }] };
		const query = `marketplaceIds=${UK}&mode=VALIDATION_PREVIEW`;
		expect(await patch('DEMO-0001', [change], query)).toMatchObject(refused);
		const strict = await startSimulator({ clock, limits: false, seed: { semanticFault: 'reject' } });
		session = await signIn(strict.url);
		const answer = await patch('DEMO-0001', [change]);
		await strict.stop();
		expect(answer).toMatchObject(refused);
	});

	it('with one bad part nothing changes', async () => {
		const good = { op: 'replace', path, value: [{ ...ukOffer, our_price: at(9) }] };
		const bad = { op: 'replace', path: '/attributes/fulfillment_availability', value: [{ quantity: 1 }] };
		expect(await patch('DEMO-0001', [good, bad])).toMatchObject({ status: 'INVALID' });
		expect(offersOf('DEMO-0001')).toEqual(before);
	});
});

describe('a listing', () => {
	it('is created, read and deleted', async () => {
		const attributes = fullListing({
			item_name: [{ value: 'New' }],
			purchasable_offer: [{ our_price: at(12.5) }],
			fulfillment_availability: [{ fulfillment_channel_code: 'DEFAULT', quantity: 4 }],
		});
		const body = { productType: 'SHOES', attributes };
		const put = await session.call({ method: 'PUT', path: itemPath('NEW'), body });
		expect(put.json).toMatchObject({ status: 'ACCEPTED', sku: 'NEW' });
		const query = `marketplaceIds=${UK}&includedData=summaries,offers,fulfillmentAvailability`;
		expect((await session.call({ path: itemPath('NEW', query) })).json).toMatchObject({
			summaries: [{ productType: 'SHOES', status: ['BUYABLE', 'DISCOVERABLE'], itemName: 'New' }],
			offers: [{ offerType: 'B2C', price: { currencyCode: 'GBP', amount: '12.50' } }],
			fulfillmentAvailability: [{ fulfillmentChannelCode: 'DEFAULT', quantity: 4 }],
		});
		expect((await session.call({ method: 'DELETE', path: itemPath('NEW') })).json).toMatchObject({
			status: 'ACCEPTED',
		});
		expect((await session.call({ path: itemPath('NEW') })).status).toBe(404);
	});

	const put = async (body: object) =>
		(await session.call({ method: 'PUT', path: itemPath('NEW'), body })).json as {
			status: string;
			issues: { code: string; message: string; attributeNames?: string[] }[];
		};
	const without = (...names: string[]) =>
		Object.fromEntries(Object.entries(fullListing()).filter(([name]) => !names.includes(name)));
	const ID = 'externally_assigned_product_identifier';

	it.each<[string, object, string[]]>([
		['whole', { productType: 'SHOES', attributes: fullListing() }, []],
		['without a brand', { productType: 'SHOES', attributes: without('brand') }, ['90220 brand']],
		['without an identifier', { productType: 'HOME', attributes: without(ID) }, [`90220 ${ID}`]],
		[
			'with a brand that is spelt wrong',
			{ productType: 'SHOES', attributes: { ...without('brand'), brnad: [{ value: 'B' }] } },
			['90220 brand', '90000900 brnad'],
		],
		['of a type that Amazon has not', { productType: 'TEASET', attributes: fullListing() }, ['4000003']],
		[
			'as an offer only, without its condition',
			{
				productType: 'HOME',
				requirements: 'LISTING_OFFER_ONLY',
				attributes: { merchant_suggested_asin: [{}] },
			},
			['90220 condition_type'],
		],
		[
			'as a product only',
			{
				productType: 'HOME',
				requirements: 'LISTING_PRODUCT_ONLY',
				attributes: without('condition_type'),
			},
			[],
		],
	])('put %s', async (_name, body, expected) => {
		const { status, issues } = await put(body);
		expect(issues.map(({ code, attributeNames = [] }) => [code, ...attributeNames].join(' '))).toEqual(
			expected,
		);
		expect(status).toBe(expected.length === 0 ? 'ACCEPTED' : 'INVALID');
		expect(simulator.state.listing(SELLER, 'NEW') === undefined).toBe(expected.length > 0);
	});

	it('deleted in one marketplace stays in the others', async () => {
		await session.call({ method: 'DELETE', path: itemPath('DEMO-0001') });
		expect(offersOf('DEMO-0001')).toEqual(['DE ALL 75.54']);
	});

	it.each(['A/B', 'A#1', '50%', 'Größe', 'two words', 'a+b', 'a?b', 'a,b'])(
		'may be called "%s"',
		async (sku) => {
			simulator.seedCatalogue({ sellerId: SELLER, prefix: sku, count: 1, anySuffix: true });
			const answer = await session.call({ path: itemPath(sku) });
			expect([answer.status, answer.json]).toEqual([200, expect.objectContaining({ sku })]);
		},
	);

	it.each([
		['a space in front', '%20A'],
		['a space at the end', 'A%20'],
		['nothing', ''],
		['a broken percent sign', 'A%ZZ'],
	])('may not be called with %s', async (_name, segment) => {
		const answer = await session.call({ path: `${ITEMS}/${segment}?marketplaceIds=${UK}` });
		expect([answer.status, answer.json]).toEqual([
			400,
			{ errors: [expect.objectContaining({ code: 'InvalidInput' })] },
		]);
	});

	it('has any name that a path can carry', async () => {
		simulator.seedCatalogue({ sellerId: SELLER, prefix: '', count: 0, anySuffix: true });
		const sku = fc
			.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
			.filter((text) => text.trim() === text && !/^\.+$/.test(text));
		await fc.assert(
			fc.asyncProperty(sku, async (name) => {
				expect((await session.call({ path: itemPath(name) })).json).toMatchObject({ sku: name });
			}),
			{ numRuns: 100 },
		);
	});
});

describe('a catalogue', () => {
	it('of 100,000 costs nothing and is all there', async () => {
		simulator.seedCatalogue({ sellerId: SELLER, prefix: 'BULK-', count: 100_000 });
		for (const [sku, status] of [
			['BULK-000001', 200],
			['BULK-100000', 200],
			['BULK-100001', 404],
			['BULK-1', 404],
		] as const) {
			expect((await session.call({ path: itemPath(sku) })).status).toBe(status);
		}
		expect((await session.call({ path: `${ITEMS}?marketplaceIds=${UK}` })).json).toMatchObject({
			numberOfResults: 102_000,
		});
	});
});

describe('a search', () => {
	interface Page {
		numberOfResults: number;
		items: { sku: string }[];
		pagination?: { nextToken?: string; previousToken?: string };
	}
	const search = async (query: string) =>
		(await session.call({ path: `${ITEMS}?marketplaceIds=${UK}&${query}` })).json as Page;
	const skusOf = ({ items }: Page) => items.map(({ sku }) => sku);

	it.each<[string, string, string[]]>([
		[
			'by SKU',
			'identifiers=DEMO-0003,NONE,DEMO-0002&identifiersType=SKU&sortBy=sku&sortOrder=ASC',
			['DEMO-0002', 'DEMO-0003'],
		],
		['by ASIN', 'identifiers=B000PSDTZY&identifiersType=ASIN', ['DEMO-0001']],
		['by SKU downwards', 'sortBy=sku&sortOrder=DESC&pageSize=2', ['DEMO-2000', 'DEMO-1999']],
		['with issues', 'withIssueSeverity=ERROR', []],
		['not listed when', 'createdAfter=2026-11-01T00:00:00Z', []],
	])('%s', async (_name, query, expected) => {
		expect(skusOf(await search(query))).toEqual(expected);
	});

	it('by status', async () => {
		const stock = [{ fulfillment_channel_code: 'DEFAULT', quantity: 0 }];
		await patch('DEMO-0001', [{ op: 'replace', path: '/attributes/fulfillment_availability', value: stock }]);
		const both = await search('identifiers=DEMO-0001,DEMO-0002&identifiersType=SKU&withStatus=BUYABLE');
		const none = await search('identifiers=DEMO-0001,DEMO-0002&identifiersType=SKU&withoutStatus=BUYABLE');
		expect([skusOf(both), skusOf(none)]).toEqual([['DEMO-0002'], ['DEMO-0001']]);
	});

	it('shows what changed last first', async () => {
		await patch('DEMO-0700', [{ op: 'delete', path: '/attributes/condition_type' }]);
		expect(skusOf(await search('pageSize=1'))).toEqual(['DEMO-0700']);
	});

	it('shows a thousand listings, each once, and no more', async () => {
		const seen: string[] = [];
		let page = await search('pageSize=20');
		for (;;) {
			seen.push(...skusOf(page));
			const token = page.pagination?.nextToken;
			if (token === undefined) break;
			page = await search(`pageSize=20&pageToken=${encodeURIComponent(token)}`);
		}
		expect([seen.length, new Set(seen).size, page.numberOfResults]).toEqual([1000, 1000, 2000]);
	});

	it.each([
		'pageSize=0',
		'pageSize=21',
		'identifiers=A',
		'identifiersType=SKU',
		'pageToken=x',
		'withStatus=SOLD',
		'sortBy=price',
		'skus=A',
	])('refuses %s', async (query) => {
		expect((await session.call({ path: `${ITEMS}?marketplaceIds=${UK}&${query}` })).status).toBe(400);
	});
});

describe('a request that is no request', () => {
	it.each<[string, string, string, number, string]>([
		['an unknown path', 'GET', '/orders/v9/orders', 404, 'NotFound'],
		['what only Amazon has', 'GET', '/finances/v0/financialEvents', 501, 'NotSimulated'],
		['an unknown method', 'POST', '/sellers/v1/marketplaceParticipations', 405, 'MethodNotAllowed'],
		['the root', 'GET', '/', 404, 'NotFound'],
	])('%s', async (_name, method, path, status, code) => {
		const answer = await ask(simulator.url, { method, path });
		expect([answer.status, answer.json]).toMatchObject([status, { errors: [{ code }] }]);
	});

	it('a body that is too large', async () => {
		const body = { productType: 'P', attributes: { item_name: [{ value: 'x'.repeat(11 * 2 ** 20) }] } };
		const answer = await session.call({ method: 'PUT', path: itemPath('NEW'), body });
		expect(answer.status).toBe(413);
	});
});
