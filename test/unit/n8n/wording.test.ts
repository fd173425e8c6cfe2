import { allChoices, allFields } from './formParts';
import { RESOURCES as LISTINGS } from '../../../nodes/AmazonListings/resources';
import { RESOURCES as ORDERS } from '../../../nodes/AmazonOrders/resources';
import { RESOURCES as REPORTS } from '../../../nodes/AmazonReports/resources';

/** Words that stay small in titles, unless they come first or last. */
const SMALL =
	/^(a|an|and|as|at|beyond|beside|but|by|for|from|in|into|of|off|on|or|per|that|than|the|to|until|up|was|were|with)$/;

/** Numbers count as words, so that what stands before one is not the last. */
const wordsOf = (name: string) => name.split(/[\s/(),:"-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));

function isTitle(name: string): boolean {
	const words = wordsOf(name);
	return words.every((word, index) => {
		const isEdge = index === 0 || index === words.length - 1;
		return !/^\p{Ll}/u.test(word) || (SMALL.test(word) && !isEdge);
	});
}

const actions = [...LISTINGS, ...ORDERS, ...REPORTS].flatMap(({ operations }) =>
	operations.map(({ action }) => action),
);

describe('n8n lists actions', () => {
	it.each(actions)('without an article: %s', (action) => {
		expect(action).not.toMatch(/\b(a|an|the)\b/i);
	});

	it.each(actions)('in sentence case, without a full stop: %s', (action) => {
		expect(action).toMatch(/^[A-Z][a-z]+( [a-z]+)+$/);
	});

	it('each by a name of its own', () => {
		expect(new Set(actions).size).toBe(actions.length);
	});
});

describe('the forms', () => {
	it('name every choice in title case', () => {
		const names = allChoices().map(({ way, part }) => ({ way, name: part.name }));
		expect(names.length).toBeGreaterThan(100);
		expect(names.filter(({ name }) => !isTitle(name))).toEqual([]);
	});

	it('name every field in title case', () => {
		const fields = allFields().filter(({ part }) => part.type !== 'notice');
		expect(fields.length).toBeGreaterThan(150);
		expect(fields.filter(({ part }) => !isTitle(part.displayName)).map(({ way }) => way)).toEqual([]);
	});

	it('begin the description of a switch with "Whether"', () => {
		const switches = allFields().filter(({ part }) => part.type === 'boolean');
		const others = switches.filter(({ part }) => !part.description?.startsWith('Whether '));
		expect(others.map(({ way }) => way)).toEqual([]);
	});
});
