import fc from 'fast-check';
import { CARRIER_ALIASES, CARRIER_CODES } from '../../../../nodes/amazon/tables/carriers';
import { createCarrierFinder } from '../../../../nodes/rules/sendBack/shipment/carrier';
import { decideCancellation } from '../../../../nodes/rules/sendBack/cancellation/decide';
import { decideRefund } from '../../../../nodes/rules/sendBack/refund/decide';
import { decideShipment, type ShipmentChange } from '../../../../nodes/rules/sendBack/shipment/decide';
import { listLedger } from '../../../../nodes/rules/verdict/runLedger';
import { aLine, anOrder, NOW } from '../order/orders';

const ship = decideShipment({}, createCarrierFinder(CARRIER_CODES, CARRIER_ALIASES));
const ORDER_ID = '111-1111111-1111111';

const line = fc
	.record({ sku: fc.constantFrom('A', 'B'), ordered: fc.nat(5), shipped: fc.nat(3), cancelled: fc.nat(2) })
	.filter(({ ordered, shipped, cancelled }) => shipped + cancelled <= ordered);
const order = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) =>
	anOrder({
		status: 'PARTIALLY_SHIPPED',
		lines: lines.map((each, index) => aLine({ ...each, itemId: String(1000 + index) })),
		packages: [{ reference: '7', trackingNumber: 'T7', lines: [{ itemId: '1000', quantity: 1 }] }],
	}),
);
const name = fc.constantFrom({ sku: 'A' }, { sku: 'B' }, { itemId: '1000' }, { itemId: '1001' });
const quantity = fc.oneof(fc.constant({}), fc.record({ quantity: fc.nat(4) }));
const named = fc.tuple(name, quantity).map(([which, many]) => ({ ...which, ...many }));
const row = fc.record(
	{
		amazonOrderId: fc.constant(ORDER_ID),
		carrier: fc.constant('UPS'),
		trackingNumber: fc.constantFrom('T1', 'T2', 'T3', 'T7'),
		packageReference: fc.constantFrom('7', '8'),
		items: fc.array(named, { minLength: 1, maxLength: 3 }),
	},
	{ requiredKeys: ['amazonOrderId', 'carrier'] },
);

describe('shipments, for any order and any rows of it', () => {
	it('never ship more of a line than is ordered and neither shipped nor cancelled', () => {
		let changes = 0;
		fc.assert(
			fc.property(order, fc.array(row, { maxLength: 6 }), (given, rows) => {
				const run = listLedger<ShipmentChange>();
				const shipped = new Map(given.lines.map((each) => [each.itemId, each.shipped]));
				for (const each of rows) {
					const verdict = ship(each, given, NOW, run);
					if (verdict.kind !== 'change') continue;
					changes++;
					run.book(ORDER_ID, [verdict.change]);
					const { lines = [], corrects = [] } = verdict.change;
					expect(lines.length).toBeGreaterThan(0);
					for (const old of corrects) shipped.set(old.itemId, (shipped.get(old.itemId) ?? 0) - old.quantity);
					for (const sent of lines) {
						expect(sent.quantity).toBeGreaterThan(0);
						shipped.set(sent.itemId, (shipped.get(sent.itemId) ?? 0) + sent.quantity);
					}
				}
				for (const { itemId, ordered, cancelled, shipped: before } of given.lines) {
					// Amazon's own numbers may contradict each other: what it shipped stays shipped.
					expect(shipped.get(itemId)).toBeLessThanOrEqual(Math.max(ordered - cancelled, before));
				}
			}),
			{ numRuns: 1000 },
		);
		expect(changes).toBeGreaterThan(500);
	});

	it('are the same package when the row comes again', () => {
		fc.assert(
			fc.property(order, row, (given, each) => {
				const first = ship(each, given, NOW);
				expect(ship(each, given, NOW)).toEqual(first);
				if (first.kind !== 'change') return;
				const run = listLedger<ShipmentChange>();
				run.book(ORDER_ID, [first.change]);
				expect(ship(each, given, NOW, run)).toMatchObject({ kind: 'hold', reason: 'repeated-package' });
			}),
		);
	});
});

describe('whatever a row holds', () => {
	const keys = [
		...['amazonOrderId', 'carrier', 'trackingNumber', 'packageReference', 'shipDate', 'items', 'service'],
		...['reason', 'currency', 'amount', 'shipping', 'refunded', 'sku', 'itemId', 'quantity', '__proto__'],
	];
	const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(ORDER_ID, 'A', '2026-11-24', 1, '1.5'), named);
	const object = fc.dictionary(fc.constantFrom(...keys), fc.oneof(anything, fc.array(anything)), {
		noNullPrototype: true,
	});
	const wild = fc.tuple(object, fc.boolean()).map(([given, isKnown]) => ({
		...given,
		...(isKnown ? { amazonOrderId: ORDER_ID } : {}),
	}));
	const rules = {
		shipment: ship,
		refund: decideRefund({}),
		cancellation: decideCancellation({}),
	};

	it.each(Object.entries(rules))('the rule for a %s never throws, and a hold says why', (_name, decide) => {
		fc.assert(
			fc.property(wild, fc.option(order, { nil: undefined }), (given, known) => {
				const verdict =
					decide === ship ? ship(given, known, NOW) : (decide as typeof rules.refund)(given, known);
				if (verdict.kind === 'hold') expect(verdict.message).toMatch(/\S.*\S/);
			}),
			{ numRuns: 500 },
		);
	});
});
