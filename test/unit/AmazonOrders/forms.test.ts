import { runInNewContext } from 'node:vm';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { AmazonOrders } from '../../../nodes/AmazonOrders/AmazonOrders.node';
import { AmazonTrigger } from '../../../nodes/AmazonTrigger/AmazonTrigger.node';
import { RESOURCES } from '../../../nodes/AmazonOrders/resources';

const operations = RESOURCES.flatMap((resource) =>
	resource.operations.map((operation) => ({ name: `${resource.name}: ${operation.name}`, operation })),
);

type Part = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/** A field and everything in it. */
function withParts(part: Part): Part[] {
	const parts: Part[] = 'values' in part ? part.values : 'options' in part ? (part.options ?? []) : [];
	return [part, ...parts.flatMap(withParts)];
}

const partsOf = (fields: readonly Part[]) => fields.flatMap(withParts);
const isField = (part: Part): part is INodeProperties => 'type' in part;
const fields = partsOf(operations.flatMap(({ operation }) => operation.fields)).filter(isField);
const fieldsOf = (value: string) =>
	operations.find(({ operation }) => operation.value === value)?.operation.fields ?? [];
const namesOf = (value: string) => fieldsOf(value).map(({ displayName }) => displayName);

describe('the forms of Amazon Orders', () => {
	it('let a field be dragged wherever one is named', () => {
		const named = fields.filter(({ displayName }) => /Field$/.test(displayName));
		expect(named.length).toBeGreaterThan(20);
		for (const field of named)
			expect([field.displayName, field.requiresDataPath]).toEqual([field.displayName, 'single']);
		const lists = fields.filter(({ name }) => name === 'keepFields');
		for (const field of lists) expect(field.requiresDataPath).toBe('multiple');
	});

	it('open every locator on its list', () => {
		const locators = fields.filter(({ type }) => type === 'resourceLocator');
		expect(locators.length).toBeGreaterThan(0);
		for (const { default: start, modes = [] } of locators) {
			expect(start).toEqual({ mode: 'list', value: '' });
			expect(modes[0]?.name).toBe('list');
		}
	});

	it('show the fields of an entry as soon as it is added', () => {
		const collections = fields.filter(({ type }) => type === 'fixedCollection');
		expect(collections.length).toBeGreaterThan(0);
		for (const { displayName, default: start, placeholder, options = [] } of collections) {
			expect([displayName, Object.keys(start as object)]).toEqual([
				displayName,
				options.map(({ name }) => name),
			]);
			expect(placeholder).toMatch(/^Add [A-Z]/);
		}
	});

	it('hold no lists in a group, since n8n adds an entry to them that is empty and drops it again', () => {
		const groups = fields.filter(({ type }) => type === 'collection');
		const lists = partsOf(groups.flatMap(({ options = [] }) => options)).filter(
			(part) => isField(part) && part.type === 'fixedCollection' && part.typeOptions?.multipleValues,
		);
		expect(lists).toEqual([]);
	});

	it('say what a group adds', () => {
		const groups = fieldsOf('convert').filter(({ type }) => type === 'collection');
		const placeholders = groups.map(({ placeholder }) => placeholder);
		expect(new Set(placeholders).size).toBe(placeholders.length);
	});

	it('choose nothing that costs a seller money or reputation', () => {
		for (const [operation, name] of [
			['cancel', 'reason'],
			['refund', 'refundWhat'],
		] as const) {
			const field = fieldsOf(operation).find((one) => one.name === name);
			expect(field).toMatchObject({ required: true, default: '' });
			expect(field?.options?.[0]).toMatchObject({ value: '', name: expect.stringMatching(/^Choose /) });
		}
	});

	it('ask what people know first', () => {
		expect(namesOf('getMany').slice(0, 5)).toEqual([
			'Orders That Were',
			'After',
			'Before',
			'Return All',
			'Limit',
		]);
		expect(namesOf('convert').slice(1, 3)).toEqual(['Store', 'Shipped By']);
	});

	it('have notices that are read at a glance', () => {
		for (const { type, displayName } of fields.filter(({ type: kind }) => kind === 'notice'))
			expect([type, displayName.length < 260]).toEqual(['notice', true]);
		expect(fieldsOf('convert')[0]?.displayName.replace(/<[^>]*>/g, '').length).toBeLessThan(150);
	});

	it('end with few groups, in the order in which they are needed', () => {
		const shown = fieldsOf('convert').filter(
			({ type, displayOptions }) => type === 'collection' && displayOptions === undefined,
		);
		expect(shown.map(({ displayName }) => displayName)).toEqual([
			...[
				'Which Orders',
				'Customer and Address',
				'In the Store',
				'Tax and Totals',
				'Store Products',
				'Options',
			],
		]);
	});

	it('list the actions in the order of use, and what takes something away last', () => {
		expect(operations.map(({ operation }) => operation.value)).toEqual([
			...['getMany', 'get', 'convert', 'acknowledge', 'refund', 'cancel'],
			...['confirm', 'submitMany', 'updatePickupStatus'],
		]);
	});

	it('call who ships by one name, with the values that items have', () => {
		const all = partsOf([
			...new AmazonOrders().description.properties,
			...new AmazonTrigger().description.properties,
		]);
		const shippedBy = all.filter(isField).filter(({ displayName }) => displayName === 'Shipped By');
		expect(shippedBy.length).toBe(3);
		for (const { name, options = [] } of shippedBy) {
			expect(name).toBe('fulfillmentChannel');
			expect(options.map((option) => ('value' in option ? option.value : ''))).toEqual(['all', 'AFN', 'MFN']);
		}
	});
});

describe('the form of Amazon Trigger', () => {
	const { hints = [], properties } = new AmazonTrigger().description;
	const [hint] = hints;

	it.each<[string, object | undefined, boolean]>([
		['newOrder', undefined, true],
		['newOrder', { item: [{ mode: 'everyMinute' }] }, true],
		['orderUpdated', { item: [{ mode: 'everyHour' }, { mode: 'everyMinute' }] }, true],
		['newOrder', { item: [{ mode: 'everyX', unit: 'minutes', value: 1 }] }, true],
		['newOrder', { item: [{ mode: 'everyX', unit: 'minutes', value: 5 }] }, false],
		['newOrder', { item: [{ mode: 'everyX', unit: 'hours', value: 1 }] }, false],
		['feedFinished', { item: [{ mode: 'everyMinute' }] }, false],
	])('warns of polls that are too many: %s, %j', (event, pollTimes, isWarned) => {
		const code = hint?.displayCondition?.replace(/^=\{\{(.*)\}\}$/, '$1') ?? '';
		expect(runInNewContext(code, { $parameter: { event, pollTimes } })).toBe(isWarned);
	});

	it("says what it does with buyers' wishes", () => {
		expect(properties.map(({ displayName }) => displayName)).toContain('Also When the Buyer Only Asks');
	});
});
