import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { AmazonSpApi } from '../../credentials/AmazonSpApi.credentials';
import { SIMULATOR_PORT, SIMULATOR_URL } from '../../nodes/amazon/tables/simulator';
import { DEMO_PORTS, readWelcome, welcome } from '../n8n/welcome';
import { readReadme, valuesToType } from '../readme';
import { DEFAULT_SELLERS } from '../simulator';
import { credentialValues } from '../simulator/accounts';
import { greeting, readCommandLine } from '../simulator/commandLine';

const fields = new AmazonSpApi().properties;
const address = fields.find(({ name }) => name === 'mockUrl');
const [EUROPE] = DEFAULT_SELLERS;
/** What the README tells to type into the credential. */
const typed = new Map(valuesToType(readReadme()));

/** n8n shows these two under names of its own. */
function shownLabels(): string[] {
	return fields.map(({ displayName }) => displayName.replace(/^LWA /, ''));
}

describe('the simulated Amazon is looked for where it listens', () => {
	it('in the credential: default and example', () => {
		expect([address?.default, address?.placeholder]).toEqual([SIMULATOR_URL, `e.g. ${SIMULATOR_URL}`]);
	});

	it('by npm run simulator, unless it is told otherwise', () => {
		expect(readCommandLine([]).port).toBe(SIMULATOR_PORT);
		expect(readCommandLine(['--port', '9000']).port).toBe(9000);
		expect(() => readCommandLine(['--port', 'x'])).toThrow(`[--port ${SIMULATOR_PORT}]`);
	});

	it('by npm start, whose welcome says so', () => {
		expect(DEMO_PORTS.simulator).toBe(SIMULATOR_PORT);
		const at = (port: number) => ({ url: `http://127.0.0.1:${port}` });
		const world = { n8n: at(5678), simulator: at(SIMULATOR_PORT), store: at(8099) };
		const printed = welcome({ ...world, workflows: [], credentials: [] }, '/home').join('\n');
		expect(readWelcome(printed)).toEqual({
			n8n: world.n8n.url,
			simulator: SIMULATOR_URL,
			store: world.store.url,
			email: 'owner@example.com',
			password: 'Demo-password-1',
		});
		expect(readWelcome(printed.slice(0, printed.indexOf('Ctrl-C')))).toBeUndefined();
	});

	it('by the README', () => {
		expect(typed.get('Simulator Address')).toBe(SIMULATOR_URL);
		const addresses = [...readReadme().matchAll(/http:\/\/127\.0\.0\.1:\d+/g)].map(([url]) => url);
		expect(new Set(addresses)).toEqual(new Set([SIMULATOR_URL]));
	});

	it("by the example workflows' store", () => {
		const file = join(__dirname, '..', '..', 'workflows-examples', 'direct-price-list.json');
		expect(readFileSync(file, 'utf8')).toContain(`http://127.0.0.1:${DEMO_PORTS.store}/`);
	});
});

describe('the made-up account', () => {
	if (EUROPE === undefined) throw new Error('the simulator has no seller');

	it.each(credentialValues(EUROPE))('is the same in README and simulator: %s', (label, value) => {
		if (label === 'Marketplaces') expect(value.split(', ')).toContain(typed.get(label));
		else expect(typed.get(label)).toBe(value);
		expect(shownLabels()).toContain(label);
	});

	it.each(DEFAULT_SELLERS.map((seller) => [seller.storeName, seller] as const))(
		'is printed by npm run simulator: %s',
		(name, seller) => {
			const printed = greeting(SIMULATOR_URL).join('\n');
			expect(printed).toContain(name);
			for (const [label, value] of credentialValues(seller))
				expect(printed).toMatch(new RegExp(`${label} +${value.replace('|', '\\|')}$`, 'm'));
		},
	);
});
