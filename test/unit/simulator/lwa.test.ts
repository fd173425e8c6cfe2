import { DEFAULT_SELLERS, ManualClock, startSimulator, type Simulator } from '../../simulator';
import { ask, signIn } from '../../simulator/client';

const GOOD = {
	grant_type: 'refresh_token',
	client_id: 'amzn1.application-oa2-client.simulator-eu',
	client_secret: 'simulator-secret-eu',
	refresh_token: 'Atzr|simulator-eu',
};
const GRANTLESS = {
	grant_type: 'client_credentials',
	client_id: GOOD.client_id,
	client_secret: GOOD.client_secret,
	scope: 'sellingpartnerapi::notifications',
};

const clock = new ManualClock();
let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator({ clock });
});
afterEach(() => simulator.stop());

const login = (fields: Record<string, string>) =>
	ask(simulator.url, {
		method: 'POST',
		path: '/auth/o2/token',
		headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
		body: new URLSearchParams(fields).toString(),
	});
const participations = (headers: Record<string, string>) =>
	ask(simulator.url, { path: '/sellers/v1/marketplaceParticipations', headers });

const without = (name: keyof typeof GOOD) =>
	Object.fromEntries(Object.entries(GOOD).filter(([key]) => key !== name));

describe('Login with Amazon', () => {
	it.each<[string, Record<string, string>, number, string]>([
		['a wrong secret', { ...GOOD, client_secret: 'wrong' }, 401, 'invalid_client'],
		['an unknown application', { ...GOOD, client_id: 'unknown' }, 401, 'invalid_client'],
		['a wrong refresh token', { ...GOOD, refresh_token: 'Atzr|unknown' }, 400, 'invalid_grant'],
		["another seller's refresh token", { ...GOOD, refresh_token: 'Atzr|simulator-na' }, 400, 'invalid_grant'],
		['another grant', { ...GOOD, grant_type: 'password' }, 400, 'unsupported_grant_type'],
		['no grant', without('grant_type'), 400, 'invalid_request'],
		['no secret', without('client_secret'), 400, 'invalid_request'],
		['no refresh token', without('refresh_token'), 400, 'invalid_request'],
		['an unknown scope', { ...GRANTLESS, scope: 'everything' }, 400, 'invalid_scope'],
	])('refuses %s', async (_name, fields, status, error) => {
		const answer = await login(fields);
		expect(answer.status).toBe(status);
		expect(answer.json).toMatchObject({ error });
		expect(answer.json).toHaveProperty('error_description');
	});

	it('refuses a body of another type', async () => {
		const answer = await ask(simulator.url, {
			method: 'POST',
			path: '/auth/o2/token',
			headers: { 'content-type': 'text/plain' },
			body: 'grant_type=refresh_token',
		});
		expect([answer.status, answer.json]).toEqual([
			400,
			expect.objectContaining({ error: 'invalid_request' }),
		]);
	});

	it('gives every default seller a token of its own', async () => {
		for (const seller of DEFAULT_SELLERS) {
			const { token, call } = await signIn(simulator.url, seller);
			expect(token).toMatch(/^Atza\|/);
			const { payload } = (await call({ path: '/sellers/v1/marketplaceParticipations' })).json as {
				payload: { marketplace: { id: string }; storeName: string }[];
			};
			expect(payload.map(({ marketplace }) => marketplace.id)).toEqual(seller.marketplaceIds);
			expect(new Set(payload.map(({ storeName }) => storeName))).toEqual(new Set([seller.storeName]));
		}
	});

	it('tells two sellers of one application apart', async () => {
		const [first] = DEFAULT_SELLERS;
		if (first === undefined) throw new Error('There is no default seller.');
		const second = {
			...first,
			sellerId: 'ASECOND',
			refreshToken: 'Atzr|simulator-second',
			storeName: 'Second',
		};
		const shared = await startSimulator({ seed: { sellers: [first, second] } });
		const { call } = await signIn(shared.url, second);
		const answer = await call({ path: '/sellers/v1/marketplaceParticipations' });
		await shared.stop();
		expect(answer.text).toContain('Second');
	});
});

describe('the access token', () => {
	it.each([
		['none', {}, 'missing'],
		['an unknown one', { 'x-amz-access-token': 'Atza|unknown' }, 'malformed or invalid'],
	])('%s is refused', async (_name, headers, details) => {
		const answer = await participations(headers);
		expect([answer.status, answer.json]).toMatchObject([403, { errors: [{ code: 'Unauthorized' }] }]);
		expect(answer.text).toContain(details);
	});

	it('lives as long as it says', async () => {
		const { json } = await login(GOOD);
		const { access_token: token, expires_in: seconds } = json as { access_token: string; expires_in: number };
		expect(seconds).toBe(3600);
		clock.advance(seconds * 1000 - 1);
		expect((await participations({ 'x-amz-access-token': token })).status).toBe(200);
		clock.advance(1);
		const expired = await participations({ 'x-amz-access-token': token });
		expect([expired.status, expired.text]).toEqual([403, expect.stringContaining('has expired')]);
	});

	it('without a seller is no good for a seller’s data', async () => {
		const { json } = await login(GRANTLESS);
		const { access_token: token } = json as { access_token: string };
		expect((await participations({ 'x-amz-access-token': token })).status).toBe(403);
	});

	it('without the role is refused', async () => {
		const [first] = DEFAULT_SELLERS;
		if (first === undefined) throw new Error('There is no default seller.');
		const denied = { ...first, deniedOperations: ['getMarketplaceParticipations'] };
		const strict = await startSimulator({ seed: { sellers: [denied] } });
		const { call } = await signIn(strict.url, denied);
		const answer = await call({ path: '/sellers/v1/marketplaceParticipations' });
		await strict.stop();
		expect(answer.status).toBe(403);
	});
});
