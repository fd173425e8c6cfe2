import { SIMULATOR_PORT } from '../../nodes/amazon/tables/simulator';
import { DEFAULT_SELLERS } from '../simulator';
import { missingCredentialTypes } from './exampleWorkflows';
import { OWNER } from './session';
import { scheduleZone } from './settings';
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
		`  Demo store  ${store.url}   a shop on WooCommerce, with buttons`,
		`  Amazon      ${simulator.url}/simulator   simulated: nothing reaches the real one`,
		'',
		"  Try this: Amazon's orders come into the store by themselves, one every two minutes.",
		'  1. Ship an order in the store: seconds later it is shipped at Amazon ("Amazon 7").',
		'  2. Refund it, or one line of it: "Amazon 8" pays back at Amazon within 15 minutes, or run it by hand.',
		'  3. Cancel another one: "Amazon 9" asks Amazon within five minutes.',
		'  4. Change a price or the stock: "Amazon 2b" queues it, "Amazon 3" sends it within five minutes.',
		`  5. One more order:  curl -X POST -H content-type:application/json ${simulator.url}/simulator/sellers/${SELLER?.sellerId ?? ''}/orders`,
		'',
		`  ${workflows.length} example workflows and ${credentials.length} credentials are there. Not published, since the shop is on WooCommerce: 2a and 6c`,
		'  (Shopify), 2c and 6b (Magento), 6d, and the price list 5, which would overwrite what 3 sends: run that by hand.',
		`  Schedules follow ${scheduleZone()}; for another zone: GENERIC_TIMEZONE=Asia/Tokyo npm start`,
		...(missing.length > 0 ? [`  Not given to the workflows (choose your own): ${missing.join(', ')}`] : []),
		`  n8n keeps everything in ${userFolder} (n8n.log is its log); the store and Amazon begin anew with each start.`,
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
		simulator: find(/Amazon +(http\S+)\/simulator /),
		store: find(/Demo store +(http\S+)/),
		email: find(/E-mail +(\S+)/),
		password: find(/Password +(\S+)/),
	};
}
