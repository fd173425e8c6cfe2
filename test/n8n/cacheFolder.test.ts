import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheRoot, demoFolder, N8N_VERSION, n8nFolder } from './cacheFolder';

const NAMES = ['N8N_CACHE_DIR', 'N8N_INSTALL_DIR', 'XDG_CACHE_HOME'];
const saved = Object.fromEntries(NAMES.map((name) => [name, process.env[name]]));

function given(env: Record<string, string>): void {
	for (const name of NAMES) delete process.env[name];
	Object.assign(process.env, env);
}

afterAll(() => {
	for (const name of NAMES) {
		if (saved[name] === undefined) delete process.env[name];
		else process.env[name] = saved[name];
	}
});

const OURS = 'n8n-nodes-amazon-seller';
const N8N = `n8n-${N8N_VERSION}`;

describe('the folders outside the checkout', () => {
	it.each<{ env: Record<string, string>; root: string; n8n: string }>([
		{ env: {}, root: join(homedir(), '.cache', OURS), n8n: join(homedir(), '.cache', OURS, N8N) },
		{ env: { XDG_CACHE_HOME: '/x' }, root: `/x/${OURS}`, n8n: `/x/${OURS}/${N8N}` },
		{ env: { XDG_CACHE_HOME: '/x', N8N_CACHE_DIR: '/c' }, root: '/c', n8n: `/c/${N8N}` },
		{ env: { N8N_CACHE_DIR: '/c', N8N_INSTALL_DIR: '/i' }, root: '/c', n8n: `/i/${N8N}` },
	])('with $env are $root, and n8n in $n8n', ({ env, root, n8n }) => {
		given(env);
		expect({ root: cacheRoot(), n8n: n8nFolder(), demo: demoFolder() }).toEqual({
			root,
			n8n,
			demo: join(root, 'demo-home'),
		});
	});
});
