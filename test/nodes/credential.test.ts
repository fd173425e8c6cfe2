import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { legacyRequest } from './legacyRequest';
import { startDemoStore } from '../stores';
import {
	answers,
	DE,
	FR,
	offer,
	openStage,
	textOf,
	toCredential,
	UK,
	type Seller,
	type Stage,
	holdsSecret,
} from './stage';
import { AmazonSpApi } from '../../credentials/AmazonSpApi.credentials';
import { AmazonListings } from '../../nodes/AmazonListings/AmazonListings.node';
import { AmazonTrigger } from '../../nodes/AmazonTrigger/AmazonTrigger.node';
import { apiOrigin, loginUrl } from '../../nodes/amazon/transport/hosts';
import { toAccount } from '../../nodes/n8n/credential/data';
import { startSimulator } from '../simulator';
import { reply, Wire } from '../unit/amazon/transport/setting';
import { baseNode, chain } from '../workflows/harness/sketch';

const POLAND = 'A1C3SOZRARQ6R3';

let stage: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage();
});
afterAll(async () => await stage.close());
beforeEach(() => {
	stage.amazon.faults.clear();
	seller = stage.newSeller();
});

const data = (changes = {}) => toCredential(seller.seed, stage.amazon.url, changes);

describe('the credential test', () => {
	const test = async (changes = {}) => await testOf(data(changes));
	const testOf = async (filledIn: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> => {
		const functions = { helpers: { request: legacyRequest } } as unknown as ICredentialTestFunctions;
		const credential = {
			id: '1',
			name: 'Amazon',
			type: 'amazonSpApi',
			data: filledIn,
		} as ICredentialsDecrypted;
		const result = await new AmazonListings().methods.credentialTest.amazonSpApiTest.call(
			functions,
			credential,
		);
		stage.watch(result);
		return result;
	};

	it('says what is valid', async () => {
		expect(await test()).toEqual({
			status: 'OK',
			message:
				'Credentials are valid: Germany, United Kingdom, France. Amazon Listings > Account > Check Access shows, role by role, what they may do.',
		});
	});

	it('is the same for both nodes', () => {
		const tests = [new AmazonListings(), new AmazonTrigger()].map(
			({ methods }) => methods.credentialTest.amazonSpApiTest,
		);
		expect(new Set(tests).size).toBe(1);
		for (const { description } of [new AmazonListings(), new AmazonTrigger()])
			expect(description.credentials).toEqual([
				{ name: 'amazonSpApi', required: true, testedBy: 'amazonSpApiTest' },
			]);
	});

	const ROWS: Array<{ name: string; changes: object; message: RegExp }> = [
		{
			name: 'the secret is wrong',
			changes: { lwaClientSecret: 'amzn1.oa2-cs.v1.secret-of-0-c0ffee' },
			message:
				/^LWA Client ID or LWA Client Secret is wrong.*Seller Central.*\(Amazon refused login \(401 invalid_client\)/,
		},
		{
			name: 'the client id is wrong',
			changes: { lwaClientId: 'x' },
			message: /^LWA Client ID or.*401 invalid_client/,
		},
		{
			name: 'the refresh token is wrong',
			changes: { refreshToken: 'Atzr|refresh-token-of-0' },
			message: /^The Refresh Token is wrong, expired or revoked.*400 invalid_grant/,
		},
		{
			name: 'a marketplace is not one of the seller',
			changes: { marketplaces: [DE, POLAND] },
			message:
				/The account does not sell in: Poland\. Amazon lists it in: .*Germany.*Unselect the others, or register/,
		},
		{
			name: 'the seller id is another',
			changes: { sellerId: 'A2SOMEBODYELSE' },
			message:
				/The keys are valid, but Amazon refuses them for Seller ID "A2SOMEBODYELSE".*Your Merchant Token/,
		},
		{
			name: 'the seller id is empty',
			changes: { sellerId: '' },
			message: /Seller ID \(Merchant Token\) must be filled in/,
		},
		{
			name: 'the simulator is on another machine',
			changes: { mockUrl: 'http://10.0.0.5:8098' },
			message: /Simulator Address must be an http address of this machine/,
		},
		{
			name: 'the simulator is on a name that looks like this machine',
			changes: { mockUrl: 'http://localhost.evil.example' },
			message: /Simulator Address must be/,
		},
		{
			name: 'the simulator is to be reached as user@host',
			changes: { mockUrl: 'http://127.0.0.1@evil.example' },
			message: /Simulator Address must be/,
		},
		{
			name: 'no marketplace is chosen',
			changes: { marketplaces: [] },
			message: /Marketplaces must be chosen.*at least one country that this account sells in/,
		},
	];

	it.each(ROWS)('names what to correct when $name', async ({ changes, message }) => {
		const result = await test(changes);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(message);
	});

	it.each([
		{ account: undefined, sellsIn: 'Germany' },
		{ account: 'germany', sellsIn: 'Germany' },
		{ account: 'eu', sellsIn: 'United Kingdom, France, Germany, Italy, Spain' },
		{ account: 'na', sellsIn: 'Canada, United States, Mexico' },
		{ account: 'fe', sellsIn: 'Singapore, Australia, Japan' },
	])('is content with a simulator and nothing else: account $account', async ({ account, sellsIn }) => {
		const simulator = await startSimulator();
		try {
			const filledIn = { environment: 'mock', mockUrl: simulator.url, mockAccount: account };
			const result = await testOf(filledIn as ICredentialDataDecryptedObject);
			expect(result).toMatchObject({ status: 'OK' });
			const [, named = ''] = /valid: (.+?)\. Amazon Listings/.exec(result.message) ?? [];
			expect(named.split(', ').sort()).toEqual(sellsIn.split(', ').sort());
		} finally {
			await simulator.stop();
		}
	});

	it('never takes the made-up account for a live one', () => {
		const made = { environment: 'live', mockAccount: 'germany', mockUrl: stage.amazon.url };
		expect(() => toAccount({ ...made, region: 'eu', marketplaces: [DE] })).toThrow(/Seller ID.*filled in/);
		const live = toAccount({ ...data({ environment: 'live' }), mockAccount: 'germany' });
		expect(live.clientSecret).toBe(seller.seed.clientSecret);
		expect([apiOrigin(live), loginUrl(live)]).toEqual([
			'https://sellingpartnerapi-eu.amazon.com',
			'https://api.amazon.com/auth/o2/token',
		]);
	});

	it('never sends live keys to a simulator', () => {
		const { clientSecret, clientId, refreshToken } = seller.seed;
		const account = toAccount({ ...data(), mockAccount: 'germany' });
		expect(JSON.stringify(account)).not.toContain(clientSecret);
		expect(JSON.stringify(account)).not.toContain(clientId);
		expect(JSON.stringify(account)).not.toContain(refreshToken);
		expect(new URL(apiOrigin(account)).origin).toBe(stage.amazon.url);
	});

	it('names the accounts there are when it is another', async () => {
		const result = await test({ mockAccount: 'moon' });
		expect(result.message).toMatch(/Account is "moon", but it must be one of "Germany", .*"Type In My Own"/);
	});

	it('says within 20 s that the simulator does not answer, and how to start it', async () => {
		const elsewhere = await openStage();
		await elsewhere.close();
		const startedAt = Date.now();
		const result = await test({ mockUrl: elsewhere.amazon.url });
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(
				/^The simulator at http:\S+ does not answer\. Start it with `npm run simulator` .*correct Simulator Address in the credential/,
			) as unknown,
		});
		expect(Date.now() - startedAt).toBeLessThan(20_000);
	});

	it('says that somebody else answers where the simulator should be', async () => {
		const store = await startDemoStore();
		const result = await test({ mockUrl: store.url });
		await store.stop();
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(
				/^Somebody else answers at that address\. .*correct Simulator Address in the credential/,
			) as unknown,
		});
		expect(result.message).not.toMatch(/LWA|Secret/);
	});

	it('tries the keys for real, whatever token is known', async () => {
		await stage.listings(seller, offer('submit', 'stock'), [{ sku: 'T-1', quantity: 1 }]);
		const before = stage.amazon.calls().filter(({ operation }) => operation === 'getAccessToken').length;
		await test();
		expect(stage.amazon.calls().filter(({ operation }) => operation === 'getAccessToken')).toHaveLength(
			before + 1,
		);
	});
});

it('a step run by hand says within 20 s that the simulator does not answer', async () => {
	const elsewhere = await openStage();
	await elsewhere.close();
	const startedAt = Date.now();
	const parameters = { resource: 'feed', operation: 'getMany' };
	const result = await stage.listings(stage.newSeller({ mockUrl: elsewhere.amazon.url }), parameters);
	expect(Date.now() - startedAt).toBeLessThan(21_000);
	expect(result.error?.message).toBe(`The simulator at ${elsewhere.amazon.url} does not answer. [item 0]`);
	expect(result.error?.description).toMatch(
		/^Start it with `npm run simulator` .*No usable answer to login \(ECONNREFUSED.*Tried \d+ times in \d+ s\./,
	);
});

it('Preview works with a fresh Mock credential, and nothing chosen', async () => {
	const credential = 'Fresh Mock';
	stage.harness.credentials.set(credential, {
		type: 'amazonSpApi',
		data: { environment: 'mock', mockUrl: stage.amazon.url, mockAccount: 'germany' },
	});
	const parameters = offer('preview', 'offer', { marketplaceIds: [] });
	const item = { sku: 'DEMO-0001', price: '19.90', quantity: '5' };
	const result = await stage.listings({ ...seller, credential }, parameters, [item]);
	expect(answers(result)).toMatchObject([{ status: 'ready', price: '19.90', quantity: 5 }]);
});

describe('what the credential signs', () => {
	const credential = new AmazonSpApi();
	const sign = async (url: string, changes: object = {}, baseURL?: string) =>
		await credential.authenticate(
			{ ...data(changes), accessToken: 'token-1' },
			{ url, baseURL, headers: { accept: '*/*' } },
		);

	const LIVE = { environment: 'live' };

	it.each([
		{ name: 'the simulator', url: () => `${stage.amazon.url}/sellers/v1/x`, changes: {} },
		{ name: 'a path of the simulator', url: () => '/sellers/v1/x', baseURL: true, changes: {} },
		{ name: 'Amazon', url: () => 'https://sellingpartnerapi-eu.amazon.com/sellers/v1/x', changes: LIVE },
		{
			name: "Amazon's sandbox",
			url: () => 'https://sandbox.sellingpartnerapi-eu.amazon.com/x',
			changes: { environment: 'sandbox' },
		},
	])('is a call to $name', async ({ url, changes, baseURL }) => {
		const signed = await sign(url(), changes, baseURL === true ? stage.amazon.url : undefined);
		expect(signed.headers).toEqual({ accept: '*/*', 'x-amz-access-token': 'token-1' });
	});

	it.each([
		{ name: 'another host', url: 'https://evil.example/sellers/v1/x', changes: LIVE },
		{
			name: 'a host that ends alike',
			url: 'https://sellingpartnerapi-eu.amazon.com.evil.example/x',
			changes: LIVE,
		},
		{ name: 'another region', url: 'https://sellingpartnerapi-na.amazon.com/x', changes: LIVE },
		{
			name: 'the same host without encryption',
			url: 'http://sellingpartnerapi-eu.amazon.com/x',
			changes: LIVE,
		},
		{
			name: 'the same host on another port',
			url: 'https://sellingpartnerapi-eu.amazon.com:8443/x',
			changes: LIVE,
		},
		{ name: 'Amazon, in Mock mode', url: 'https://sellingpartnerapi-eu.amazon.com/x', changes: {} },
		{ name: 'the simulator, with a live account', url: 'http://127.0.0.1:8098/x', changes: LIVE },
		{
			name: 'Amazon, with a sandbox account',
			url: 'https://sellingpartnerapi-eu.amazon.com/x',
			changes: { environment: 'sandbox' },
		},
		{
			name: 'a host behind a user name',
			url: 'https://sellingpartnerapi-eu.amazon.com@evil.example/x',
			changes: LIVE,
		},
	])('is never a call to $name', async ({ url, changes }) => {
		await expect(sign(url, changes)).rejects.toThrow(
			/only signs calls to its own Amazon address; ".+" is not it/,
		);
	});

	it.each([
		{ name: 'the older name of the address', request: { uri: 'https://evil.example/x' } },
		{
			name: 'a second address',
			request: { url: 'https://sellingpartnerapi-eu.amazon.com/x', uri: 'https://evil.example/x' },
		},
		{
			name: 'an address that leaves its base',
			request: { baseURL: 'https://sellingpartnerapi-eu.amazon.com', url: '//evil.example/x' },
		},
	])('is not fooled by $name', async ({ request }) => {
		const signing = credential.authenticate(data(LIVE), request as IHttpRequestOptions);
		await expect(signing).rejects.toThrow('"evil.example" is not it');
	});

	it('has one field that n8n renews by itself, and hides what is secret', () => {
		const expirable = credential.properties.filter(({ typeOptions }) => typeOptions?.expirable === true);
		expect(expirable).toMatchObject([{ name: 'accessToken', type: 'hidden', default: '' }]);
		const hidden = credential.properties.filter(({ typeOptions }) => typeOptions?.password === true);
		expect(new Set(hidden.map(({ name }) => name))).toEqual(
			new Set(['accessToken', 'lwaClientSecret', 'refreshToken']),
		);
	});
});

describe("n8n's HTTP Request node with the credential", () => {
	const participations = async (changes: object = {}) => {
		const node = baseNode('Request', 'httpRequest', 4.2, {
			...{
				url: `${stage.amazon.url}/sellers/v1/marketplaceParticipations`,
				authentication: 'predefinedCredentialType',
			},
			...{ nodeCredentialType: 'amazonSpApi', options: {}, ...changes },
		});
		const workflow = chain(baseNode('Start', 'manualTrigger', 1), {
			...node,
			credentials: { amazonSpApi: { id: null, name: seller.credential } },
		});
		const result = await stage.harness.run(workflow);
		stage.watch(result.raw);
		return result;
	};
	const logins = () => stage.amazon.calls().filter(({ operation }) => operation === 'getAccessToken').length;

	it('logs in before the first call and keeps the token', async () => {
		const before = logins();
		const result = await participations();
		expect(result.error).toBeUndefined();
		const [answer] = result.json('Request');
		expect(
			(answer?.payload as Array<{ marketplace: { id: string } }>).map(({ marketplace }) => marketplace.id),
		).toEqual([DE, UK, FR]);
		await participations();
		expect(logins()).toBe(before + 1);
		expect(stage.harness.credentials.data(seller.credential).accessToken).toMatch(/^Atza\|/);
	});

	it('logs in anew when the token has expired', async () => {
		await participations();
		const token = textOf(stage.harness.credentials.data(seller.credential).accessToken);
		stage.amazon.state.tokens.expire(token);
		const result = await participations();
		expect(result.error).toBeUndefined();
		expect(result.json('Request')).toHaveLength(1);
		expect(stage.harness.credentials.data(seller.credential).accessToken).not.toBe(token);
	});

	it('shares its token with our nodes', async () => {
		const before = logins();
		await stage.listings(seller, offer('submit', 'stock'), [{ sku: 'T-1', quantity: 1 }]);
		await participations();
		expect(logins()).toBe(before + 1);
	});

	it.each([301, 302, 303, 307, 308])('follows no redirection (%i) to another host', async (status) => {
		const elsewhere = await Wire.open((_, response) => reply(response, 200, { seen: true }));
		const wire = await Wire.open((_, response) => {
			reply(response, status, undefined, { location: `${elsewhere.origin}/sellers` });
		});
		try {
			seller = stage.newSeller({ mockUrl: wire.origin });
			const redirect = { redirect: { redirect: { followRedirects: true, maxRedirects: 9 } } };
			for (const options of [{}, redirect]) {
				await participations({ url: `${wire.origin}/sellers/v1/marketplaceParticipations`, options });
			}
			expect(wire.seen.length).toBeGreaterThan(0);
			expect(elsewhere.seen).toEqual([]);
		} finally {
			await Promise.all([wire.close(), elsewhere.close()]);
		}
	});

	it('gives no token to another host', async () => {
		const result = await participations({ url: 'http://127.0.0.1:9/elsewhere' });
		expect(result.error?.message).toContain('only signs calls to its own Amazon address');
	});
});

describe('two sellers of one application', () => {
	it('never get the token of the other', async () => {
		const one = stage.newSeller();
		const other = stage.newSeller();
		for (const account of [one, other, one]) {
			const result = await stage.listings(account, offer('submit', 'stock'), [{ sku: 'T-1', quantity: 1 }]);
			expect(answers(result)).toMatchObject([{ status: 'submitted' }]);
		}
		expect(stage.calls(one).filter((call) => call === 'createFeed')).toHaveLength(2);
		expect(stage.calls(other).filter((call) => call === 'createFeed')).toHaveLength(1);
	});
});

describe('the watch over secrets', () => {
	it('knows every secret that there is', async () => {
		await stage.listings(seller, offer('submit', 'stock'), [{ sku: 'T-1', quantity: 1 }]);
		const { clientSecret, refreshToken } = seller.seed;
		const accessToken = stage.amazon.state.tokens.issue(seller.seed.sellerId, 0);
		const address = stage.amazon.state.documents.address('doc', 'get', 0);
		for (const secret of [clientSecret, refreshToken, accessToken, address])
			expect(holdsSecret(`x ${secret} y`)).toBe(true);
	});

	it('has seen none', () => expect(stage.leaks()).toEqual([]));
});
