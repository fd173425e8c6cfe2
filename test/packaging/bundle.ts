import { build } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

import { licensesOf } from './licenses';

/** What n8n and Node give to every package; all else that the compiled code imports travels with it. */
const PROVIDED = ['n8n-workflow', 'node:crypto'];
/** Bottleneck without its Redis client, whose script loader needs `eval`; nobody uses it here. */
const INSTEAD = { bottleneck: 'bottleneck/light' };

const PACKAGE_IMPORT = /\brequire\("([^."/][^"]*)"\)/g;
const VENDOR = 'vendor';

interface CompiledFile {
	name: string;
	text: string;
}

/**
 * Puts each package that the compiled code in `distFolder` imports into one file of `vendor/`, with all that it needs
 * itself, and points the imports there: n8n takes packages without dependencies only, and one file that all nodes load
 * means one limiter for all of them. The licenses stand beside them.
 */
export async function bundlePackages(distFolder: string): Promise<void> {
	const files = readdirSync(distFolder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.js'))
		.map((name) => ({ name, text: readFileSync(join(distFolder, name), 'utf8') }));
	const names = [...new Set(files.flatMap(importsOf))];
	const sources = await Promise.all(names.map(async (name) => await bundle(name, distFolder)));
	for (const file of files) {
		const text = withVendor(file);
		if (text !== file.text) writeFileSync(join(distFolder, file.name), text);
	}
	writeFileSync(join(distFolder, VENDOR, 'LICENSES.txt'), licensesOf(sources.flat()));
}

function importsOf({ text }: CompiledFile): string[] {
	return [...text.matchAll(PACKAGE_IMPORT)]
		.map(([, name = '']) => name)
		.filter((name) => !PROVIDED.includes(name));
}

/** Answers with the files that went in. The code stays as readable as its authors wrote it. */
async function bundle(name: string, distFolder: string): Promise<string[]> {
	const { metafile } = await build({
		entryPoints: [name],
		outfile: join(distFolder, VENDOR, vendorFile(name)),
		alias: INSTEAD,
		external: PROVIDED,
		inject: [join(__dirname, 'globals.ts')],
		drop: ['console'],
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'es2022',
		metafile: true,
		logLevel: 'warning',
	});
	return Object.keys(metafile.inputs);
}

function vendorFile(name: string): string {
	return `${name.replace('/', '-').replace(/\.js$/, '')}.js`;
}

function withVendor({ name, text }: CompiledFile): string {
	const toVendor = posix.relative(dirname(name.replaceAll('\\', '/')), VENDOR);
	return text.replace(PACKAGE_IMPORT, (found, imported: string) =>
		PROVIDED.includes(imported) ? found : `require("${toVendor}/${vendorFile(imported)}")`,
	);
}
