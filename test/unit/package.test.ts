import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { USER_AGENT, VERSION } from '../../nodes/amazon/transport/userAgent';
import { publishedManifest, type Manifest } from '../packaging/release';

const ROOT = join(__dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest & {
	files: string[];
	dependencies?: Record<string, string>;
	devDependencies: Record<string, string>;
	n8n: { strict: boolean; nodes: string[]; credentials: string[] };
};

describe('the package', () => {
	it('names its version in every call', () => {
		expect(VERSION).toBe(manifest.version);
		expect(USER_AGENT).toBe(
			`n8n-nodes-amazon-seller/${manifest.version} (Language=TypeScript; Platform=n8n)`,
		);
	});

	it('registers every node and credential that is there, each node with its codex', () => {
		const nodes = readdirSync(join(ROOT, 'nodes'), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.node.ts'))
			.map((file) => `dist/nodes/${file.replace(/\.ts$/, '.js')}`);
		const credentials = readdirSync(join(ROOT, 'credentials'))
			.filter((file) => file.endsWith('.credentials.ts'))
			.map((file) => `dist/credentials/${file.replace(/\.ts$/, '.js')}`);
		expect([...manifest.n8n.nodes].sort()).toEqual(nodes.sort());
		expect(manifest.n8n.credentials).toEqual(credentials);
		const codex = nodes.map((file) => file.replace(/^dist\//, '').replace(/\.js$/, '.json'));
		expect(codex.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
	});

	it('ships what is built and nothing else', () => {
		expect(manifest.files).toEqual(['dist']);
	});

	it('needs nothing installed beside it: foreign code is bundled, from exact versions', () => {
		expect(manifest.dependencies).toBeUndefined();
		expect(manifest.n8n.strict).toBe(true);
		const versions = Object.values(manifest.devDependencies);
		expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
	});

	it('is published by its release alone, which names the repository that it is built from', () => {
		expect(manifest.private).toBe(true);
		expect(manifest).not.toHaveProperty('repository');
		const repository = 'https://github.com/someone/somewhere';
		const published = publishedManifest({ ...manifest, config: { repository } });
		expect(published).toMatchObject({
			name: manifest.name,
			version: manifest.version,
			files: manifest.files,
			n8n: manifest.n8n,
			repository: { url: `git+${repository}.git` },
		});
		expect(published).not.toHaveProperty('private');
	});

	it('has a lock that names no registry', () => {
		const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
		expect(lock).not.toMatch(/"resolved"|https?:\/\/registry/);
	});
});
