import { compilePath, isAbsent } from '../../../../nodes/rules/item/attribute';
import { ConfigError } from '../../../../nodes/rules/verdict/verdict';

describe('attribute paths', () => {
	const item = {
		price: 5,
		'a.b': 'literal',
		a: { b: 'nested' },
		variants: [{ sku: 'X' }],
		text: 'abc',
		empty: null,
		'first name': 'Ann',
		'x[0]': 'as it is',
	};

	it.each([
		['a plain key', 'price', 5],
		['a key that contains dots before the path', 'a.b', 'literal'],
		['a list index', 'variants.0.sku', 'X'],
		['a list index as n8n drags it', 'variants[0].sku', 'X'],
		['a name in brackets', "variants[0]['sku']", 'X'],
		['a name in double quotes', 'variants[0]["sku"]', 'X'],
		['a name with spaces', "['first name']", 'Ann'],
		['a dotted name in brackets', "['a.b']", 'literal'],
		['a key that is written like a path', 'x[0]', 'as it is'],
		['brackets around nothing', '[]', undefined],
		['a prototype in brackets', "a['__proto__'].x", undefined],
		['an index that is not there', 'variants.1.sku', undefined],
		['a path through null', 'empty.x', undefined],
		['a path through a text', 'text.length', undefined],
		['an inherited property', 'toString', undefined],
		['a prototype', '__proto__', undefined],
		['a nested prototype', 'a.__proto__.x', undefined],
		['an inherited constructor', 'a.constructor.name', undefined],
	])('reads %s', (_label, path, expected) => {
		expect(compilePath(path)(item)).toEqual(expected);
	});

	it('does not read a key __proto__ that JSON brought along', () => {
		const hostile = JSON.parse('{"a":{"__proto__":{"price":1}},"__proto__":{"price":2}}') as Record<
			string,
			unknown
		>;
		expect(compilePath('a.__proto__.price')(hostile)).toBeUndefined();
		expect(compilePath('__proto__.price')(hostile)).toBeUndefined();
		expect(compilePath('price')(hostile)).toBeUndefined();
	});

	it.each([[''], ['  ']])('refuses the path "%s" and names the field', (path) => {
		expect(() => compilePath(path, 'source')).toThrow(ConfigError);
		expect(() => compilePath(path, 'source')).toThrow(/^source .*must be the name of a field/);
	});

	it.each([
		[undefined, true],
		[null, true],
		['', true],
		['  ', true],
		[0, false],
		[false, false],
		['0', false],
	])('says whether %j is absent', (value, expected) => {
		expect(isAbsent(value)).toBe(expected);
	});
});
