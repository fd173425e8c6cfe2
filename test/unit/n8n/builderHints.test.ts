import type { INodeProperties } from 'n8n-workflow';

import { allFields, DESCRIPTIONS, type Place } from './formParts';
import manifest from '../../../package.json';
import { RESOURCES as LISTINGS } from '../../../nodes/AmazonListings/resources';
import { RESOURCES as ORDERS } from '../../../nodes/AmazonOrders/resources';
import { RESOURCES as REPORTS } from '../../../nodes/AmazonReports/resources';
import { describe as describeForm } from '../../../nodes/n8n/describe';

const fields = allFields();
const hintOf = ({ part }: Place<INodeProperties>) => part.builderHint?.propertyHint ?? '';
const waysOf = (places: ReadonlyArray<Place<INodeProperties>>) => places.map(({ way }) => way);
const operations = [...LISTINGS, ...ORDERS, ...REPORTS].flatMap(({ name, operations: all }) =>
	all.map((operation) => ({ name: `${name}: ${operation.name}`, hint: operation.builderHint ?? '' })),
);
const texts = [
	...fields.filter((place) => hintOf(place) !== '').map((place) => [place.way, hintOf(place)] as const),
	...operations.map(({ name, hint }) => [name, hint] as const),
	...DESCRIPTIONS.map(
		({ displayName, builderHint }) => [displayName, builderHint?.searchHint ?? ''] as const,
	),
];

/** What takes a rule in notation, and what may cost money, by the names of the parameters. */
const NOTATION = [
	...['changePriceBy', 'adjustments', 'endPricesIn', 'ending', 'step', 'lowestPrice', 'ceiling'],
	...['minimumAdvertised', 'boundsMinimum', 'boundsMaximum', 'exchangeRates', 'percent', 'percentOff'],
	...['tiers', 'keepBack', 'sharePercent', 'breakpoint', 'valueAbove', 'valueAtOrBelow', 'handlingDays'],
	...['unmanagedQuantity', 'minimumToList', 'maximumToShow', 'lowStockAt', 'outputFields', 'attributes'],
];
const COSTLY = [
	...['brakePercent', 'soldOutPercent', 'soldOutAtLeast', 'allowMore', 'switchChannel', 'boundsClear'],
	...['refundWhat', 'includesTax', 'reason', 'lookUp', 'cancelOnFail', 'onlyShow', 'which', 'dryRun'],
];

describe("what n8n's assistant is told", () => {
	it.each(DESCRIPTIONS)('of $displayName, and what goes with it', ({ builderHint }) => {
		const { searchHint = '', relatedNodes = [] } = builderHint ?? {};
		expect(searchHint).not.toBe('');
		expect(relatedNodes.length).toBeGreaterThan(1);
		const own = DESCRIPTIONS.map(({ name }) => `${manifest.name}.${name}`);
		for (const { nodeType, relationHint } of relatedNodes) {
			expect(relationHint).toMatch(/^[A-Z].*[^.]$/);
			expect(
				nodeType.startsWith(manifest.name) ? own : [expect.stringMatching(/^n8n-nodes-base\./)],
			).toContainEqual(nodeType);
		}
	});

	it.each(operations)('of $name', ({ hint }) => {
		expect(hint).not.toBe('');
	});

	it('of operations, where the form lists them', () => {
		const [, selector] = describeForm(LISTINGS, 'offer');
		expect(selector?.options?.[0]).toMatchObject({
			builderHint: { propertyHint: LISTINGS[0]?.operations[0]?.builderHint },
		});
	});

	it('not of the selectors themselves, where n8n refuses to load a hint', () => {
		const selectors = fields.filter(({ part }) => ['resource', 'operation', 'mode'].includes(part.name));
		expect(selectors.length).toBeGreaterThan(5);
		expect(waysOf(selectors.filter((place) => hintOf(place) !== ''))).toEqual([]);
	});

	it('of every field that names an input field', () => {
		const naming = fields.filter(({ part }) => part.requiresDataPath !== undefined);
		expect(naming.length).toBeGreaterThan(40);
		expect(waysOf(naming.filter((place) => !/\b[Ww]rite (the )?names?\b/.test(hintOf(place))))).toEqual([]);
	});

	it.each([...NOTATION, ...COSTLY])('of the parameter %s', (name) => {
		const named = fields.filter(
			({ part }) =>
				part.name === name && part.requiresDataPath === undefined && part.type !== 'fixedCollection',
		);
		expect(named.length).toBeGreaterThan(0);
		expect(waysOf(named.filter((place) => hintOf(place) === ''))).toEqual([]);
	});

	it('of every text that has an example in notation', () => {
		const noted = fields.filter(
			({ part: { type, placeholder = '', default: start } }) =>
				type === 'string' &&
				(/[%>;]/.test(placeholder) || (typeof start === 'string' && /^\.?\d/.test(start))),
		);
		expect(noted.length).toBeGreaterThan(15);
		expect(waysOf(noted.filter((place) => hintOf(place) === ''))).toEqual([]);
	});

	it.each(texts)('in one to four plain sentences: %s', (_, text) => {
		expect(text).toMatch(/^[A-Z].*[^.]\.$/);
		expect(text).not.toMatch(/\{\{|\}\}|<[a-z]/);
		expect(text.length).toBeLessThan(330);
	});
});
