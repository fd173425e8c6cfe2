import fc from 'fast-check';

import { JsonEntries } from '../../../../nodes/amazon/documents/jsonEntries';

/** What a reader makes of a text that comes in pieces: the values in their order. */
function read(pieces: readonly string[], lists: readonly string[] = ['list']): unknown[] {
	const taken: unknown[] = [];
	const entries = new JsonEntries({
		isList: (name) => lists.includes(name),
		begin: (name) => taken.push([name, 'begins']),
		take: (name, value) => taken.push([name, value]),
	});
	for (const piece of pieces) entries.write(piece);
	entries.end();
	return taken;
}

/** The same by `JSON.parse`; names that come twice or look like numbers have no order in an object. */
function expected(entries: ReadonlyArray<readonly [string, unknown]>): unknown[] {
	return entries.flatMap(([name, value]) =>
		name === 'list' && Array.isArray(value)
			? [[name, 'begins'], ...value.map((entry: unknown) => [name, entry])]
			: [[name, value]],
	);
}

function cut(text: string, places: readonly number[]): string[] {
	const ends = [...new Set([...places.map((place) => place % (text.length + 1)), text.length])].sort(
		(one, other) => one - other,
	);
	return ends.map((end, index) => text.slice(index === 0 ? 0 : ends[index - 1], end));
}

describe('JsonEntries', () => {
	const value = fc.jsonValue({ maxDepth: 4 });
	const entry = fc.oneof(
		fc.tuple(fc.constant('list'), fc.array(value)),
		fc.tuple(fc.oneof(fc.string(), fc.constantFrom('list', '__proto__', 'a"b\\')), value),
	);

	it('reads what JSON.parse reads, wherever the text is cut', () => {
		fc.assert(
			fc.property(fc.array(entry), fc.nat(9), fc.array(fc.nat(9_999)), (entries, indent, places) => {
				const fields = entries.map(([name, inner]) => {
					return `${JSON.stringify(name)} :${JSON.stringify(inner, null, indent)}`;
				});
				const text = `\ufeff { ${fields.join(',\n')} } `;
				const clean = entries.map(([name, inner]) => [name, JSON.parse(JSON.stringify(inner))] as const);
				expect(read(cut(text, places))).toEqual(expected(clean));
			}),
		);
	});

	it('takes for JSON only what is JSON', () => {
		const letters = fc.stringMatching(/^[{}[\],:"\\ntruefals0-9. -]{0,30}$/);
		fc.assert(
			fc.property(letters, fc.array(fc.nat(99)), (inner, places) => {
				const text = `{"list":${inner}}`;
				const isJson = () => {
					JSON.parse(text);
					return true;
				};
				let answer: unknown;
				try {
					read(cut(text, places));
					answer = true;
				} catch (error) {
					answer = error;
				}
				if (answer === true) expect(isJson()).toBe(true);
				else expect(isJson).toThrow();
			}),
			{ numRuns: 2_000 },
		);
	});

	it('breaks off where the text does', () => {
		const text = '{"list":[{"a":"x"},1],"other":{"b":[true]}}';
		for (let end = 0; end < text.length; end++) expect(() => read([text.slice(0, end)])).toThrow('cut off');
	});

	it('leaves an entry without end unread, and reads the others', () => {
		const long = `"${'x'.repeat(3_000_000)}"`;
		const text = `{"list":[1,{"long":${long}},2],"long":${long},"other":3}`;
		expect(read([text])).toEqual([
			['list', 'begins'],
			['list', 1],
			['list', undefined],
			['list', 2],
			['long', undefined],
			['other', 3],
		]);
	});
});
