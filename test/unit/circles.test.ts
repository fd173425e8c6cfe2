import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { preProcessFile } from 'typescript';

const NODES = resolve(__dirname, '../../nodes');

/** File -> the files that it imports, those of which it takes types alone included (lint's `no-cycle` passes these over). */
function readImports(folder: string): Map<string, string[]> {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.ts'),
	);
	return new Map(files.map((name) => [join(folder, name), importsOf(join(folder, name))]));
}

function importsOf(file: string): string[] {
	const { importedFiles } = preProcessFile(readFileSync(file, 'utf8'), true, true);
	return importedFiles
		.filter(({ fileName }) => fileName.startsWith('.'))
		.map(({ fileName }) => resolve(file, '..', `${fileName}.ts`))
		.filter(existsSync);
}

/** The first way from a file back to itself; undefined where there is none. */
function findCircle(imports: ReadonlyMap<string, readonly string[]>): string[] | undefined {
	const done = new Set<string>();
	const visit = (file: string, way: readonly string[]): string[] | undefined => {
		if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
		if (done.has(file)) return undefined;
		for (const next of imports.get(file) ?? []) {
			const circle = visit(next, [...way, file]);
			if (circle !== undefined) return circle;
		}
		done.add(file);
		return undefined;
	};
	for (const file of imports.keys()) {
		const circle = visit(file, []);
		if (circle !== undefined) return circle;
	}
	return undefined;
}

describe('imports', () => {
	it('lead from no file of the nodes back to it, not even for a type', () => {
		const imports = readImports(NODES);
		expect(imports.size).toBeGreaterThan(300);
		expect([...imports.values()].flat().length).toBeGreaterThan(imports.size);
		expect(findCircle(imports)).toBeUndefined();
	});

	it('are seen to go round', () => {
		const imports = new Map([
			['a', ['b']],
			['b', ['c', 'd']],
			['c', []],
			['d', ['b']],
		]);
		expect(findCircle(imports)).toEqual(['b', 'd', 'b']);
	});
});
