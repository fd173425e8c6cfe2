import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../..');
const NEIGHBOUR = resolve(PROJECT, '../shared/spapi');

/** Why the contract suite cannot run, in a sentence that says what to do. */
const MISSING_MODELS =
	"Amazon's models are not here: set SPAPI_MODELS to a clone of github.com/amzn/selling-partner-api-models";

/** The folder with Amazon's models: `SPAPI_MODELS`, else `../shared/spapi` beside the project. */
function findModelsFolder(): string | undefined {
	const wanted = process.env['SPAPI_MODELS'];
	if (wanted !== undefined && wanted !== '') return existsSync(wanted) ? wanted : undefined;
	return existsSync(NEIGHBOUR) ? NEIGHBOUR : undefined;
}

function* filesBelow(folder: string): Generator<string> {
	for (const name of readdirSync(folder).sort()) {
		const path = join(folder, name);
		if (name.startsWith('.') || name === 'node_modules') continue;
		if (statSync(path).isDirectory()) yield* filesBelow(path);
		else yield path;
	}
}

/**
 * The path of a file given as `models/sellers.json`: its first folder and its name; what lies between differs from
 * clone to clone. Undefined when there is none.
 */
function findModelFile(file: string): string | undefined {
	const folder = findModelsFolder();
	const [top = '', name] = file.split('/');
	if (folder === undefined || !existsSync(join(folder, top))) return undefined;
	for (const path of filesBelow(join(folder, top))) if (basename(path) === name) return path;
	return undefined;
}

/** Every model that there is, as `models/sellers.json`. */
export function modelFiles(): string[] {
	const folder = findModelsFolder();
	if (folder === undefined) return [];
	const files = [...filesBelow(join(folder, 'models'))].filter((path) => path.endsWith('.json'));
	return files.map((path) => `models/${basename(path)}`);
}

/** One of the files of Amazon's static sandbox, which stands for all of them. */
export const PAIRS_FILE = 'examples/feeds_2021-06-30.json';

/** What Amazon's static sandbox answers, API by API; nothing where it is not there. */
export function examplePairs<T>(): { api: string; content: T }[] {
	const folder = findModelsFolder();
	if (folder === undefined || findModelFile(PAIRS_FILE) === undefined) return [];
	const files = [...filesBelow(join(folder, 'examples'))].filter((path) => path.endsWith('.json'));
	return files.map((path) => ({
		api: basename(path, '.json'),
		content: JSON.parse(readFileSync(path, 'utf8')) as T,
	}));
}

/** The text of a file of Amazon's. Throws when there is none. */
export function readModelText(file: string): string {
	const path = findModelFile(file);
	if (path === undefined) throw new Error(`No file ${file}. ${MISSING_MODELS}`);
	return readFileSync(path, 'utf8');
}

/** A JSON file of Amazon's. Throws when there is none. */
export function readModelJson<T>(file: string): T {
	return JSON.parse(readModelText(file)) as T;
}

/**
 * A suite that needs Amazon's models, or the named files among them. Without them it is skipped and says why; on CI
 * it fails.
 */
export function describeWithModels(name: string, needed: readonly string[], tests: () => void): void {
	const missing = needed.find((file) => findModelFile(file) === undefined);
	if (missing === undefined) describe(name, tests);
	else if (process.env['CI'] === 'true') {
		it(`${name}: needs ${missing}`, () => {
			throw new Error(MISSING_MODELS);
		});
	} else {
		describe.skip(`${name} (skipped: ${missing} not found. ${MISSING_MODELS})`, () => {
			it('is skipped', () => undefined);
		});
	}
}
