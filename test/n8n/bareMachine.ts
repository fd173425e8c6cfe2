import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { cacheRoot } from './cacheFolder';
import { PROJECT_FOLDER } from './package';

/** The project as it is after a clone, for somebody who has never run anything here. */
export interface BareMachine {
	/** A copy of the checkout, without what was installed or built in it. */
	checkout: string;
	/** A home folder that does not exist, and so without a cache folder. */
	home: string;
	env: NodeJS.ProcessEnv;
	remove(): void;
}

/** What a clone does not have. */
const MADE_HERE = ['node_modules', '.git', 'dist', 'coverage', 'screenshots', '.cache'];

/** What the person's shell and the npm that runs us would tell about another home. */
const FOREIGN = /^(XDG_|N8N_CACHE_DIR$|npm_config_cache$|npm_lifecycle_|npm_package_)/;

/** Only n8n itself may be there already (or is put there): it is 3 GB. How npm is set up belongs to the machine. */
export function createBareMachine(): BareMachine {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'amazon-seller-first-start-')));
	const checkout = join(folder, 'checkout');
	const home = join(folder, 'home');
	cpSync(PROJECT_FOLDER, checkout, {
		recursive: true,
		filter: (path) => path === PROJECT_FOLDER || !MADE_HERE.includes(basename(path)),
	});
	const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
	return {
		checkout,
		home,
		env: {
			...Object.fromEntries(inherited),
			HOME: home,
			npm_config_userconfig: process.env.npm_config_userconfig ?? join(homedir(), '.npmrc'),
			N8N_INSTALL_DIR: process.env.N8N_INSTALL_DIR || cacheRoot(),
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
