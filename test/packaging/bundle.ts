import { build } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';

import { licensesOf } from './licenses';

const PROJECT = resolve(__dirname, '..', '..');

/** What n8n and Node give to every package; all else that the code imports travels with it. */
const PROVIDED = ['n8n-workflow', 'node:crypto'];
/** Bottleneck without its Redis client, whose script loader needs `eval`; nobody uses it here. */
const INSTEAD = { bottleneck: 'bottleneck/light' };

/** Everything that n8n runs, in the folder of the build. */
const SHARED = 'package.js';

/**
 * Puts all nodes and the credential with the packages that they import into one file of the build, and beside it the
 * files that package.json names to n8n, each of which hands on what it is asked for. n8n takes packages without
 * dependencies only; one file that all nodes share means one limiter for all of them, and loads in half the time of
 * several hundred. The licenses of the packages stand beside it.
 */
export async function bundlePackage(distFolder: string): Promise<void> {
	const faces = readFaces();
	const { metafile } = await build({
		stdin: {
			contents: faces.map(({ source }) => `export * from './${source}';`).join('\n'),
			resolveDir: PROJECT,
		},
		absWorkingDir: PROJECT,
		outfile: join(distFolder, SHARED),
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
	for (const face of faces) writeFace(distFolder, face);
	writeFileSync(join(distFolder, 'LICENSES.txt'), licensesOf(Object.keys(metafile.inputs)));
}

interface Face {
	/** In the build: `nodes/AmazonOrders/AmazonOrders.node.js`. */
	file: string;
	/** In the project, without its ending. */
	source: string;
	/** n8n takes it from the name of the file. */
	className: string;
}

function readFaces(): Face[] {
	const manifest = readFileSync(join(PROJECT, 'package.json'), 'utf8');
	const { n8n } = JSON.parse(manifest) as { n8n: { nodes: string[]; credentials: string[] } };
	return [...n8n.nodes, ...n8n.credentials].map((path) => {
		const file = path.replace(/^dist\//, '');
		return { file, source: file.replace(/\.js$/, ''), className: posix.basename(file).split('.')[0] ?? '' };
	});
}

function writeFace(distFolder: string, { file, className }: Face): void {
	mkdirSync(dirname(join(distFolder, file)), { recursive: true });
	const shared = posix.relative(posix.dirname(file), SHARED);
	writeFileSync(join(distFolder, file), `exports.${className} = require("${shared}").${className};\n`);
}
