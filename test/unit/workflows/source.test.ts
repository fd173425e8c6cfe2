import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readModule } from '../../../workflows-examples/source/codeModule';
import { scriptOf } from '../../../workflows-examples/source/codeStep';
import { nothing } from '../../../workflows-examples/source/everyday';
import { joined, workflow, type Wires } from '../../../workflows-examples/source/workflow';

describe('a workflow', () => {
	const place = (id: string) => ({ id, at: [0, 0] as [number, number] });
	const steps = ['A', 'B', 'C'].map((name) => nothing(name, place(name)));
	const made = (wires: Wires, more = steps) =>
		workflow({ file: 'f', id: 'i', name: 'n', keepsSuccesses: true, steps: more, wires }).json;

	it('has its wires in the order of its steps', () => {
		const { connections } = made({ B: [[], { step: 'C', input: 1 }], A: [['B', 'C']] });
		expect(Object.keys(connections)).toEqual(['A', 'B']);
		expect(connections['B']).toEqual({ main: [[], [{ node: 'C', type: 'main', index: 1 }]] });
	});

	it('joins the wires of its parts', () => {
		expect(joined({ A: ['B'] }, { A: ['C', ['B']], B: ['C'] })).toEqual({
			A: [['B', 'C'], ['B']],
			B: [['C']],
		});
	});

	it.each([
		['a wire to nowhere', () => made({ A: ['D'] }), 'wires name steps that are not there: "D"'],
		['a wire from nowhere', () => made({ D: ['A'] }), '"D"'],
		['two steps of one name', () => made({}, [...steps, ...steps]), 'two steps are called "A", "B", "C"'],
	])('refuses %s', (_what, make, words) => expect(make).toThrow(words));
});

describe('the code of a step', () => {
	it('says what it does, then does it, then brings each function once', () => {
		const script = scriptOf('refunds/shopifyRefund');
		expect(script).toMatch(/^\/\/ The refund as a row[^\n]*\n[^\n]*\n\s*return toItems\(/);
		expect(script).not.toMatch(/\b(import|export)\b/);
		const names = [...script.matchAll(/^function (\w+)/gm)].map(([, name]) => name);
		expect(names).toContain('toRow');
		expect(new Set(names).size).toBe(names.length);
	});

	it.each([
		['magento/pages', 'has no default export to run'],
		['nowhere', 'no such file'],
	])('cannot be %s', (runs, words) => expect(() => scriptOf(runs)).toThrow(words));
});

describe('a module of code', () => {
	const folder = mkdtempSync(join(tmpdir(), 'code-'));
	afterAll(() => rmSync(folder, { recursive: true }));

	it.each([
		[
			"import { sep } from 'node:path';\nexport const at = sep;",
			'an import that is not of names from a file',
		],
		["import { a as b } from './a';\nexport const c = b;", 'an import under another name'],
		['export default function run() {}', 'a statement that is no function and no constant'],
		['export default 1;', 'a default export that is no () => ...'],
		['export class A {}', 'a statement that is no function and no constant'],
		['export const [a, b] = [1, 2];', 'a statement that is no function and no constant'],
	])('refuses %j', (text, words) => {
		const file = join(folder, `${words.length}${text.length}.ts`);
		writeFileSync(file, text);
		expect(() => readModule(file)).toThrow(`a Code step cannot hold ${words}`);
	});
});
