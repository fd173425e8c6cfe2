/** Whoever owns the n8n we drive; the demo prints these. */
export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Demo',
	lastName: 'Owner',
	password: 'Demo-password-1',
};

/** Sends one request to n8n's REST interface as the signed-in owner; answers with its `data`. */
export type Rest = <T>(
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
	path: string,
	body?: unknown,
) => Promise<T>;

/** An answer of n8n that is not 2xx. */
class N8nRefusal extends Error {
	constructor(
		readonly status: number,
		what: string,
		readonly answer: string,
	) {
		super(`n8n answered ${status} to ${what}: ${answer.slice(0, 500)}`);
		this.name = 'N8nRefusal';
	}
}

/** Creates the owner when this n8n has none, signs in, and answers with the session. */
export async function openSession(url: string): Promise<Rest> {
	const settings = (await (await fetch(`${url}/rest/settings`)).json()) as {
		data?: { userManagement?: { showSetupOnFirstLoad?: boolean } };
	};
	const isNew = settings.data?.userManagement?.showSetupOnFirstLoad === true;
	const response = isNew
		? await post(url, '/rest/owner/setup', OWNER)
		: await post(url, '/rest/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
	if (!response.ok) throw new N8nRefusal(response.status, 'the login', await response.text());
	const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
	return restWith(url, cookie.join('; '));
}

function restWith(url: string, cookie: string): Rest {
	return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
		const response = await fetchAgain(`${url}${path}`, {
			method,
			headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new N8nRefusal(response.status, `${method} ${path}`, text);
		const answer = JSON.parse(text || 'null') as { data?: T } | T;
		return (isWrapped(answer) ? answer.data : answer) as T;
	};
}

/** A busy n8n closes a connection now and then just as it is used again: what only reads is asked for once more. */
async function fetchAgain(url: string, request: RequestInit & { method: string }): Promise<Response> {
	try {
		return await fetch(url, request);
	} catch (error) {
		const { cause } = error as Error;
		if (request.method !== 'GET')
			throw new Error(`${request.method} ${url} failed: ${String(cause)}`, { cause });
		return await fetch(url, request);
	}
}

function isWrapped<T>(answer: { data?: T } | T): answer is { data: T } {
	return typeof answer === 'object' && answer !== null && !Array.isArray(answer) && 'data' in answer;
}

async function post(url: string, path: string, body: unknown): Promise<Response> {
	return await fetch(`${url}${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
}
