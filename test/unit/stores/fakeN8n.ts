import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a store sent. */
export interface Received {
	path: string;
	/** Names in lower case. */
	headers: Record<string, string>;
	rawBody: string;
	body: unknown;
}

export interface FakeN8n {
	url: string;
	received: Received[];
	stop(): Promise<void>;
}

type Answer = (
	request: Received,
) => Promise<{ status: number; text: string }> | { status: number; text: string };

/** An HTTP listener in n8n's place. */
export async function startFakeN8n(answer: Answer = () => ({ status: 200, text: 'OK' })): Promise<FakeN8n> {
	const received: Received[] = [];
	const server = createServer((message, response) => {
		const chunks: Buffer[] = [];
		message.on('data', (chunk: Buffer) => chunks.push(chunk));
		message.on('end', () => {
			const rawBody = Buffer.concat(chunks).toString('utf8');
			const headers = message.headers as Record<string, string>;
			const request = { path: message.url ?? '', headers, rawBody, body: JSON.parse(rawBody) as unknown };
			received.push(request);
			void Promise.resolve(answer(request)).then(({ status, text }) => response.writeHead(status).end(text));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		received,
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** As the step "Compute the Signature" does, over the bytes that came. */
export function signatureOf({ rawBody }: Received, secret: string): string {
	return createHmac('sha256', secret).update(Buffer.from(rawBody, 'utf8')).digest('base64');
}
