import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as ts from 'typescript';

/** A function or constant of a module, as JavaScript with its comment. */
export interface Declaration {
	name: string;
	isFunction: boolean;
	text: string;
	/** Every name that stands in it, its own and foreign ones. */
	names: Set<string>;
}

/** A file below `code`, taken apart. */
export interface CodeModule {
	file: string;
	declarations: Declaration[];
	/** Where each imported name comes from, in the order of the imports. */
	imports: Map<string, string>;
	/** The default export: what n8n runs, and what its comment says. */
	run?: { about: string[]; body: string; names: Set<string> };
}

const modules = new Map<string, CodeModule>();

/** Reads a module; throws for what a Code step cannot hold, such as an import from a package. */
export function readModule(file: string): CodeModule {
	const known = modules.get(file) ?? takeApart(file);
	modules.set(file, known);
	return known;
}

function takeApart(file: string): CodeModule {
	const { ES2022 } = ts.ScriptTarget;
	const compilerOptions = { target: ES2022, module: ts.ModuleKind.ESNext, removeComments: false };
	const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions });
	const source = ts.createSourceFile(file, outputText, ES2022, true);
	const module: CodeModule = { file, declarations: [], imports: new Map() };
	for (const statement of source.statements) readStatement(module, statement);
	return module;
}

function readStatement(module: CodeModule, statement: ts.Statement): void {
	if (ts.isImportDeclaration(statement)) return readImport(module, statement);
	if (ts.isExportAssignment(statement)) return readRun(module, statement);
	if (ts.isExportDeclaration(statement) && statement.exportClause?.getText() === '{}') return;
	const [name, isFunction] = nameOf(statement);
	if (name === undefined)
		throw refused(module.file, 'a statement that is no function and no constant', statement);
	const text = withoutExport(statement);
	module.declarations.push({ name, isFunction, text, names: namesIn(statement) });
}

function readImport({ file, imports }: CodeModule, statement: ts.ImportDeclaration): void {
	const from = statement.moduleSpecifier.getText().slice(1, -1);
	const named = statement.importClause?.namedBindings;
	if (!from.startsWith('.') || named === undefined || !ts.isNamedImports(named)) {
		throw refused(file, 'an import that is not of names from a file', statement);
	}
	for (const { name, propertyName } of named.elements) {
		if (propertyName !== undefined) throw refused(file, 'an import under another name', statement);
		imports.set(name.text, `${join(dirname(file), from)}.ts`);
	}
}

function readRun(module: CodeModule, statement: ts.ExportAssignment): void {
	const { expression } = statement;
	if (!ts.isArrowFunction(expression))
		throw refused(module.file, 'a default export that is no () => ...', statement);
	const { body } = expression;
	const text = ts.isBlock(body) ? body.getText().slice(1, -1).trim() : `return ${body.getText()};`;
	module.run = { about: aboutOf(statement), body: text, names: namesIn(expression) };
}

function nameOf(statement: ts.Statement): [name: string | undefined, isFunction: boolean] {
	if (ts.isFunctionDeclaration(statement)) {
		const isDefault = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
		return [isDefault ? undefined : statement.name?.text, true];
	}
	if (!ts.isVariableStatement(statement)) return [undefined, false];
	const [{ name } = { name: undefined }, ...others] = statement.declarationList.declarations;
	return [name !== undefined && ts.isIdentifier(name) && others.length === 0 ? name.text : undefined, false];
}

function withoutExport(statement: ts.Statement): string {
	const start = statement.getStart();
	const comment = statement
		.getFullText()
		.slice(0, start - statement.getFullStart())
		.trim();
	const text = statement.getText().replace(/^export\s+/, '');
	return comment === '' ? text : `${comment}\n${text}`;
}

function namesIn(node: ts.Node): Set<string> {
	const names = new Set<string>();
	const visit = (part: ts.Node): void => {
		if (ts.isIdentifier(part)) names.add(part.text);
		ts.forEachChild(part, visit);
	};
	visit(node);
	return names;
}

/** The lines of the comment above, without its stars. */
function aboutOf(statement: ts.Statement): string[] {
	const comment = statement.getFullText().slice(0, statement.getStart() - statement.getFullStart());
	const lines = comment.replace(/^\s*\/\*\*|\*\/\s*$/g, '').split('\n');
	return lines.map((line) => line.replace(/^\s*\*? ?/, '').trimEnd()).filter((line) => line !== '');
}

function refused(file: string, what: string, statement: ts.Statement): Error {
	const where = relative(join(__dirname, '..', '..'), file);
	return new Error(`${where}: a Code step cannot hold ${what}: ${statement.getText().slice(0, 80)}`);
}
