import { createServer } from 'node:net';

/** `wanted` when it is free on this machine, else one that is. */
export async function freePort(wanted = 0): Promise<number> {
	try {
		return await bindOnce(wanted);
	} catch {
		return await bindOnce(0);
	}
}

function bindOnce(port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			server.close(() =>
				address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
			);
		});
	});
}
