import { questionsFor } from '../../../../workflows-examples/source/code/magento/orderIds';
import { entriesOf } from '../../../../workflows-examples/source/code/magento/pages';
import { sinceLastRun } from '../../../../workflows-examples/source/code/magento/since';
import { changeAfterConfirm } from '../../../../workflows-examples/source/code/shipments/confirmAnswers';
import { fatesOfPackages, type PackageRow } from '../../../../workflows-examples/source/code/shipments/fates';
import { changeAfterFeed } from '../../../../workflows-examples/source/code/shipments/feedAnswers';
import { packagesOfMagento } from '../../../../workflows-examples/source/code/shipments/magentoPackages';
import { messagesOfPackages } from '../../../../workflows-examples/source/code/shipments/messages';
import { packageOfShopify } from '../../../../workflows-examples/source/code/shipments/shopifyPackage';
import { packagesOfWooCommerce } from '../../../../workflows-examples/source/code/shipments/wooCommercePackages';

const ORDER = '302-1234567-1234567';
const NOW = Date.parse('2026-11-20T12:00:00Z');

describe('packages of WooCommerce', () => {
	const parcel = {
		tracking_provider: 'dhl',
		tracking_number: ' 123 ',
		date_shipped: String(NOW / 1000 - 43_200),
	};
	const order = (change: object, parcels: unknown = [parcel]) => ({
		...{ id: 7, status: 'completed' },
		meta_data: [
			{ key: '_amazon_order_id', value: ORDER },
			{ key: '_wc_shipment_tracking_items', value: parcels },
		],
		...change,
	});

	const untracked = (...more: Array<{ key: string; value: unknown }>) =>
		order({ meta_data: [{ key: '_amazon_order_id', value: ORDER }, ...more] });

	it('one per parcel', () => {
		expect(packagesOfWooCommerce(order({}), NOW)).toEqual([
			expect.objectContaining({
				...{ shipment: 'woocommerce/7/1', amazonOrderId: ORDER, carrier: 'dhl', trackingNumber: '123' },
				...{ shipDate: '2026-11-20T12:00:00.000Z', items: '', status: 'waiting' },
			}),
		]);
	});

	it.each([
		['without the field of a plugin', untracked()],
		['with an empty field', order({}, '')],
		['with an empty list', order({}, [])],
		['that the merchant ships', untracked({ key: '_amazon_channel', value: 'MFN' })],
	])('one without carrier and number of a completed order %s, named as its first parcel', (_what, given) => {
		expect(packagesOfWooCommerce(given, NOW)).toEqual([
			expect.objectContaining({
				...{ shipment: 'woocommerce/7/1', amazonOrderId: ORDER, carrier: '', trackingNumber: '' },
				...{ shipDate: '', items: '', store: 'woocommerce', status: 'waiting' },
			}),
		]);
	});

	it('a parcel with a day that cannot be read has none', () => {
		const [row] = packagesOfWooCommerce(order({}, { 0: { ...parcel, date_shipped: 'today' } }), NOW);
		expect(row?.shipDate).toBe('');
	});

	it.each([
		['that is not completed', order({ status: 'processing' })],
		['without parcels that Amazon ships', untracked({ key: '_amazon_channel', value: 'AFN' })],
		['that is not completed, without parcels', { ...untracked(), status: 'on-hold' }],
		['that is not of Amazon', order({ meta_data: [{ key: '_amazon_order_id', value: 'web' }] })],
		['without meta fields', order({ meta_data: undefined })],
	])('none of an order %s', (_what, given) => expect(packagesOfWooCommerce(given, NOW)).toEqual([]));
});

describe('packages of Shopify', () => {
	const line = { sku: 'A', quantity: 1, properties: [{ name: '_amazon_order_item_id', value: 11 }] };
	const fulfillment = {
		...{ id: 3, status: 'success', created_at: '2026-11-20T10:00:00Z', tracking_company: 'UPS' },
		...{ tracking_numbers: ['1Z'], line_items: [line, line, { sku: 'WRAP', quantity: 1 }] },
	};
	const answer = { data: { order: { sourceIdentifier: ORDER, tags: [] } } };

	it.each([
		['by Amazon ids', {}, '[{"itemId":"11","quantity":2}]'],
		[
			'by SKUs',
			{
				line_items: [
					{ sku: 'A', quantity: 2 },
					{ sku: '', quantity: 1 },
				],
			},
			'[{"sku":"A","quantity":2}]',
		],
		['without lines', { line_items: [] }, ''],
	])('%s', (_what, change, items) => {
		const rows = packageOfShopify({ ...fulfillment, ...change }, answer);
		expect(rows).toEqual([expect.objectContaining({ shipment: 'shopify/3', trackingNumber: '1Z', items })]);
	});

	it.each([
		['that is not of Amazon', {}, { data: { order: { tags: ['sale'] } } }],
		['that Shopify does not know', {}, { data: { order: null } }],
		['whose fulfilment failed', { status: 'failure' }, answer],
	])('none of an order %s', (_what, change, given) => {
		expect(packageOfShopify({ ...fulfillment, ...change }, given)).toEqual([]);
	});

	it.each([[{}], [{ data: {}, errors: [{ message: 'denied' }] }]])('%j is no answer', (given) => {
		expect(() => packageOfShopify(fulfillment, given)).toThrow('Shopify did not answer with the order');
	});
});

describe('packages of Magento', () => {
	const order = {
		entity_id: 1,
		ext_order_id: ORDER,
		items: [
			{ item_id: 5, ext_order_item_id: '55' },
			{ item_id: 6, sku: 'B' },
		],
	};
	const shipment = {
		...{ entity_id: 2, order_id: 1, created_at: '2026-11-20 10:00:00' },
		tracks: [{ title: '', carrier_code: 'dhl', track_number: '123' }],
		items: [
			{ order_item_id: 5, qty: '1.0000' },
			{ order_item_id: 6, qty: 2 },
			{ order_item_id: 9, qty: 1 },
		],
	};

	it('one per shipment, with lines that the order knows', () => {
		expect(packagesOfMagento([shipment], [order])).toEqual([
			expect.objectContaining({
				...{ shipment: 'magento/2', carrier: 'dhl', shipDate: '2026-11-20T10:00:00Z' },
				items: '[{"itemId":"55","quantity":1},{"sku":"B","quantity":2}]',
			}),
		]);
	});

	it.each([
		['of no Amazon order', [{ ...order, ext_order_id: null }]],
		['of an order that is not there', []],
	])('an empty item for a shipment %s', (_what, orders) =>
		expect(packagesOfMagento([shipment], orders)).toEqual([{}]),
	);

	it('none without shipments', () => expect(packagesOfMagento([], [order])).toEqual([]));
});

describe('questions to Magento', () => {
	it('name each order once, a hundred together', () => {
		const entries = Array.from({ length: 150 }, (_, index) => ({ order_id: index % 120 }));
		const [first, second, ...others] = questionsFor(entries).map(({ orderIds }) => orderIds.split(','));
		expect([first?.length, second?.length, others]).toEqual([100, 20, []]);
		expect(questionsFor([])).toEqual([]);
	});

	it('are not asked when there is no list to ask about', () => {
		expect(entriesOf([{ items: [1] }, { items: [] }], 'orders')).toEqual([1]);
		expect(() => entriesOf([{ items: null }], 'orders')).toThrow(
			'Magento did not answer with orders: nothing',
		);
	});

	it.each([
		['2026-11-20T10:00:00Z', '2026-11-20 09:45:00'],
		[undefined, '2026-11-19 12:00:00'],
		['yesterday', '2026-11-19 12:00:00'],
	])('after a run at %s look back to %s', (changedSince, since) => {
		const settings = { overlapMinutes: 15, firstLookBackHours: 24 };
		expect(sinceLastRun(changedSince, settings, NOW)).toEqual({
			since,
			changedSince: new Date(NOW).toISOString(),
		});
	});
});

describe('what becomes of packages', () => {
	const row = (id: number, more: Partial<PackageRow> = {}): PackageRow => ({
		...{ id, shipment: 's', status: 'waiting', carrier: 'dhl', trackingNumber: '1', items: '' },
		...more,
	});

	it.each([
		['nothing', [], []],
		['one package', [row(1)], ['send']],
		['a row that was read twice', [row(1), row(1)], ['send']],
		['the earlier of two of ours', [row(1), row(2)], ['copy', 'send']],
		['another run is at work', [row(1), row(9, { claim: 'x' })], ['later']],
		['sent before', [row(1), row(9, { status: 'submitted' })], ['copy']],
		[
			'sent before with another number',
			[row(1), row(9, { status: 'submitted', trackingNumber: '2' })],
			['send'],
		],
		['a row that was not taken', [row(9)], []],
	])('%s', (_what, rows, fates) => {
		expect(fatesOfPackages(rows, new Set([1, 2])).map(({ fate }) => fate)).toEqual(fates);
	});
});

describe('answers to packages', () => {
	const sent = { id: 1, trackingNumber: '123' };

	it.each([
		[
			{ status: 'submitted', feedId: 'F', messageId: 1, feedMessages: 2 },
			{ status: 'submitted', feedId: 'F', reason: '' },
		],
		[
			{ status: 'held', reason: 'r', message: 'm' },
			{ status: 'held', reason: 'r', message: 'm' },
		],
		[
			{ status: 'unclear', message: 'm' },
			{ status: 'waiting', reason: 'unclear', message: 'm' },
		],
		[{ error: 'no network' }, { status: 'waiting', reason: 'not-sent', message: 'no network' }],
		[{}, { status: 'waiting', reason: 'not-sent' }],
	])('in a feed: %j', (answer, expected) =>
		expect(changeAfterFeed(sent, answer)).toMatchObject({ ...sent, claim: '', ...expected }),
	);

	it.each([
		[{ status: 'confirmed' }, { status: 'confirmed', reason: '', message: '' }],
		[
			{ status: 'rejected', reason: 'r', message: 'm' },
			{ status: 'rejected', reason: 'r' },
		],
		[
			{ status: 'failed', message: 'm' },
			{ status: 'waiting', reason: 'not-sent', message: 'm' },
		],
		[{ error: 'no network' }, { status: 'waiting', message: 'no network' }],
	])('by itself: %j', (answer, expected) =>
		expect(changeAfterConfirm(sent, answer)).toMatchObject({ ...sent, claim: '', ...expected }),
	);

	const told = { amazonOrderId: ORDER, shipment: 's', status: 'held', message: 'm' };
	it.each([
		['nothing', [], []],
		['what went', [{ ...told, status: 'submitted' }], []],
		['two', [told, { ...told, status: 'rejected' }], ['2 shipments did not get to Amazon']],
	])('the message about %s', (_what, rows, subjects) => {
		expect(messagesOfPackages(rows).map(({ subject }) => subject)).toEqual(subjects);
	});
});
