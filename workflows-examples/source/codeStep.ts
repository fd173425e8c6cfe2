import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import { readModule, type CodeModule, type Declaration } from './codeModule';
import { step, type Behaviour, type Place } from './step';

interface Found extends Declaration {
	file: string;
}

/** A Code step that runs the default export of a file in `code`, such as `queue/shopifyRows`, once for all items. */
export function code(name: string, { runs, ...place }: Place & Behaviour & { runs: string }): INode {
	const parameters = { mode: 'runOnceForAllItems', language: 'javaScript', jsCode: scriptOf(runs) };
	return step('code', name, { ...place, parameters });
}

/**
 * All that a file in `code` needs as one script, for n8n's Code step: it imports nothing and ends with what it returns.
 * What happens stands first, as a person reads it; then come the functions, those of the file itself before others'.
 */
export function scriptOf(runs: string): string {
	const module = readModule(join(__dirname, 'code', `${runs}.ts`));
	if (module.run === undefined) throw new Error(`code/${runs}.ts has no default export to run`);
	const found = collect(module, module.run.names);
	const about = module.run.about.map((line) => `// ${line}`);
	if (about.length === 0)
		throw new Error(`code/${runs}.ts does not say above its default export what it does`);
	const constants = found.filter(({ isFunction }) => !isFunction).map(({ text }) => text);
	const functions = found.filter(({ isFunction }) => isFunction).map(({ text }) => text);
	const head = constants.length === 0 ? [[...about, module.run.body]] : [about, constants, [module.run.body]];
	return [...head.map((lines) => lines.join('\n')), ...functions].join('\n\n');
}

/** The declarations that are needed, module by module. Throws when two have one name, since the script has one room. */
function collect(entry: CodeModule, names: Set<string>): Found[] {
	const needed = new Map<string, Set<string>>([[entry.file, new Set(names)]]);
	const order = [entry];
	for (let index = 0; index < order.length; index += 1) follow(order, needed, order[index] ?? entry);
	const found = order.flatMap(({ file, declarations }) =>
		declarations.filter(({ name }) => needed.get(file)?.has(name)).map((one) => ({ ...one, file })),
	);
	for (const { name, file } of found) {
		const other = found.find((one) => one.name === name && one.file !== file);
		if (other !== undefined)
			throw new Error(`Two things are called ${name}: in ${file} and in ${other.file}`);
	}
	return found;
}

/** Adds what the needed declarations of a module need in turn, in this module and in those that it imports from. */
function follow(order: CodeModule[], needed: Map<string, Set<string>>, module: CodeModule): void {
	const here = needed.get(module.file) ?? new Set();
	for (let before = -1; before !== here.size;) {
		before = here.size;
		for (const { name, names } of module.declarations)
			if (here.has(name)) names.forEach((one) => here.add(one));
	}
	for (const [name, file] of module.imports) {
		if (!here.has(name)) continue;
		const there = needed.get(file) ?? new Set();
		const isNews = !there.has(name);
		needed.set(file, there.add(name));
		const isListed = order.some((one) => one.file === file);
		if (!isListed) order.push(readModule(file));
		else if (isNews) follow(order, needed, readModule(file));
	}
}
