import type { IAuthenticateGeneric, IHttpRequestOptions } from 'n8n-workflow';

/** Adds a credential's declared headers, query, body or basic login to a request; `resolve` reads expressions. */
export function applyGenericAuthentication(
	{ properties }: IAuthenticateGeneric,
	request: IHttpRequestOptions,
	resolve: (text: string) => string,
): IHttpRequestOptions {
	const parts: Record<string, Record<string, unknown>> = {};
	for (const [part, values] of Object.entries(properties)) {
		const given: unknown = Reflect.get(request, part);
		const resolved = Object.entries(values ?? {}).map(([key, value]) => [
			resolve(key),
			typeof value === 'string' ? resolve(value) : value,
		]);
		parts[part] = { ...(typeof given === 'object' ? given : {}), ...Object.fromEntries(resolved) };
	}
	return Object.assign(request, { headers: request.headers ?? {} }, parts);
}
