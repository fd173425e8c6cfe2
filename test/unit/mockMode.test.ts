import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { NodeHelpers, type INodeParameters } from 'n8n-workflow';

import { AmazonSpApi } from '../../credentials/AmazonSpApi.credentials';
import { marketplaceById } from '../../nodes/amazon/tables/marketplaces';
import { SIMULATED_ACCOUNTS, SIMULATOR_PORT, SIMULATOR_URL } from '../../nodes/amazon/tables/simulator';
import { DEMO_PORTS, readWelcome, welcome } from '../n8n/welcome';
import { readReadme, valuesToType } from '../readme';
import { DEFAULT_SELLERS } from '../simulator';
import { credentialValues } from '../simulator/accounts';
import { greeting, readCommandLine } from '../simulator/commandLine';

const fields = new AmazonSpApi().properties;
const address = fields.find(({ name }) => name === 'mockUrl');
const manifest = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
	homepage: string;
};
/** What the README tells to find in the credential, and to type in elsewhere. */
const typed = new Map(valuesToType(readReadme()));

/** The labels that n8n shows for these values; what is left out has its default. */
function shownIn(values: INodeParameters): string[] {
	const defaults = Object.fromEntries(fields.map(({ name, default: value }) => [name, value]));
	const all = { ...defaults, ...values };
	return fields
		.filter(({ type }) => type !== 'hidden')
		.filter((field) => NodeHelpers.displayParameter(all, field, null, null))
		.map(({ displayName }) => displayName);
}

/** What a field shows before anybody touches it. */
function defaultShown(label: string): string | undefined {
	const field = fields.find(({ displayName }) => displayName === label);
	const option = field?.options?.find((one) => 'value' in one && one.value === field.default);
	return option?.name ?? (field?.default as string | undefined);
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
	const values = credentialValues(SIMULATOR_URL);

	it.each(values)('is the same in README, credential and simulator: %s', (label, value) => {
		expect(typed.get(label)).toBe(value);
		expect(defaultShown(label)).toBe(value);
		expect(greeting(SIMULATOR_URL).join('\n')).toMatch(new RegExp(`${label} +${value}$`, 'm'));
	});

	it('is all that Mock asks for: notes aside, everything else stays hidden', () => {
		expect(shownIn({ environment: 'mock' })).toEqual([
			'Environment',
			...values.map(([label]) => label),
			'Notes',
		]);
	});

	it.each(SIMULATED_ACCOUNTS)(
		"$name is one of a fresh simulator's sellers, named by its countries",
		(account) => {
			const { seller, marketplaceIds, name } = account;
			expect(DEFAULT_SELLERS).toContainEqual(seller);
			expect(seller.marketplaceIds).toEqual(expect.arrayContaining(marketplaceIds));
			const countries = marketplaceIds.map((id) => marketplaceById(id)?.name ?? id);
			expect(name.replace(/^.*: /, '').split(', ').sort()).toEqual(countries.sort());
		},
	);

	it('of the first kind sells in one country, so that nothing has to be chosen', () => {
		expect(SIMULATED_ACCOUNTS[0]?.marketplaceIds).toHaveLength(1);
	});
});

describe('keys are asked for where there are some', () => {
	const KEYS = ['Seller ID (Merchant Token)', 'LWA Client ID', 'LWA Client Secret', 'Refresh Token'];

	it.each([
		['live', { environment: 'live' }],
		['sandbox', { environment: 'sandbox' }],
		['live, after a look at Mock', { environment: 'live', mockAccount: 'germany' }],
	])('%s: region, marketplaces and keys', (_, values) => {
		const expected = ['Environment', 'Region', 'Marketplaces', ...KEYS, 'Notes'];
		expect(shownIn(values)).toEqual(expected);
	});

	it('in Mock, for an account of your own', () => {
		const shown = shownIn({ environment: 'mock', mockAccount: 'own' });
		const expected = [
			'Environment',
			'Simulator Address',
			'Account',
			'Region',
			'Marketplaces',
			...KEYS,
			'Notes',
		];
		expect(shown).toEqual(expected);
	});

	it.each(KEYS)('%s: required, and where to find it stands below', (label) => {
		const found = fields.filter(({ displayName }) => displayName === label);
		expect(found).toHaveLength(2);
		for (const { required, hint } of found) {
			expect(required).toBe(true);
			expect(hint).toMatch(/^(Seller Central: .+ > .+|On the same page: .+)/);
		}
	});

	it('no field has a name that n8n shows in words of its own', () => {
		expect(fields.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['clientId']));
		expect(fields.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['clientSecret']));
	});

	it('marketplaces are chosen by their names alone', () => {
		const options = fields
			.filter(({ name }) => name === 'marketplaces')
			.flatMap(({ options = [] }) => options);
		expect(options).toContainEqual({ name: 'Germany', value: 'A1PA6795UKMFR9' });
		expect(options.filter((option) => 'description' in option)).toEqual([]);
	});
});

it('leads to its own documentation', () => {
	expect(new AmazonSpApi().documentationUrl).toBe(manifest.homepage);
});
