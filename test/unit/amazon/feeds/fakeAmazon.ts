import { aClient, reply, Wire, type Answer, type Setting } from '../transport/setting';

/** What the wire was asked for, as `GET /feeds/...` without host and query. */
export function askedOf(wire: Wire): string[] {
	return wire.seen.map(({ method, url }) => `${method} ${url.split('?')[0]}`);
}

export interface FakeFeeds extends Setting {
	wire: Wire;
	/** Documents as they were uploaded. */
	uploads: string[];
}

/** An Amazon that takes documents, and answers feeds with `answerFeeds`. */
export async function openFeeds(answerFeeds: Answer): Promise<FakeFeeds> {
	const uploads: string[] = [];
	let documents = 0;
	const wire: Wire = await Wire.open((request, response, index) => {
		if (request.url === '/feeds/2021-06-30/documents') {
			documents += 1;
			reply(response, 201, { feedDocumentId: `doc-${documents}`, url: `${wire.origin}/storage/1` });
		} else if (request.method === 'PUT') {
			uploads.push(request.body);
			reply(response, 200);
		} else answerFeeds(request, response, index);
	});
	return { wire, uploads, ...aClient(wire) };
}
