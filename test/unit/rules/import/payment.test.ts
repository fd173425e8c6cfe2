import fc from 'fast-check';
import type { OrderImportConfig } from '../../../../nodes/rules/import/config';
import type { MarketplaceOrder } from '../../../../nodes/rules/order/marketplaceOrder';
import { byAmazonMethod } from '../../../../nodes/rules/import/payment';
import { toText, toUnits } from '../stores/orderBuilder';
import { imported, judge } from '../order/orders';

const CARD = { code: 'amazon', title: 'Amazon' };
const COD = { code: 'cod', title: 'Cash on Delivery' };
const PIX = { code: 'pix', title: 'Pix' };
const MAPPED = byAmazonMethod([
	['Cash on Delivery', { code: 'myparcel', title: 'Paid to the postman' }],
	['pix', PIX],
	['GiftCard', { code: 'voucher', title: 'Voucher' }],
]);

interface Case {
	name: string;
	order: Partial<MarketplaceOrder>;
	mapped?: OrderImportConfig['paymentMethods'];
	toCollect: string;
	method: { code: string; title: string };
}

const CASES: Case[] = [
	{ name: 'no word of it', order: {}, toCollect: '0.00', method: CARD },
	{ name: 'a card', order: { paymentMethods: ['CreditCard'] }, toCollect: '0.00', method: CARD },
	{
		name: 'an invoice of Amazon Business, which Amazon vouches for',
		order: { paymentMethods: ['Invoice'] },
		toCollect: '0.00',
		method: CARD,
	},
	{
		name: 'cash on delivery',
		order: { paymentMethods: ['CashOnDelivery'], toCollect: '25.00' },
		toCollect: '25.00',
		method: COD,
	},
	{
		name: 'cash on delivery without an amount: all of it',
		order: { paymentMethods: ['CashOnDelivery'] },
		toCollect: '25.00',
		method: COD,
	},
	{
		name: 'more to collect than the order costs, after a cancellation',
		order: { paymentMethods: ['CashOnDelivery'], toCollect: '99.00' },
		toCollect: '25.00',
		method: COD,
	},
	{
		name: 'a gift card that leaves nothing for the delivery',
		order: { paymentMethods: ['GiftCard', 'CashOnDelivery'], toCollect: '0.00' },
		toCollect: '0.00',
		method: CARD,
	},
	{
		name: 'the method of the gift card where it leaves nothing for the delivery',
		order: { paymentMethods: ['CashOnDelivery', 'GiftCard'], toCollect: '0.00' },
		mapped: MAPPED,
		toCollect: '0.00',
		method: { code: 'voucher', title: 'Voucher' },
	},
	{
		name: 'a gift card, and the rest on delivery',
		order: { paymentMethods: ['GiftCard', 'CashOnDelivery'], toCollect: '20.00' },
		toCollect: '20.00',
		method: COD,
	},
	{
		name: 'a method of its own for cash on delivery, in a mixed payment too',
		order: { paymentMethods: ['GiftCard', 'CashOnDelivery'], toCollect: '20.00' },
		mapped: MAPPED,
		toCollect: '20.00',
		method: { code: 'myparcel', title: 'Paid to the postman' },
	},
	{
		name: 'a method of its own for one that is paid',
		order: { paymentMethods: ['Pix'] },
		mapped: MAPPED,
		toCollect: '0.00',
		method: PIX,
	},
];

describe('the payment of an imported order', () => {
	it.each(CASES)('$name', ({ order, mapped = new Map(), toCollect, method }) => {
		const { order: store } = imported(judge(order, { paymentMethods: mapped }));
		const isPaid = toCollect === '0.00';
		expect(store).toMatchObject({
			toCollect,
			payment: { method: method.code, title: method.title },
			then: { createInvoice: isPaid, acknowledge: true },
		});
		const comment = `Not paid yet: ${toCollect} USD are to be collected on delivery`;
		expect(store.comments.includes(comment)).toBe(!isPaid);
	});

	it('is never below 0 or above the total on delivery', () => {
		const cents = (units: number) => toText(units, 'USD');
		const due = fc.option(fc.nat(5000).map(cents), { nil: undefined });
		fc.assert(
			fc.property(fc.nat(5000).map(cents), due, (total, toCollect) => {
				const paymentMethods = ['CashOnDelivery'];
				const { order } = imported(judge({ total, toCollect, paymentMethods }));
				const [collected, whole] = [toUnits(order.toCollect, 'USD'), toUnits(order.total, 'USD')];
				expect(collected).toBe(Math.min(toUnits(toCollect ?? total, 'USD'), whole));
			}),
		);
	});

	it('never asks for an invoice that nobody wants', () => {
		const { order } = imported(judge({}, { then: { createInvoice: false } }));
		expect(order.then.createInvoice).toBe(false);
	});
});
