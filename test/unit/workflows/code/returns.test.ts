import {
	messagesOfReturns,
	type ReturnRow,
} from '../../../../workflows-examples/source/code/returns/message';

const ROW: ReturnRow = {
	...{
		returnKey: 'a',
		amazonOrderId: '302-0000001-0000001',
		sku: 'MUG',
		quantity: '1',
		reason: 'CR-DEFECTIVE',
	},
	...{ status: 'in the store', message: '' },
};

describe('messages about returns', () => {
	it('one tells of those in the store, another of those that are not', () => {
		const failed = { ...ROW, returnKey: 'b', status: '', message: 'The store answers 500' };
		expect(messagesOfReturns([ROW, failed])).toEqual([
			{
				subject: '1 new return at Amazon',
				text: '1 new return at Amazon\n\n- 302-0000001-0000001: 1 x MUG (CR-DEFECTIVE)',
			},
			{
				subject: '1 return could not be put into your store',
				text: expect.stringContaining('(CR-DEFECTIVE): The store answers 500'),
			},
		]);
	});

	it('a return with two rows is named once', () => {
		expect(messagesOfReturns([ROW, ROW])).toMatchObject([{ subject: '1 new return at Amazon' }]);
	});

	it('one without an order says so', () => {
		const [message] = messagesOfReturns([{ ...ROW, amazonOrderId: '', status: 'unreadable' }]);
		expect(message?.text).toContain('- no order: 1 x MUG');
	});

	it('no more than fifty are named', () => {
		const rows = Array.from({ length: 60 }, (_, index) => ({ ...ROW, returnKey: String(index) }));
		const [message] = messagesOfReturns(rows);
		expect(message?.text).toContain('... and 10 more in the table "Amazon Returns"');
	});

	it('nothing is told of nothing', () => expect(messagesOfReturns([])).toEqual([]));
});
