import {
	decideCancellation,
	type CancellationChange,
	type CancellationConfig,
} from '../../../../nodes/rules/sendBack/cancellation/decide';
import type { MarketplaceOrder } from '../../../../nodes/rules/order/marketplaceOrder';
import type { CancelReason } from '../../../../nodes/rules/sendBack/reasons';
import { listLedger } from '../../../../nodes/rules/verdict/runLedger';
import { ConfigError, type Item } from '../../../../nodes/rules/verdict/verdict';
import { aLine, anOrder } from '../order/orders';

const ORDER_ID = '111-1111111-1111111';
const MUG = '12345678901234';
const CUP = '22345678901234';

interface Case {
	name: string;
	row?: Item;
	/** `null` is an order nobody looked up. */
	order?: Partial<MarketplaceOrder> | null;
	config?: CancellationConfig;
}

const mug = aLine({ ordered: 2 });
const cup = aLine({ itemId: CUP, sku: 'CUP', ordered: 3 });
const twoLines = { lines: [mug, cup] };
const halfShipped: Partial<MarketplaceOrder> = {
	status: 'PARTIALLY_SHIPPED',
	lines: [aLine({ ordered: 2, shipped: 2 }), { ...cup, shipped: 1 }],
};
const halfCancelled = { lines: [{ ...mug, cancelled: 2 }, cup] };
const items = (...list: Item[]) => ({ items: list });

function decide({ row, order = twoLines, config = {} }: Omit<Case, 'name'>) {
	const rule = decideCancellation(config);
	return rule({ amazonOrderId: ORDER_ID, ...row }, order === null ? undefined : anOrder(order));
}

function changed(given: Omit<Case, 'name'>) {
	const verdict = decide(given);
	if (verdict.kind === 'change') return verdict.change;
	throw new Error(`${verdict.kind}: ${verdict.message}`);
}

describe('what holds a cancellation', () => {
	it.each<Case & { reason: string; says: RegExp }>([
		{ name: 'no order id', row: { amazonOrderId: '' }, reason: 'no-order-id', says: /no Amazon order id/ },
		{ name: 'AFN', order: { channel: 'AFN' }, reason: 'amazon-ships-it', says: /ask the buyer/ },
		{ name: 'pending', order: { status: 'PENDING' }, reason: 'order-not-paid', says: /try again later/ },
		{
			name: 'shipped',
			order: { status: 'SHIPPED' },
			reason: 'already-shipped',
			says: /is shipped: .* refund it instead$/,
		},
		{
			name: 'all of an order that is shipped in part',
			order: halfShipped,
			reason: 'already-shipped',
			says: /is shipped in part \(SKU "MUG", SKU "CUP"\); refund .* name the lines to cancel the others/,
		},
		{
			name: 'a shipped line',
			order: halfShipped,
			row: items({ sku: 'CUP' }, { sku: 'MUG' }),
			reason: 'already-shipped',
			says: /is shipped in part \(SKU "MUG"\)/,
		},
		{
			name: 'more than is open',
			order: halfShipped,
			row: items({ sku: 'CUP', quantity: 3 }),
			reason: 'more-than-ordered',
			says: /^3 of SKU "CUP" are to be cancelled, but order .* has 2 that are not shipped/,
		},
		{
			name: 'more than was ordered',
			row: items({ sku: 'MUG', quantity: 3 }),
			reason: 'more-than-ordered',
			says: /has 2/,
		},
		{ name: 'an unknown line', row: items({ sku: 'TEA' }), reason: 'line-not-in-order', says: /"TEA"/ },
		{
			name: 'lines that are none',
			row: { items: 'MUG' },
			reason: 'lines-unreadable',
			says: /lines are "MUG"/,
		},
		{ name: 'an empty list', row: items(), reason: 'no-lines', says: /names no line/ },
		{
			name: 'a SKU without knowing the order',
			order: null,
			row: items({ sku: 'MUG' }),
			reason: 'order-unknown',
			says: /SKU "MUG"; name Amazon's item id/,
		},
		{
			name: 'a garbled item id without knowing the order',
			order: null,
			row: items({ itemId: '1.2E+13' }),
			reason: 'order-unknown',
			says: /item 1.2E\+13/,
		},
	])('$name', ({ reason, says, ...given }) => {
		const verdict = decide(given);
		expect(verdict).toMatchObject({ kind: 'hold', reason });
		expect(verdict).toHaveProperty('message', expect.stringMatching(says));
	});
});

describe('what Amazon has already', () => {
	it.each<Case>([
		{ name: 'the order', order: { status: 'CANCELLED' } },
		{ name: 'the line', order: halfCancelled, row: items({ sku: 'MUG' }) },
		{ name: 'all lines', order: { lines: [{ ...mug, cancelled: 2 }] } },
	])('$name', (given) => {
		expect(decide(given)).toMatchObject({ kind: 'done', message: expect.stringMatching(/as cancelled$/) });
	});
});

describe('what is cancelled', () => {
	const reason = 'GeneralAdjustment';

	it.each<Case & { lines: object[] }>([
		{
			name: 'the whole order',
			lines: [
				{ itemId: MUG, sku: 'MUG', reason },
				{ itemId: CUP, sku: 'CUP', reason },
			],
		},
		{ name: 'a line', row: items({ sku: 'CUP' }), lines: [{ itemId: CUP, sku: 'CUP', reason }] },
		{
			name: 'all units of a line',
			row: items({ itemId: CUP, quantity: 3 }),
			lines: [{ itemId: CUP, sku: 'CUP', reason }],
		},
		{
			name: 'a part of a line',
			row: items({ sku: 'CUP', quantity: '1' }),
			lines: [{ itemId: CUP, sku: 'CUP', reason, quantity: 1 }],
		},
		{
			name: 'the open part of a line',
			order: halfShipped,
			row: items({ sku: 'CUP' }),
			lines: [{ itemId: CUP, sku: 'CUP', reason, quantity: 2 }],
		},
		{ name: 'what is not cancelled yet', order: halfCancelled, lines: [{ itemId: CUP, sku: 'CUP', reason }] },
		{
			name: 'named lines, one of them cancelled already',
			order: halfCancelled,
			row: items({ sku: 'MUG' }, { sku: 'CUP' }),
			lines: [{ itemId: CUP, sku: 'CUP', reason }],
		},
		{
			name: 'a SKU in two lines',
			order: { lines: [mug, { ...cup, sku: 'MUG' }] },
			row: items({ sku: 'MUG', quantity: 3 }),
			lines: [
				{ itemId: MUG, sku: 'MUG', reason },
				{ itemId: CUP, sku: 'MUG', reason, quantity: 1 },
			],
		},
		{
			name: 'the open one of two lines with the same SKU',
			order: {
				lines: [
					{ ...mug, shipped: 2 },
					{ ...cup, sku: 'MUG' },
				],
			},
			row: items({ sku: 'MUG' }),
			lines: [{ itemId: CUP, sku: 'MUG', reason }],
		},
		{
			name: 'the one of two lines with the same SKU that is not cancelled',
			order: {
				lines: [
					{ ...mug, cancelled: 2 },
					{ ...cup, sku: 'MUG' },
				],
			},
			row: items({ sku: 'MUG' }),
			lines: [{ itemId: CUP, sku: 'MUG', reason }],
		},
		{
			name: 'lines by item id, order unknown',
			order: null,
			row: items({ itemId: MUG }, { itemId: CUP, quantity: 1 }),
			lines: [
				{ itemId: MUG, reason },
				{ itemId: CUP, reason, quantity: 1 },
			],
		},
	])('$name', ({ lines, ...given }) => {
		expect(changed(given)).toEqual({ amazonOrderId: ORDER_ID, reason, lines });
	});

	it('the whole order, unknown, with its reason', () => {
		expect(changed({ order: null, row: { reason: 'sold out' } })).toEqual({
			amazonOrderId: ORDER_ID,
			reason: 'NoInventory',
		});
	});

	it('shows its steps', () => {
		expect(decide({ row: { reason: 'sold out', ...items({ sku: 'MUG' }) } }).trace).toEqual([
			{ step: 'order', before: `"${ORDER_ID}"`, after: 'UNSHIPPED' },
			{ step: 'lines', before: 'SKU "MUG"', after: `${MUG} x 2` },
			{ step: 'reason', before: 'sold out', after: 'NoInventory' },
		]);
	});
});

describe('reasons', () => {
	it.each<[string, unknown, CancellationConfig, CancelReason]>([
		['none', undefined, {}, 'GeneralAdjustment'],
		["Amazon's code", 'WeatherDelay', {}, 'WeatherDelay'],
		["Amazon's code, otherwise written", 'BUYER_CANCELED', {}, 'BuyerCanceled'],
		['out of stock', 'Out of stock!', {}, 'NoInventory'],
		['Shopify', 'INVENTORY', {}, 'NoInventory'],
		['Shopify', 'CUSTOMER', {}, 'BuyerCanceled'],
		['Shopify', 'STAFF', {}, 'GeneralAdjustment'],
		['Shopify', 'FRAUD', {}, 'RiskAssessmentInformationNotValid'],
		['the buyer', 'Buyer request', {}, 'BuyerCanceled'],
		['the address', 'undeliverable address', {}, 'ShippingAddressUndeliverable'],
		['the price', 'Price error', {}, 'PricingError'],
		['a reason of refunds', 'ProductOutofStock', {}, 'NoInventory'],
		['a sentence', 'The cat sat on it.', {}, 'GeneralAdjustment'],
		[
			'a sentence, with another default',
			'The cat sat on it.',
			{ defaultReason: 'NoInventory' },
			'NoInventory',
		],
		['a word of the shop', 'cat', { reasons: { Cat: 'RejectOrder' } }, 'RejectOrder'],
		['an object', {}, {}, 'GeneralAdjustment'],
	])('%s: %p', (_name, reason, config, expected) => {
		expect(changed({ row: { reason }, config }).lines?.[0]?.reason).toBe(expected);
	});

	it.each([
		[
			"the line's wins over the row's",
			{ reason: 'customer', ...items({ sku: 'MUG', reason: 'sold out' }) },
			'NoInventory',
		],
		["the row's", { reason: 'customer', ...items({ sku: 'MUG' }) }, 'BuyerCanceled'],
		['the wish of the buyer', items({ sku: 'CUP' }), 'BuyerCanceled'],
		[
			"the row's wins over the wish of the buyer",
			{ reason: 'sold out', ...items({ sku: 'CUP' }) },
			'NoInventory',
		],
	])('%s', (_name, row, expected) => {
		const order = { lines: [mug, { ...cup, cancelRequest: '' }] };
		expect(changed({ row, order }).lines?.[0]?.reason).toBe(expected);
	});

	it('must be reasons of Amazon', () => {
		const create = () => decideCancellation({ reasons: { cat: 'Cat' as CancelReason } });
		expect(create).toThrow(ConfigError);
		expect(create).toThrow('reasons.cat is "Cat", but it must be one of NoInventory');
	});
});

describe('rows of one run', () => {
	/** What becomes of each row: what is cancelled, or the word of the hold. */
	const inTurn = (rows: Item[], order: MarketplaceOrder | undefined) => {
		const run = listLedger<CancellationChange>();
		const rule = decideCancellation({});
		return rows.map((row) => {
			const verdict = rule({ amazonOrderId: ORDER_ID, ...row }, order, run);
			if (verdict.kind !== 'change') return verdict.kind === 'hold' ? verdict.reason : verdict.kind;
			run.book(verdict.change.amazonOrderId, [verdict.change]);
			return verdict.change.lines?.map(({ itemId, quantity }) => [itemId, quantity ?? 'all']) ?? 'all';
		});
	};
	const cups = (quantity?: number) => items({ sku: 'CUP', ...(quantity && { quantity }) });
	const byId = (quantity?: number) => items({ itemId: CUP, ...(quantity && { quantity }) });

	it.each<[string, Item[], unknown[]]>([
		[
			'the whole order twice',
			[{}, {}],
			[
				[
					[MUG, 'all'],
					[CUP, 'all'],
				],
				'nothing-left-to-cancel',
			],
		],
		['a line twice', [cups(), cups()], [[[CUP, 'all']], 'nothing-left-to-cancel']],
		['a line, then units of it', [cups(), cups(1)], [[[CUP, 'all']], 'more-than-ordered']],
		['units, then more than are left', [cups(2), cups(2)], [[[CUP, 2]], 'more-than-ordered']],
		['units, then what is left of the line', [cups(2), cups()], [[[CUP, 2]], [[CUP, 1]]]],
		['a line, then the rest of the order', [cups(), {}], [[[CUP, 'all']], [[MUG, 'all']]]],
		['two lines', [cups(), items({ sku: 'MUG' })], [[[CUP, 'all']], [[MUG, 'all']]]],
	])('%s', (_name, rows, expected) => {
		expect(inTurn(rows, anOrder(twoLines))).toEqual(expected);
	});

	it.each<[string, Item[], unknown[]]>([
		['the whole order twice', [{}, {}], ['all', 'nothing-left-to-cancel']],
		['the whole order, then a line', [{}, byId()], ['all', 'nothing-left-to-cancel']],
		['a line twice', [byId(), byId(1)], [[[CUP, 'all']], 'nothing-left-to-cancel']],
		['units that may be others', [byId(1), byId(1)], [[[CUP, 1]], [[CUP, 1]]]],
	])('without the order: %s', (_name, rows, expected) => {
		expect(inTurn(rows, undefined)).toEqual(expected);
	});

	it('say what is left', () => {
		const run = listLedger<CancellationChange>();
		const lines = [{ itemId: CUP, reason: 'NoInventory' as const, quantity: 2 }];
		run.book(ORDER_ID, [{ amazonOrderId: ORDER_ID, reason: 'NoInventory', lines }]);
		const rule = decideCancellation({});
		expect(rule({ amazonOrderId: ORDER_ID, ...cups(2) }, anOrder(twoLines), run)).toMatchObject({
			message: expect.stringMatching(
				/^2 of SKU "CUP" .* has 1 that are neither shipped nor cancelled by earlier items of this run/,
			),
		});
	});

	it('of other orders are left alone', () => {
		const run = listLedger<CancellationChange>();
		run.book('222-2222222-2222222', [{ amazonOrderId: '222-2222222-2222222', reason: 'NoInventory' }]);
		expect(decideCancellation({})({ amazonOrderId: ORDER_ID }, anOrder(twoLines), run).kind).toBe('change');
	});
});

it('reads fields by their paths', () => {
	const config: CancellationConfig = {
		fields: { amazonOrderId: 'ref', reason: 'why', items: 'order.rows' },
		lineFields: { sku: 'code', reason: 'note' },
	};
	const row = {
		ref: ORDER_ID,
		amazonOrderId: null,
		why: 'customer',
		order: { rows: [{ code: 'MUG', note: 'weather' }] },
	};
	expect(changed({ row, config }).lines).toEqual([{ itemId: MUG, sku: 'MUG', reason: 'WeatherDelay' }]);
});
