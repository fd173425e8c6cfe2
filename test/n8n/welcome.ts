import { SIMULATOR_PORT } from '../../nodes/amazon/tables/simulator';
import { DEFAULT_SELLERS } from '../simulator';
import { missingCredentialTypes } from './exampleWorkflows';
import { OWNER } from './session';
import type { World } from './world';

/** Where the demo is found unless somebody else is there already. */
export const DEMO_PORTS = { n8n: 5678, simulator: SIMULATOR_PORT, store: 8099 };

/** Whose account the demo's credential is. */
const [SELLER] = DEFAULT_SELLERS;

/** The line that says that everything runs. */
export const READY = 'n8n is ready.';

/** What is told of a world. */
type Shown = Pick<World, 'workflows' | 'credentials'> &
	Record<'n8n' | 'simulator' | 'store', { url: string }>;

/** What `npm start` prints when everything runs: where it is, how to sign in, what is going on. */
export function welcome(
	{ n8n, simulator, store, workflows, credentials }: Shown,
	userFolder: string,
): string[] {
	const missing = missingCredentialTypes(workflows, credentials);
	return [
		'',
		`  ${READY}`,
		'',
		`  Open      ${n8n.url}`,
		`  E-mail    ${OWNER.email}`,
		`  Password  ${OWNER.password}`,
		'',
		`  Amazon is simulated at ${simulator.url}; ${workflows.length} example workflows and ${credentials.length} credentials are there.`,
		`  Demo stores (WooCommerce, Magento, Shopify, a webhook and a price list) answer at ${store.url}:`,
		'  Every two minutes one of Amazon\'s orders is paid, and "Amazon 6a" brings it into WooCommerce within minutes:',
		'  the page there shows what has arrived, the table "Amazon Orders" in n8n what became of each.',
		`  One more order:  curl -X POST -H content-type:application/json ${simulator.url}/simulator/sellers/${SELLER?.sellerId ?? ''}/orders`,
		...(missing.length > 0 ? [`  Not given to the workflows (choose your own): ${missing.join(', ')}`] : []),
		`  Everything is kept in ${userFolder}; n8n's log is n8n.log there.`,
		'  Ctrl-C stops it.',
		'',
	];
}

/** What a person reads off the welcome. */
export interface ReadWelcome {
	/** Where the parts of the demo listen. */
	n8n: string;
	simulator: string;
	store: string;
	email: string;
	password: string;
}

/** Reads what `npm start` has printed so far as a person would; nothing before everything runs. */
export function readWelcome(printed: string): ReadWelcome | undefined {
	const [, shown] = printed.split(READY);
	if (shown === undefined || !shown.includes('Ctrl-C stops it')) return undefined;
	const find = (pattern: RegExp): string => pattern.exec(shown)?.[1] ?? '';
	return {
		n8n: find(/Open +(http\S+)/),
		simulator: find(/Amazon is simulated at (http[^\s;]+)/),
		store: find(/answer at (http\S+):$/m),
		email: find(/E-mail +(\S+)/),
		password: find(/Password +(\S+)/),
	};
}
