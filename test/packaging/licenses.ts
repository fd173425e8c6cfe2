import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
	name: string;
	version: string;
	license: string;
	author?: string | { name: string };
}

const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/** Names, versions and licenses of the packages that these source files belong to, as one text. */
export function licensesOf(sources: readonly string[]): string {
	const folders = sources.map((file) => PACKAGE_FOLDER.exec(file)?.[0]).filter((one) => one !== undefined);
	return [...new Set(folders)].sort().map(noticeOf).join('\n');
}

function noticeOf(folder: string): string {
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
	const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
	const text = file === undefined ? named(manifest) : readFileSync(join(folder, file), 'utf8').trim();
	return `==== ${manifest.name} ${manifest.version}\n\n${text}\n`;
}

/** A few packages bring no license file, only its name. */
function named({ license, author }: Manifest): string {
	const by = typeof author === 'object' ? author.name : author;
	return `License: ${license}${by === undefined ? '' : `, by ${by}`}`;
}
