import { homedir } from 'node:os';
import { join } from 'node:path';

/** The n8n that is installed and driven. */
export const N8N_VERSION = '2.40.7';

/** n8n 2.37 and later need Node 24; used when the running Node is older. */
export const NODE_VERSION = '24.21.0';
export const NODE_MAJOR = 24;

/** Where everything lives that is fetched or kept, outside the checkout; `N8N_CACHE_DIR` overrides. */
export function cacheRoot(): string {
	const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return process.env.N8N_CACHE_DIR || join(base, 'n8n-nodes-amazon-seller');
}

/** The folder that n8n itself is installed into; `N8N_INSTALL_DIR` puts it elsewhere than the demo's data. */
export function n8nFolder(): string {
	return join(process.env.N8N_INSTALL_DIR || cacheRoot(), `n8n-${N8N_VERSION}`);
}

/** What the n8n of `npm start` remembers. */
export function demoFolder(): string {
	return join(cacheRoot(), 'demo-home');
}
