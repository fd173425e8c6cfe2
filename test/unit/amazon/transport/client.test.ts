import net from 'node:net';

import { JSON_LISTINGS_FEED } from '../../../../nodes/amazon/tables/feedTypes';
import { SpApiError } from '../../../../nodes/amazon/transport/errors';
import { OPERATIONS } from '../../../../nodes/amazon/transport/operations';
import { NetworkError } from '../../../../nodes/amazon/transport/ports';
import { createTokenStore } from '../../../../nodes/amazon/transport/token';
import { aClient, anAccount, bodyOf, nodeHttp, refuse, reply, SECRETS, Wire, type Answer } from './setting';

const { createFeed, getFeed, getListingsItem, patchListingsItem, getMarketplaceParticipations } = OPERATIONS;

describe('client', () => {
	let wire: Wire;
	afterEach(async () => await wire.close());

	const open = async (answer: Answer) => {
		wire = await Wire.open(answer);
		return aClient(wire);
	};
	const failureOf = async (work: Promise<unknown>): Promise<SpApiError> => {
		const caught = await work.then(
			() => undefined,
			(error: unknown) => error,
		);
		if (!(caught instanceof SpApiError)) throw new Error(`Expected an SpApiError, got ${String(caught)}`);
		return caught;
	};

	it('sends a call as Amazon wants it and hands over the answer', async () => {
		const { client } = await open((_, response) => reply(response, 200, { sku: 'x' }));
		const answer = await client.call(patchListingsItem, {
			path: { sellerId: 'S', sku: 'A/ü #1' },
			query: { marketplaceIds: ['M1', 'M2'] },
			body: { productType: 'PRODUCT', patches: [] },
		});
		const dateMs: unknown = expect.any(Number);
		expect(answer).toEqual({ body: { sku: 'x' }, status: 200, requestId: 'request-1', dateMs });
		expect(wire.seen[0]).toMatchObject({
			method: 'PATCH',
			url: '/listings/2021-08-01/items/S/A%2F%C3%BC%20%231?marketplaceIds=M1%2CM2',
			body: '{"productType":"PRODUCT","patches":[]}',
		});
		expect(wire.seen[0]?.headers).toMatchObject({
			'content-type': 'application/json',
			'user-agent': expect.stringMatching(
				/^n8n-nodes-amazon-seller.* \(Language=TypeScript; Platform=n8n\)$/,
			) as unknown,
			'x-amz-access-token': expect.stringContaining(SECRETS.accessToken) as unknown,
		});
	});

	it('hands over an empty answer as undefined', async () => {
		const { client } = await open((_, response) => reply(response, 204));
		expect(await client.call(getFeed, { path: { feedId: '1' } })).toMatchObject({
			body: undefined,
			status: 204,
		});
	});

	describe('token', () => {
		it.each([401, 403])('renews the token once after %i, and the call works', async (status) => {
			const { client } = await open((seen, response) => {
				const isFirst = String(seen.headers['x-amz-access-token']).endsWith('-1');
				if (isFirst) refuse(response, status, 'Unauthorized');
				else reply(response, 200, {});
			});
			await client.call(getMarketplaceParticipations);
			await client.call(getMarketplaceParticipations);
			expect(wire.logins).toHaveLength(2);
			expect(wire.seen).toHaveLength(3);
		});

		it('renews once for all calls that were refused together', async () => {
			const { client } = await open((seen, response) => {
				const isFirst = String(seen.headers['x-amz-access-token']).endsWith('-1');
				if (isFirst) refuse(response, 403, 'Unauthorized');
				else reply(response, 200, {});
			});
			await Promise.all(
				[1, 2, 3, 4].map(async (id) => await client.call(getFeed, { path: { feedId: `${id}` } })),
			);
			expect(wire.logins).toHaveLength(2);
		});

		it('explains a 403 that a fresh token does not cure', async () => {
			const { client } = await open((_, response) => refuse(response, 403, 'Unauthorized', 'Access denied'));
			const error = await failureOf(client.call(getMarketplaceParticipations));
			expect(error).toMatchObject({
				status: 403,
				code: 'Unauthorized',
				requestId: 'request-1',
				operation: 'getMarketplaceParticipations',
				message: 'Amazon refused getMarketplaceParticipations (403 Unauthorized): Access denied.',
				hint: expect.stringContaining('a role is missing') as unknown,
				retryable: false,
				mayHaveArrived: false,
			});
			expect(wire.seen).toHaveLength(2);
			expect(wire.logins).toHaveLength(2);
		});
	});

	describe('refusals', () => {
		it.each([
			[400, 'InvalidInput', /value/],
			[404, 'NotFound', /does not know/],
			[413, 'RequestTooLarge', /too large/],
			[415, 'UnsupportedMediaType', /content type/],
		])('%i %s is not sent again', async (status, code, hint) => {
			const { client } = await open((_, response) => refuse(response, status, code, 'because'));
			const error = await failureOf(client.call(getFeed, { path: { feedId: '1' } }));
			expect(error).toMatchObject({
				status,
				code,
				hint: expect.stringMatching(hint) as unknown,
				retryable: false,
			});
			expect(error.message).toContain('because');
			expect(wire.seen).toHaveLength(1);
		});

		it.each(['<html>busy</html>', '', '[]', '{"errors":{}}', '{"errors":[null]}'])(
			'understands the error body %j',
			async (body) => {
				const { client } = await open((_, response) => reply(response, 400, body));
				const error = await failureOf(client.call(getFeed, { path: { feedId: '1' } }));
				expect(error).toMatchObject({
					status: 400,
					code: undefined,
					message: 'Amazon refused getFeed (400).',
				});
			},
		);

		it.each(['{"feedId":', 'null', '5', '"text"', '<html></html>'])(
			'does not take %s for an answer',
			async (body) => {
				const { client } = await open((_, response) => reply(response, 200, body));
				const error = await failureOf(client.call(getFeed, { path: { feedId: '1' } }));
				expect(error.code).toBe('UNREADABLE_ANSWER');
				expect(error.message).toMatch(/the body is not .* Tried \d+ times in \d+ s/);
			},
		);
	});

	describe('retries', () => {
		it.each([429, 500, 503])('tries a harmless call again after %i', async (status) => {
			const { client, clock, lines } = await open((_, response, index) =>
				index < 3 ? refuse(response, status, 'Busy') : reply(response, 200, {}),
			);
			await client.call(getListingsItem, { path: { sellerId: 'S', sku: 'x' } });
			expect(wire.seen).toHaveLength(4);
			expect(clock.sleptMs).toEqual(expect.arrayContaining([500, 1000, 2000]));
			expect(lines).toHaveLength(3);
		});

		it('waits as long as Retry-After says', async () => {
			const { client, clock } = await open((_, response, index) =>
				index === 0
					? refuse(response, 429, 'QuotaExceeded', '', { 'retry-after': '17' })
					: reply(response, 200, {}),
			);
			await client.call(getListingsItem, { path: { sellerId: 'S', sku: 'x' } });
			expect(clock.sleptMs).toContain(17_000);
		});

		it('gives up after the stated time and says so', async () => {
			const { client, clock } = await open((_, response) =>
				refuse(response, 503, 'ServiceUnavailable', 'down'),
			);
			const startMs = clock.now();
			const error = await failureOf(client.call(getListingsItem, { path: { sellerId: 'S', sku: 'x' } }));
			expect(clock.now() - startMs).toBeLessThanOrEqual(305_000);
			expect(clock.now() - startMs).toBeGreaterThan(240_000);
			expect(error.message).toMatch(
				/^Amazon refused getListingsItem \(503 ServiceUnavailable\): down\. Tried 1\d times in 2\d\d s\.$/,
			);
			expect(error).toMatchObject({ retryable: true, mayHaveArrived: true });
		});

		it('learns the rate from the answer', async () => {
			const { client, clock } = await open((_, response) =>
				reply(response, 200, {}, { 'x-amzn-RateLimit-Limit': '0.1' }),
			);
			for (let call = 0; call < 17; call++) await client.call(getFeed, { path: { feedId: '1' } });
			expect(Math.max(...clock.sleptMs)).toBeGreaterThan(8_000);
			expect(Math.max(...clock.sleptMs)).toBeLessThanOrEqual(10_000);
		});

		it('sends a feed again after 429, and in its window', async () => {
			const { client } = await open((_, response, index) =>
				index === 0 ? refuse(response, 429, 'QuotaExceeded') : reply(response, 202, { feedId: '7' }),
			);
			const answer = await client.call(createFeed, { body: {}, window: JSON_LISTINGS_FEED.window });
			expect(answer.body).toEqual({ feedId: '7' });
			expect(wire.seen).toHaveLength(2);
		});

		it('does not send a feed again when the first may have arrived: reset after the request', async () => {
			const { client } = await open((_, response) => response.socket?.resetAndDestroy());
			const error = await failureOf(client.call(createFeed, { body: {} }));
			expect(error).toMatchObject({ code: 'ECONNRESET', mayHaveArrived: true, status: undefined });
			expect(error.message).toContain(
				'Amazon may have carried it out all the same, so it was not sent again',
			);
			expect(wire.seen).toHaveLength(1);
		});

		it.each([500, 503])('does not send a feed again after %i', async (status) => {
			const { client } = await open((_, response) => refuse(response, status, 'InternalFailure'));
			const error = await failureOf(client.call(createFeed, { body: {} }));
			expect(error).toMatchObject({ status, mayHaveArrived: true });
			expect(wire.seen).toHaveLength(1);
		});

		it('sends a harmless call again after a reset', async () => {
			const { client } = await open((_, response, index) => {
				if (index === 0) response.socket?.resetAndDestroy();
				else reply(response, 200, {});
			});
			await client.call(patchListingsItem, { path: { sellerId: 'S', sku: 'x' }, body: {} });
			expect(wire.seen).toHaveLength(2);
		});

		it('sends a feed again while the connection is refused: nothing can have arrived', async () => {
			wire = await Wire.open((_, response) => reply(response, 202, { feedId: '7' }));
			let refusals = 3;
			const { client } = aClient(wire, {
				http: async (request) => {
					const isFeed = request.url.endsWith('/feeds');
					if (!isFeed || refusals-- <= 0) return await nodeHttp(request);
					return await nodeHttp({ ...request, url: `http://127.0.0.1:${await freePort()}/` });
				},
			});
			const answer = await client.call(createFeed, { body: {} });
			expect(answer.body).toEqual({ feedId: '7' });
			expect(wire.seen).toHaveLength(1);
		});

		it('remembers that an earlier attempt may have arrived', async () => {
			wire = await Wire.open(() => {});
			const codes = ['ECONNREFUSED', 'ECONNRESET'];
			const { client } = aClient(wire, {
				http: async (request) => {
					const code = request.url.endsWith('/token') ? undefined : codes.shift();
					if (request.url.endsWith('/token')) return await nodeHttp(request);
					throw new NetworkError(code ?? 'ECONNREFUSED', 'no');
				},
			});
			const error = await failureOf(
				client.call(patchListingsItem, { path: { sellerId: 'S', sku: 'x' }, body: {} }),
			);
			expect(error).toMatchObject({ code: 'ECONNREFUSED', mayHaveArrived: true });
		});
	});

	it('stops waiting when the signal aborts, with its reason', async () => {
		const stop = new AbortController();
		const { client } = await open((_, response) => {
			refuse(response, 503, 'Busy');
			stop.abort(new Error('stopped by the user'));
		});
		const call = client.call(getFeed, { path: { feedId: '1' }, signal: stop.signal });
		await expect(call).rejects.toThrow('stopped by the user');
		expect(wire.seen).toHaveLength(1);
	});

	it('two sellers on one application never share a token', async () => {
		wire = await Wire.open((_, response) => reply(response, 200, {}));
		const tokens = createTokenStore();
		const account = (name: string) =>
			anAccount({ environment: 'mock', mockUrl: wire.origin, sellerId: name, refreshToken: `Atzr|${name}` });
		const clients = ['one', 'two'].map((name) => aClient(wire, { account: account(name), tokens }).client);
		await Promise.all(
			clients.map(
				async (client) => await client.call(getFeed, { path: { feedId: client.account.sellerId } }),
			),
		);
		for (const seen of wire.seen) {
			expect(String(seen.headers['x-amz-access-token'])).toContain(seen.url.split('/').at(-1));
		}
	});

	it('never lets a secret out, whatever Amazon or the network echo', async () => {
		const everything = `${Object.values(SECRETS).join(' ')} https://x.s3.amazonaws.com/d?X-Amz-Signature=5eC4e7`;
		const answers: Answer[] = [
			(seen, response) =>
				refuse(response, 400, 'InvalidInput', `${everything} ${String(seen.headers['x-amz-access-token'])}`),
			(_, response) => refuse(response, 503, everything, everything),
			(_, response) =>
				reply(
					response,
					400,
					{ errors: [{ code: 'x', message: 'y', details: everything }] },
					{ 'x-amzn-requestid': SECRETS.accessToken },
				),
		];
		for (const answer of answers) {
			const { client, lines } = await open(answer);
			const error = await failureOf(client.call(getFeed, { path: { feedId: '1' } }));
			expectNoSecret(error, lines);
			await wire.close();
		}
		wire = await Wire.open(
			() => {},
			(_, response) => reply(response, 400, { error: 'invalid_grant', error_description: everything }),
		);
		const { client, lines } = aClient(wire);
		expectNoSecret(await failureOf(client.call(getFeed, { path: { feedId: '1' } })), lines);
		const broken = aClient(wire, {
			http: async () => await Promise.reject(new NetworkError('ECONNRESET', `lost ${everything}`)),
		});
		expectNoSecret(await failureOf(broken.client.call(getFeed, { path: { feedId: '1' } })), broken.lines);
	});

	function expectNoSecret(error: SpApiError, lines: string[]): void {
		const texts = [
			error.message,
			error.stack ?? '',
			JSON.stringify(error),
			JSON.stringify(Object.entries(error)),
			...lines,
		];
		const parts = [...Object.values(SECRETS), 'IwEBI', 'c0ffee', '5eC4e7'];
		for (const text of texts) for (const part of parts) expect(text).not.toContain(part);
		expect(error.cause).toBeUndefined();
	}

	it('gives a live account Amazon’s host only', async () => {
		wire = await Wire.open(() => {});
		const hosts: string[] = [];
		const { client } = aClient(wire, {
			account: anAccount({ environment: 'live', mockUrl: wire.origin }),
			http: ({ url }) => {
				hosts.push(new URL(url).host);
				if (!url.endsWith('/token')) return Promise.resolve({ status: 200, headers: {}, body: bodyOf('{}') });
				return Promise.resolve({
					status: 200,
					headers: {},
					body: bodyOf('{"access_token":"Atza|x","expires_in":3600}'),
				});
			},
		});
		await client.call(getFeed, { path: { feedId: '1' } });
		expect(hosts).toEqual(['api.amazon.com', 'sellingpartnerapi-eu.amazon.com']);
	});
});

async function freePort(): Promise<number> {
	const server = net.createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	return typeof address === 'object' && address !== null ? address.port : 0;
}
