import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import type { DocumentDownload } from '../../../../nodes/amazon/transport/contract';
import { DocumentError, DocumentExpiredError } from '../../../../nodes/amazon/transport/errors';
import { aClient, reply, Wire, type Answer } from './setting';

const QUERY = '?X-Amz-Date=1&X-Amz-Signature=5eC4e7';

describe('documents', () => {
	let wire: Wire;
	afterEach(async () => await wire.close());

	const open = async (answer: Answer) => {
		wire = await Wire.open(answer);
		return { ...aClient(wire), url: `${wire.origin}/documents/1${QUERY}` };
	};
	const s3 = (code: string, message: string) =>
		`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
	const textOf = async ({ chunks }: DocumentDownload): Promise<string> => {
		const parts: Uint8Array[] = [];
		for await (const chunk of chunks) parts.push(chunk);
		return Buffer.concat(parts).toString();
	};

	describe('upload', () => {
		it.each(['application/json; charset=UTF-8', 'text/xml; charset=UTF-8'])(
			'sends exactly the type %s and no token',
			async (contentType) => {
				const { client, url } = await open((_, response) => reply(response, 200));
				await client.upload(url, contentType, '{"price":"ü"}');
				expect(wire.seen).toMatchObject([
					{ method: 'PUT', url: `/documents/1${QUERY}`, body: '{"price":"ü"}' },
				]);
				expect(wire.seen[0]?.headers['content-type']).toBe(contentType);
				expect(wire.seen[0]?.headers).not.toHaveProperty('x-amz-access-token');
				expect(wire.seen[0]?.headers).not.toHaveProperty('authorization');
				expect(wire.logins).toHaveLength(0);
			},
		);

		it('tries again after a fault of the storage and after a reset', async () => {
			const { client, url } = await open((_, response, index) => {
				if (index === 0) response.socket?.resetAndDestroy();
				else reply(response, index === 1 ? 503 : 200);
			});
			await client.upload(url, 'text/plain', 'x');
			expect(wire.seen).toHaveLength(3);
		});

		it.each([
			['an expired address', s3('AccessDenied', 'Request has expired'), DocumentExpiredError, /has expired/],
			['a wrong type', s3('SignatureDoesNotMatch', 'no match'), DocumentError, /content type/],
		])('explains %s', async (_, body, kind, hint) => {
			const { client, url } = await open((__, response) => reply(response, 403, body));
			const error = await client.upload(url, 'text/plain', 'x').catch((caught: unknown) => caught);
			expect(error).toBeInstanceOf(kind);
			expect(error).toMatchObject({ status: 403, hint: expect.stringMatching(hint) as unknown });
			expect(error instanceof DocumentExpiredError).toBe(kind === DocumentExpiredError);
			expect(JSON.stringify([String(error), error])).not.toContain('5eC4e7');
			expect(wire.seen).toHaveLength(1);
		});

		it('refuses a document beyond the limit without sending it', async () => {
			const { client, url } = await open((_, response) => reply(response, 200));
			const large = Buffer.alloc(100 * 1024 ** 2 + 1);
			await expect(client.upload(url, 'text/plain', large)).rejects.toMatchObject({ code: 'TooLarge' });
			expect(wire.seen).toHaveLength(0);
		});
	});

	describe('download', () => {
		const TEXT = 'sku\tprice\n'.repeat(50_000);

		const answering = (body: Buffer, headers: Record<string, string> = {}): Answer => {
			return (_, response) => {
				response.writeHead(200, { 'content-length': String(body.length), ...headers });
				response.end(body);
			};
		};

		it.each([
			['plain', Buffer.from(TEXT)],
			['gzip', gzipSync(TEXT)],
		])('reads %s', async (_, body) => {
			const { client, url } = await open(answering(body, { 'content-type': 'text/plain; charset=Cp1252' }));
			const document = await client.download(url);
			expect(document.contentType).toBe('text/plain; charset=Cp1252');
			expect(await textOf(document)).toBe(TEXT);
			expect(wire.seen[0]?.headers).not.toHaveProperty('x-amz-access-token');
		});

		it.each(['', 'x', 'ab'])('reads the short document "%s"', async (text) => {
			const { client, url } = await open(answering(Buffer.from(text)));
			expect(await textOf(await client.download(url))).toBe(text);
		});

		it('reads gzip that arrives byte by byte', async () => {
			const body = gzipSync('sku\tprice');
			const { client, url } = await open(() => {});
			const slow = aClient(wire, {
				http: () =>
					Promise.resolve({
						status: 200,
						headers: {},
						body: Readable.from([...body].map((byte) => Buffer.of(byte))),
					}),
			});
			expect(client).toBeDefined();
			expect(await textOf(await slow.client.download(url))).toBe('sku\tprice');
		});

		it.each([
			['plain, the connection ends early', Buffer.from(TEXT)],
			['gzip, the connection ends early', gzipSync(TEXT)],
		])('notices a cut: %s', async (_, body) => {
			const { client, url } = await open((__, response) => {
				response.writeHead(200, { 'content-length': String(body.length) });
				response.write(body.subarray(0, body.length / 2));
				setTimeout(() => response.destroy(), 20);
			});
			const reading = textOf(await client.download(url));
			await expect(reading).rejects.toBeInstanceOf(DocumentError);
			await expect(reading).rejects.toMatchObject({ code: 'Truncated', retryable: true });
		});

		it('notices a cut that only the announced length tells', async () => {
			const { url } = await open(() => {});
			const { client } = aClient(wire, {
				http: () =>
					Promise.resolve({
						status: 200,
						headers: { 'content-length': '10' },
						body: Readable.from([Buffer.from('12345')]),
					}),
			});
			const reading = textOf(await client.download(url));
			await expect(reading).rejects.toThrow('The document was cut off after 5 of 10 bytes.');
		});

		it.each([
			['half of a gzip', (gzip: Buffer) => gzip.subarray(0, gzip.length / 2)],
			['a gzip without its last bytes', (gzip: Buffer) => gzip.subarray(0, gzip.length - 4)],
			['a damaged gzip', (gzip: Buffer) => Buffer.from(gzip).fill(0xff, 60, 90)],
		])('notices %s though its length is right', async (_, damage) => {
			const { client, url } = await open(answering(damage(gzipSync(TEXT))));
			const reading = textOf(await client.download(url));
			await expect(reading).rejects.toMatchObject({ name: 'DocumentError', code: 'Truncated' });
		});

		it('stops a gzip bomb at the limit', async () => {
			const bomb = gzipSync(Buffer.alloc(200 * 1024 ** 2));
			expect(bomb.length).toBeLessThan(300_000);
			const { client, url } = await open(answering(bomb));
			const { chunks } = await client.download(url, { limitBytes: 1_000_000 });
			let sizeBytes = 0;
			const reading = (async () => {
				for await (const chunk of chunks) sizeBytes += chunk.length;
			})();
			await expect(reading).rejects.toMatchObject({ code: 'TooLarge', name: 'DocumentError' });
			expect(sizeBytes).toBeLessThanOrEqual(1_000_000);
		});

		it('says that an address has expired, and does not try it again', async () => {
			const { client, url } = await open((_, response) =>
				reply(response, 403, s3('AccessDenied', 'Request has expired')),
			);
			const error = await client.download(url).catch((caught: unknown) => caught);
			expect(error).toBeInstanceOf(DocumentExpiredError);
			expect(error).toMatchObject({
				hint: expect.stringContaining('Fetch a new one') as unknown,
				code: 'AccessDenied',
			});
			expect(wire.seen).toHaveLength(1);
		});

		it('reads only the beginning of an endless error', async () => {
			const { client, url } = await open((_, response) => {
				response.writeHead(404);
				const more = () =>
					!response.destroyed && response.write('x'.repeat(10_000), () => setImmediate(more));
				more();
			});
			await expect(client.download(url)).rejects.toMatchObject({
				status: 404,
				operation: 'downloadDocument',
			});
		});

		it('lets go of the connection when the reader stops early', async () => {
			let closed = false;
			const { client, url } = await open((_, response) => {
				response.on('close', () => (closed = true));
				response.writeHead(200);
				const more = () =>
					!response.destroyed && response.write('x'.repeat(10_000), () => setImmediate(more));
				more();
			});
			const { chunks } = await client.download(url);
			for await (const chunk of chunks) if (chunk.length > 0) break;
			while (!closed) await new Promise((resolve) => setImmediate(resolve));
			expect(closed).toBe(true);
		});

		it('stops with the signal’s reason', async () => {
			const stop = new AbortController();
			const { client, url } = await open((_, response) => {
				response.writeHead(200);
				response.write('begin');
			});
			const { chunks } = await client.download(url, { signal: stop.signal });
			const reading = (async () => {
				for await (const chunk of chunks) if (chunk.length > 0) stop.abort(new Error('stopped by the user'));
			})();
			await expect(reading).rejects.toThrow('stopped by the user');
		});
	});

	it.each(['http://127.0.0.1:9/d', 'https://tortuga.s3.amazonaws.com/d', 'http://evil.example/d'])(
		'sends nothing to %s',
		async (url) => {
			wire = await Wire.open((_, response) => reply(response, 200));
			let sent = 0;
			const { client } = aClient(wire, {
				http: async () => await Promise.reject(new Error(`sent ${++sent}`)),
			});
			await expect(client.upload(url, 'text/plain', 'x')).rejects.toMatchObject({ code: 'ForeignHost' });
			await expect(client.download(url)).rejects.toMatchObject({ code: 'ForeignHost' });
			expect(sent).toBe(0);
		},
	);
});
