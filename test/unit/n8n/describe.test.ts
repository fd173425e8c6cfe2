import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { RESOURCES } from '../../../nodes/AmazonListings/resources';
import { describe as describeForm } from '../../../nodes/n8n/describe';
import type { EachOperation, Resource } from '../../../nodes/n8n/operation';

function field(name: string, show?: Record<string, string[]>): INodeProperties {
	return { displayName: name, name, type: 'string', default: '', ...(show && { displayOptions: { show } }) };
}

function operation(value: string, fields: INodeProperties[]): EachOperation {
	return {
		value,
		name: value,
		action: value,
		description: value,
		fields,
		each: async () => await Promise.resolve([]),
	};
}

const showOf = ({ displayOptions }: INodeProperties): Record<string, unknown[]> => {
	const show: Record<string, unknown> = { ...displayOptions?.show };
	return Object.fromEntries(
		Object.entries(show).map(([name, values]) => [name, Array.isArray(values) ? values : []]),
	);
};

const optionsOf = ({ options = [] }: INodeProperties): INodePropertyOptions[] =>
	options as INodePropertyOptions[];

describe('describe', () => {
	const shared = field('sku');
	const resources: Resource[] = [
		{
			value: 'a',
			name: 'A',
			defaultOperation: 'get',
			operations: [operation('get', [shared]), operation('put', [shared, field('price', { on: ['yes'] })])],
		},
		{ value: 'b', name: 'B', defaultOperation: 'list', operations: [operation('list', [shared])] },
	];

	it('describes a shared field once per resource, shown for the operations that have it', () => {
		const fields = describeForm(resources, 'a').filter(({ name }) => name === 'sku');
		expect(fields.map(showOf)).toEqual([
			{ resource: ['a'], operation: ['get', 'put'] },
			{ resource: ['b'], operation: ['list'] },
		]);
	});

	it("keeps a field's own conditions", () => {
		const price = describeForm(resources, 'a').find(({ name }) => name === 'price');
		expect(price && showOf(price)).toEqual({ resource: ['a'], operation: ['put'], on: ['yes'] });
	});

	it('leaves the operations as they were', () => {
		describeForm(resources, 'a');
		expect(shared).not.toHaveProperty('displayOptions');
	});
});

describe('the form of Amazon Listings', () => {
	const form = describeForm(RESOURCES, 'offer');
	const operations = RESOURCES.flatMap((resource) => resource.operations.map((one) => ({ resource, one })));
	/** The fields that may be shown for an operation, whatever else is chosen. */
	const fieldsFor = (resource: string, one: string) =>
		form.filter((entry) => {
			const show = showOf(entry);
			return show.resource?.includes(resource) && show.operation?.includes(one);
		});

	it('lets choose every resource, and starts with one of them', () => {
		const [selector] = form;
		expect(selector && optionsOf(selector).map(({ value }) => value)).toEqual(
			RESOURCES.map(({ value }) => value),
		);
		expect(RESOURCES.map(({ value }) => value)).toContain(selector?.default);
	});

	it.each(RESOURCES.map((resource) => ({ resource, name: resource.name })))(
		'lets choose every operation of $name, and starts with one of them',
		({ resource }) => {
			const selectors = form.filter(
				(entry) => entry.name === 'operation' && showOf(entry).resource?.includes(resource.value),
			);
			expect(selectors).toHaveLength(1);
			const options = selectors.flatMap(optionsOf);
			expect(options.map(({ value }) => value)).toEqual(resource.operations.map(({ value }) => value));
			expect(options.map(({ value }) => value)).toContain(selectors[0]?.default);
			for (const option of options)
				expect(option).toMatchObject({
					action: expect.any(String) as unknown,
					description: expect.any(String) as unknown,
				});
		},
	);

	it.each(operations.map(({ resource, one }) => ({ resource, one, name: `${resource.name}: ${one.name}` })))(
		'shows every field of $name, each once',
		({ resource, one }) => {
			const shown = fieldsFor(resource.value, one.value).map(({ name }) => name);
			expect([...shown].sort()).toEqual(one.fields.map(({ name }) => name).sort());
			expect(new Set(shown).size).toBe(shown.length);
		},
	);

	it('has no two fields that n8n could not tell apart', () => {
		const seen = form.map((entry) => JSON.stringify([entry.name, showOf(entry)]));
		expect(new Set(seen).size).toBe(seen.length);
	});

	it('shows every field for some operation that exists', () => {
		for (const entry of form.slice(1).filter(({ name }) => name !== 'operation')) {
			const { resource = [], operation: shown = [] } = showOf(entry);
			expect(resource).toHaveLength(1);
			const known = RESOURCES.find(({ value }) => value === resource[0])?.operations.map(
				({ value }) => value,
			);
			expect(known).toEqual(expect.arrayContaining(shown as string[]));
			expect(shown.length).toBeGreaterThan(0);
		}
	});
});
