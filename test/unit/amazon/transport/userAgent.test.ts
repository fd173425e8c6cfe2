import { OPERATIONS } from '../../../../nodes/amazon/transport/operations';
import { USER_AGENT } from '../../../../nodes/amazon/transport/userAgent';
import { aClient, reply, Wire } from './setting';

it('every request names this package and its version: the login, calls and documents on both ways', async () => {
	const wire = await Wire.open((_, response) => reply(response, 200, {}));
	try {
		const { client } = aClient(wire);
		const url = `${wire.origin}/documents/1`;
		await client.call(OPERATIONS.getFeed, { path: { feedId: '1' } });
		await client.upload(url, 'text/plain', 'x');
		const { chunks } = await client.download(url);
		for await (const chunk of chunks) expect(chunk.length).toBeGreaterThan(0);
		const requests = [...wire.logins, ...wire.seen].map(({ method, headers }) => [
			method,
			headers['user-agent'],
		]);
		expect(requests).toEqual(['POST', 'GET', 'PUT', 'GET'].map((method) => [method, USER_AGENT]));
	} finally {
		await wire.close();
	}
});
