import fc from 'fast-check';

import { FieldError } from '../../../../nodes/amazon/feeds/fieldText';
import { refundText, type Refund, type RefundLine } from '../../../../nodes/amazon/feeds/refundMessage';

const orderId = '302-1234567-1234567';
const itemId = '12345678901234';

function aLine(changes: Partial<RefundLine> = {}): RefundLine {
	return {
		itemId,
		reason: 'CustomerReturn',
		components: [{ type: 'Principal', amount: '10.00', currency: 'EUR' }],
		...changes,
	};
}

const aRefund = (changes: Partial<Refund> = {}): Refund => ({
	orderId,
	kind: 'Refund',
	lines: [aLine()],
	...changes,
});
const component = (type: string, amount: unknown, currency = 'EUR') =>
	({ type, amount, currency }) as RefundLine['components'][number];
const refunding = (...components: RefundLine['components'][number][]) =>
	refundText(aRefund({ lines: [aLine({ components })] }));
/** All amounts of a message, in order. */
const amountsIn = (xml: string) =>
	[...xml.matchAll(/<Amount currency="(\w+)">([^<]*)</g)].map(([, , amount]) => amount);

describe('refundText', () => {
	it('writes a refund in the order of the XSD', () => {
		const lines = [
			aLine({
				quantity: 1,
				components: [
					component('Principal', '10'),
					component('Tax', '1.9'),
					component('RestockingFee', '2.00'),
				],
				promotionAdjustments: [
					{
						promotionId: 'SUMMER & MORE',
						components: [{ type: 'Principal', amount: '1.00', currency: 'EUR' }],
					},
				],
			}),
			aLine({ itemId: '123456789012345', reason: 'Other' }),
		];
		expect(refundText(aRefund({ lines }))).toBe(
			`<OrderAdjustment><AmazonOrderID>${orderId}</AmazonOrderID><ActionType>Refund</ActionType>` +
				`<AdjustedItem><AmazonOrderItemCode>${itemId}</AmazonOrderItemCode><AdjustmentReason>CustomerReturn</AdjustmentReason>` +
				'<ItemPriceAdjustments>' +
				'<Component><Type>Principal</Type><Amount currency="EUR">10.00</Amount></Component>' +
				'<Component><Type>Tax</Type><Amount currency="EUR">1.90</Amount></Component>' +
				'<Component><Type>RestockingFee</Type><Amount currency="EUR">-2.00</Amount></Component>' +
				'</ItemPriceAdjustments>' +
				'<PromotionAdjustments><MerchantPromotionID>SUMMER &amp; MORE</MerchantPromotionID>' +
				'<Component><Type>Principal</Type><Amount currency="EUR">-1.00</Amount></Component></PromotionAdjustments>' +
				'<Quantity>1</Quantity></AdjustedItem>' +
				'<AdjustedItem><AmazonOrderItemCode>123456789012345</AmazonOrderItemCode><AdjustmentReason>Other</AdjustmentReason>' +
				'<ItemPriceAdjustments><Component><Type>Principal</Type><Amount currency="EUR">10.00</Amount></Component></ItemPriceAdjustments>' +
				'</AdjustedItem></OrderAdjustment>',
		);
	});

	it('writes a cancellation of units, which needs no money', () => {
		const line = aLine({
			reason: 'NoInventory',
			quantity: 2,
			components: [],
			promotionAdjustments: [{ components: [] }],
		});
		expect(refundText(aRefund({ kind: 'Cancel', lines: [line] }))).toBe(
			`<OrderAdjustment><AmazonOrderID>${orderId}</AmazonOrderID><ActionType>Cancel</ActionType>` +
				`<AdjustedItem><AmazonOrderItemCode>${itemId}</AmazonOrderItemCode><AdjustmentReason>NoInventory</AdjustmentReason>` +
				'<QuantityCancelled>2</QuantityCancelled></AdjustedItem></OrderAdjustment>',
		);
	});

	it.each([
		{
			name: 'two decimals',
			amounts: ['5', '5.5', '5.25', '5.250'],
			currency: 'EUR',
			written: ['5.00', '5.50', '5.25', '5.25'],
		},
		{ name: 'no decimals', amounts: ['100', '100.0'], currency: 'JPY', written: ['100', '100'] },
		{ name: 'nothing beside something', amounts: ['1', '0.00'], currency: 'USD', written: ['1.00', '0.00'] },
		{ name: 'spaces', amounts: [' 1.00 '], currency: 'GBP', written: ['1.00'] },
		{
			name: 'a large amount',
			amounts: ['99999999999999.99'],
			currency: 'USD',
			written: ['99999999999999.99'],
		},
	])('writes amounts with the decimals of their currency: $name', ({ amounts, currency, written }) => {
		const xml = refunding(...amounts.map((amount) => component('Principal', amount, currency)));
		expect(amountsIn(xml)).toEqual(written);
		expect(xml).toContain(`currency="${currency}"`);
	});

	it.each(['2.00', '-2.00'])('keeps a restocking fee of %s from the buyer', (fee) => {
		const xml = refunding(
			component('Principal', '10.00'),
			component('RestockingFee', fee),
			component('RestockingFeeTax', fee),
		);
		expect(amountsIn(xml)).toEqual(['10.00', '-2.00', '-2.00']);
	});

	it.each<{ name: string; write: () => string; message: string }>([
		{
			name: 'no lines',
			write: () => refundText(aRefund({ lines: [] })),
			message: 'Lines is "an empty list", but it must be at least one line to refund',
		},
		{
			name: 'nothing to give back',
			write: () => refunding(component('Principal', '0')),
			message: 'Refund is "0.00", but it must be above 0 in sum',
		},
		{
			name: 'no money at all',
			write: () => refunding(),
			message: 'Refund is "0.00", but it must be above 0 in sum',
		},
		{
			name: 'a fee larger than the refund',
			write: () => refunding(component('Principal', '1.00'), component('RestockingFee', '1.50')),
			message: 'Refund is "-0.50", but it must be above 0 in sum',
		},
		{
			name: 'a promotion larger than the refund',
			write: () =>
				refundText(
					aRefund({
						lines: [
							aLine({
								promotionAdjustments: [{ components: [{ type: 'Shipping', amount: '10', currency: 'EUR' }] }],
							}),
						],
					}),
				),
			message: 'Refund is "0.00"',
		},
		{
			name: 'two currencies in a line',
			write: () => refunding(component('Principal', '1.00'), component('Tax', '1.00', 'USD')),
			message: 'Currency is "USD", but it must be the same in the whole refund (EUR)',
		},
		{
			name: 'two currencies in two lines',
			write: () =>
				refundText(aRefund({ lines: [aLine(), aLine({ components: [component('Tax', '1', 'GBP')] })] })),
			message: 'Currency is "GBP", but it must be the same in the whole refund (EUR)',
		},
		{
			name: 'a currency that Amazon does not sell in',
			write: () => refunding(component('Principal', '1.00', 'CHF')),
			message: 'Currency is "CHF", but it must be one of CAD, USD',
		},
		{
			name: 'parts of a cent',
			write: () => refunding(component('Principal', '1.005')),
			message: 'Amount is "1.005", but it must be 0 or more, with at most 2 decimals',
		},
		{
			name: 'parts of a yen',
			write: () => refunding(component('Principal', '1.5', 'JPY')),
			message: 'Amount is "1.5", but it must be 0 or more, with at most 0 decimals',
		},
		{
			name: 'a negative price',
			write: () => refunding(component('Principal', '-1.00')),
			message: 'Amount is "-1.00", but it must be 0 or more',
		},
		{
			name: 'a price that is none',
			write: () => refunding(component('Principal', '1,50')),
			message: 'Amount is "1,50", but it must be 0 or more',
		},
		{
			name: 'no price',
			write: () => refunding(component('Principal', undefined)),
			message: 'Amount is undefined, but it must be 0 or more',
		},
		{
			name: 'a component that Amazon does not know',
			write: () => refunding(component('Tip', '1.00')),
			message: 'Component is "Tip", but it must be one of Principal, Shipping, ',
		},
		{
			name: 'a reason that Amazon does not know',
			write: () => refundText(aRefund({ lines: [aLine({ reason: 'Broken' as never })] })),
			message: 'Adjustment Reason is "Broken", but it must be one of NoInventory, ',
		},
		{
			name: 'a kind that Amazon does not know',
			write: () => refundText(aRefund({ kind: 'Gift' as never })),
			message: 'Kind is "Gift", but it must be one of Refund, Cancel',
		},
		{
			name: 'an order that is none',
			write: () => refundText(aRefund({ orderId: 'X' })),
			message: 'Order ID is "X"',
		},
		{
			name: 'no units',
			write: () => refundText(aRefund({ lines: [aLine({ quantity: 0 })] })),
			message: 'Quantity is 0',
		},
		{
			name: 'a promotion id that is too long',
			write: () =>
				refundText(
					aRefund({
						lines: [
							aLine({
								promotionAdjustments: [
									{
										promotionId: 'x'.repeat(81),
										components: [{ type: 'Principal', amount: '1', currency: 'EUR' }],
									},
								],
							}),
						],
					}),
				),
			message: 'but it must be 1 to 80 visible characters',
		},
	])('refuses $name', ({ write, message }) => {
		expect(write).toThrow(FieldError);
		expect(write).toThrow(message);
	});

	it('writes the amounts it was given to the cent, or nothing', () => {
		const cents = fc.integer({ min: 0, max: 100_000_000 });
		fc.assert(
			fc.property(fc.array(cents, { minLength: 1, maxLength: 6 }), (given) => {
				fc.pre(given.some((amount) => amount > 0));
				const texts = given.map(
					(amount) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`,
				);
				expect(amountsIn(refunding(...texts.map((text) => component('Shipping', text))))).toEqual(texts);
			}),
		);
	});
});
