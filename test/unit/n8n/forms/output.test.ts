import { fakeExecution } from '../fakes';
import { outputFields, shaperOf } from '../../../../nodes/n8n/forms/output';
import { Params } from '../../../../nodes/n8n/params';

const simple = {
	amazonOrderId: '302-1',
	total: '20.00',
	buyer: 'Ada',
	address: { city: 'Berlin', lines: ['Road 1', 'c/o Bob'] },
	lines: [{ sku: 'A', ordered: 1 }, { sku: 'B', ordered: 2 }, { ordered: 3 }],
	toString: 'own',
};
const raw = { orderId: '302-1', buyer: { buyerName: 'Ada' }, orderItems: [{ product: { title: 'Shirt' } }] };

function shaped(parameters: { output?: string; outputFields?: unknown }, forms = FORMS): unknown {
	const { n8n } = fakeExecution({ parameters: parameters as never });
	return shaperOf(new Params(n8n), 0, 'amazonOrderId')(forms);
}

const FORMS: Parameters<ReturnType<typeof shaperOf>>[0] = { simple: () => simple, raw: () => raw };

describe('Output', () => {
	it('is simplified unless something else is chosen', () => {
		expect(shaped({})).toEqual(simple);
		expect(shaped({ output: 'simple', outputFields: 'total' })).toEqual(simple);
		expect(shaped({ output: 'raw' })).toEqual(raw);
		expect(shaped({ output: 'raw' }, { simple: () => simple })).toEqual(simple);
	});

	it.each<[name: string, fields: unknown, answer: object]>([
		['the ID alone when nothing is named', '', {}],
		['fields', 'total, buyer', { total: '20.00', buyer: 'Ada' }],
		['a list too, as an expression gives it', ['total', 'buyer'], { total: '20.00', buyer: 'Ada' }],
		['the ID once', 'amazonOrderId, total', { total: '20.00' }],
		['a part of a field', 'address.city', { address: { city: 'Berlin' } }],
		['a field and a part of it', 'address, address.city', { address: simple.address }],
		['a part of every line that has it', 'lines.sku', { lines: [{ sku: 'A' }, { sku: 'B' }] }],
		['parts of the same lines', 'lines.sku, lines.ordered', { lines: simple.lines }],
		['one of a list', 'lines.1', { lines: [{ sku: 'B', ordered: 2 }] }],
		['a part of one of a list', 'lines.1.sku', { lines: [{ sku: 'B' }] }],
		['texts of a list', 'address.lines', { address: { lines: ['Road 1', 'c/o Bob'] } }],
		["Amazon's names", 'orderItems.product.title', { orderItems: raw.orderItems }],
		["Amazon's names below one of ours", 'buyer.buyerName', { buyer: { buyerName: 'Ada' } }],
		['nothing for what is not there', 'colour, address.colour, lines.9, total.x', {}],
		['an own field, whatever its name', 'toString', { toString: 'own' }],
		['nothing that is not its own', 'constructor, __proto__, lines.length', {}],
	])('Selected Fields gives %s', (_, fields, answer) => {
		expect(shaped({ output: 'fields', outputFields: fields })).toEqual({ amazonOrderId: '302-1', ...answer });
	});

	it('begins with the ID', () => {
		const answer = shaped({ output: 'fields', outputFields: 'total' });
		expect(Object.keys(answer as object)).toEqual(['amazonOrderId', 'total']);
	});

	it('offers Raw only where Amazon has another form', () => {
		const namesOf = (hasRaw: boolean) =>
			outputFields({ idName: 'id', example: 'a', hasRaw })[0]?.options?.map(({ name }) => name);
		expect(namesOf(true)).toEqual(['Simplified', 'Raw', 'Selected Fields']);
		expect(namesOf(false)).toEqual(['Simplified', 'Selected Fields']);
	});
});
