import fc from 'fast-check';

/** What Amazon never sends, in the place of what it does. */
type Damage = (value: unknown) => unknown;

const DAMAGES: Readonly<Record<string, Damage>> = {
	missing: () => undefined,
	null: () => null,
	number: () => 7,
	negative: () => -1.5,
	'number beyond all': () => 1e308,
	text: () => 'constructor',
	'empty text': () => '',
	'long text': () => 'http://'.padEnd(20_000, 'a'),
	'half a letter': () => 'SKU \ud800',
	flag: () => true,
	list: () => [],
	'list of nulls': () => [null, null],
	object: () => ({}),
	'object with odd names': () => JSON.parse('{"__proto__":{"x":1},"constructor":1,"toString":2}') as unknown,
	'list of itself': (value) => [value, value],
	'in a list': (value) => [[value]],
	repeated: (value) => (Array.isArray(value) ? [...(value as unknown[]), ...(value as unknown[])] : value),
	hundredfold: (value) => Array.from({ length: 100 }, () => value),
};

export interface Mutation {
	/** Which of the values of the answer. */
	place: number;
	damage: string;
}

/** One to three damages. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
	fc.record({ place: fc.nat(9_999), damage: fc.constantFrom(...Object.keys(DAMAGES)) }),
	{ minLength: 1, maxLength: 3 },
);

/** The value with damages somewhere within; it stays an object. */
export function mutate<T>(value: T, changes: readonly Mutation[]): T {
	let whole = structuredClone(value);
	for (const { place, damage } of changes) {
		const places = placesIn(whole);
		const target = places[place % Math.max(1, places.length)];
		if (target === undefined) continue;
		whole = structuredClone(whole);
		const holder = target
			.slice(0, -1)
			.reduce<unknown>((inner, key) => Reflect.get(inner as object, key), whole);
		const key = target.at(-1) ?? '';
		const damaged = DAMAGES[damage]?.(Reflect.get(holder as object, key));
		Object.defineProperty(holder, key, {
			value: damaged,
			enumerable: true,
			configurable: true,
			writable: true,
		});
	}
	return whole;
}

function placesIn(value: unknown, path: string[] = []): string[][] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => [
		[...path, key],
		...placesIn(inner, [...path, key]),
	]);
}
