import { homedir } from 'node:os';
import { join } from 'node:path';

/** The n8n that is installed and driven. */
export const N8N_VERSION = '2.40.7';

/** n8n 2.37 and later need Node 24; used when the running Node is older. */
export const NODE_VERSION = '24.21.0';
export const NODE_MAJOR = 24;

/** Where n8n and the demo's data live, outside the checkout; `N8N_CACHE_DIR` overrides. */
export function cacheRoot(): string {
	const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	return process.env.N8N_CACHE_DIR || join(base, 'n8n-nodes-amazon-seller');
}

/** The folder that n8n itself is installed into. */
export function n8nFolder(root = cacheRoot()): string {
	return join(root, `n8n-${N8N_VERSION}`);
}
