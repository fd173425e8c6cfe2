import { DirectoryLoader, PackageDirectoryLoader } from 'n8n-core';
import type { KnownNodesAndCredentials } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { nodesBaseFolder } from './nodesBase';

const projectFolder = resolve(__dirname, '../../..');

/** Loads node and credential classes when a workflow first asks for them. */
class LazyLoader extends DirectoryLoader {
	override isLazyLoaded = true;

	constructor(
		directory: string,
		readonly packageName: string,
		known: KnownNodesAndCredentials,
	) {
		super(directory);
		this.known = known;
	}

	async loadAll(): Promise<void> {}
}

interface Manifest {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
}

let manifestRead: Manifest | undefined;

/** What package.json says of this project. */
export function ownPackage(): Manifest {
	manifestRead ??= JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as Manifest;
	return manifestRead;
}

/** Our own nodes and credentials, from their sources. */
export function ownLoader(): DirectoryLoader {
	const manifest = ownPackage();
	return new LazyLoader(projectFolder, manifest.name, {
		nodes: knownClasses(manifest.n8n.nodes, '.node'),
		credentials: knownClasses(manifest.n8n.credentials, '.credentials'),
	});
}

/** Our own nodes and credentials as n8n loads them: from the folder of an installed package, as its manifest names them. */
export async function packageLoader(folder: string): Promise<DirectoryLoader> {
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	return loader;
}

/** The nodes of n8n itself that tests need. */
export function nodesBaseLoader(): DirectoryLoader {
	const folder = nodesBaseFolder();
	return new LazyLoader(folder, 'n8n-nodes-base', {
		nodes: JSON.parse(readFileSync(join(folder, 'dist/known/nodes.json'), 'utf8')),
		credentials: JSON.parse(readFileSync(join(folder, 'dist/known/credentials.json'), 'utf8')),
	});
}

/** `dist/nodes/X/X.node.js` as `{ x: { className: 'X', sourcePath: 'nodes/X/X.node.ts' } }`. */
function knownClasses(builtFiles: string[], suffix: string): KnownNodesAndCredentials['nodes'] {
	return Object.fromEntries(
		builtFiles.map((file) => {
			const className = basename(file, `${suffix}.js`);
			const sourcePath = file.replace(/^dist\//, '').replace(/\.js$/, '.ts');
			return [className.charAt(0).toLowerCase() + className.slice(1), { className, sourcePath }];
		}),
	);
}
