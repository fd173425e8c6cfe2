import type { WebhookRequest } from './requests';
import type { Outcome } from './webhook';

/** Sends a message once, and follows it nowhere else. */
export async function post(
	url: string,
	{ headers, rawBody }: WebhookRequest,
	{ timeoutMs, end }: { timeoutMs: number; end: AbortSignal },
): Promise<Outcome> {
	try {
		const signal = AbortSignal.any([end, AbortSignal.timeout(timeoutMs)]);
		const init: RequestInit = { method: 'POST', headers, body: rawBody, redirect: 'manual', signal };
		const response = await fetch(url, init);
		return { status: response.status, text: await response.text() };
	} catch (error) {
		// Why there was no connection stands in the cause.
		const { message, cause } = error as Error & { cause?: Partial<Error> };
		return { problem: cause?.message || message };
	}
}
