import { createTokenStore, type TokenStore } from '../../../../nodes/amazon/transport/token';
import type { Account } from '../../../../nodes/amazon/transport/account';
import { SpApiError } from '../../../../nodes/amazon/transport/errors';
import { anAccount, grantToken, nodeHttp, QuickClock, reply, SECRETS, Wire, type Answer } from './setting';

describe('token store', () => {
	let wire: Wire;
	let tokens: TokenStore;
	let clock: QuickClock;
	const deps = () => ({ http: nodeHttp, clock, log: () => {} });
	const account = (changes: Partial<Account> = {}) =>
		anAccount({ environment: 'mock', mockUrl: wire.origin, ...changes });

	async function open(login: Answer = grantToken): Promise<void> {
		wire = await Wire.open(() => {}, login);
		tokens = createTokenStore();
		clock = new QuickClock();
	}
	afterEach(async () => await wire.close());

	it('sends the login as Amazon wants it', async () => {
		await open();
		await tokens.fetchToken(account(), deps());
		expect(wire.logins[0]?.method).toBe('POST');
		expect(wire.logins[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded;charset=UTF-8');
		expect(Object.fromEntries(new URLSearchParams(wire.logins[0]?.body))).toEqual({
			grant_type: 'refresh_token',
			refresh_token: SECRETS.refreshToken,
			client_id: 'amzn1.application-oa2-client.1',
			client_secret: SECRETS.clientSecret,
		});
	});

	it('logs in once for 20 that ask together', async () => {
		await open();
		const all = await Promise.all(
			Array.from({ length: 20 }, async () => await tokens.fetchToken(account(), deps())),
		);
		expect(new Set(all).size).toBe(1);
		expect(wire.logins).toHaveLength(1);
	});

	it('never gives one seller’s token to another seller of the same application', async () => {
		await open();
		const refreshTokens = ['Atzr|one', 'Atzr|two'];
		const all = await Promise.all(
			refreshTokens.map(async (refreshToken) => await tokens.fetchToken(account({ refreshToken }), deps())),
		);
		expect(all.map((token) => token.split('-')[1])).toEqual(['one', 'two']);
		expect(wire.logins).toHaveLength(2);
	});

	it.each([
		['the refresh token', { refreshToken: 'Atzr|other' }],
		['the client secret', { clientSecret: 'other-secret' }],
		['the client id', { clientId: 'other-client' }],
		['the region', { region: 'na' }],
	] as const)('logs in anew when %s changes', async (_, changes) => {
		await open();
		await tokens.fetchToken(account(), deps());
		await tokens.fetchToken(account(changes), deps());
		expect(wire.logins).toHaveLength(2);
	});

	it.each([
		[3_539_000, 1],
		[3_541_000, 2],
	])('after %i ms of a token’s 3,600,000 it has logged in %i times', async (passedMs, logins) => {
		await open();
		await tokens.fetchToken(account(), deps());
		clock.skip(passedMs);
		await tokens.fetchToken(account(), deps());
		expect(wire.logins).toHaveLength(logins);
	});

	it('forgets a refused token once, and not the one that replaced it', async () => {
		await open();
		const first = await tokens.fetchToken(account(), deps());
		tokens.refuse(account(), first, clock);
		const second = await tokens.fetchToken(account(), deps());
		tokens.refuse(account(), first, clock);
		expect(await tokens.fetchToken(account(), deps())).toBe(second);
		expect(second).not.toBe(first);
		expect(wire.logins).toHaveLength(2);
	});

	it.each([
		['invalid_client', 401, /LWA Client ID or LWA Client Secret.*LWA credentials: View/],
		['invalid_grant', 400, /Refresh Token is wrong, expired or revoked.*Authorize app/],
		['unauthorized_client', 400, /not made for this LWA Client ID/],
		['something_new', 400, /Check LWA Client ID, LWA Client Secret and Refresh Token/],
	])('explains %s', async (error, status, hint) => {
		await open((_, response) => reply(response, status, { error, error_description: 'Client failed' }));
		const failure = await tokens.fetchToken(account(), deps()).catch((caught: unknown) => caught);
		expect(failure).toBeInstanceOf(SpApiError);
		expect(failure).toMatchObject({
			operation: 'login',
			code: error,
			status,
			requestId: 'request-1',
			retryable: false,
			message: `Amazon refused login (${status} ${error}): Client failed.`,
			hint: expect.stringMatching(hint) as unknown,
		});
		expect(wire.logins).toHaveLength(1);
	});

	it('does not remember a failed login', async () => {
		await open((seen, response, index) =>
			index === 0 ? reply(response, 400, { error: 'invalid_grant' }) : grantToken(seen, response, index),
		);
		await expect(tokens.fetchToken(account(), deps())).rejects.toThrow('invalid_grant');
		await expect(tokens.fetchToken(account(), deps())).resolves.toContain('Atza|');
	});

	it.each([
		['a fault at Amazon', (index: number) => index < 2 && 500],
		['too many logins', (index: number) => index < 2 && 429],
	])('tries again after %s', async (_, statusOf) => {
		await open((seen, response, index) => {
			const status = statusOf(index);
			if (status) reply(response, status, { error: 'server_error' });
			else grantToken(seen, response, index);
		});
		await expect(tokens.fetchToken(account(), deps())).resolves.toContain('Atza|');
		expect(wire.logins).toHaveLength(3);
		expect(clock.sleptMs).toEqual([500, 1000]);
	});

	it.each([['<html>'], ['{}'], ['null'], ['{"access_token":5,"expires_in":3600}'], ['{"access_token":"x"}']])(
		'refuses the answer %s',
		async (body) => {
			await open((_, response) => reply(response, 200, body));
			const failing = tokens.fetchToken(account(), { ...deps(), giveUpAfterMs: 0 });
			await expect(failing).rejects.toMatchObject({ code: 'UNREADABLE_ANSWER', operation: 'login' });
		},
	);

	it('lets one caller stop waiting without stopping the login for the others', async () => {
		let answer = () => {};
		await open((seen, response, index) => (answer = () => grantToken(seen, response, index)));
		const stop = new AbortController();
		const stopped = tokens.fetchToken(account(), deps(), stop.signal);
		const other = tokens.fetchToken(account(), deps());
		stop.abort(new Error('stopped'));
		await expect(stopped).rejects.toThrow('stopped');
		while (wire.logins.length === 0) await new Promise((resolve) => setImmediate(resolve));
		answer();
		await expect(other).resolves.toContain('Atza|');
	});
});
