import { authorize } from './access';
import { effectOf } from './faults';
import { asErrorList, quotaExceeded, Refusal, unauthorized, type RefusalShape, type Reply } from './reply';
import type { ApiRoute, Call, Route } from './route';

function checkContentType(call: Call): void {
	if (/^application\/json(;|$)/.test(call.headers['content-type'] ?? '')) return;
	throw new Refusal(415, 'UnsupportedMediaType', "The request's Content-Type header is invalid.");
}

function answerApi(route: ApiRoute, call: Call): Reply {
	const { state, query } = call;
	const { seller, resources } = authorize(call, route);
	const caller = `${seller.sellerId} ${seller.clientId}`;
	if (state.settings.limits && !state.limiter.take(route.operation, caller, state.nowMs()))
		throw quotaExceeded();
	query.allowOnly(route.query);
	if (route.takesJson) checkContentType(call);
	return route.handle({ ...call, seller, isRestricted: resources !== undefined });
}

/** The operation's answer or refusal, in the route's shape. */
export function answer(route: Route, call: Call): Reply {
	const refuse = route.access === 'open' ? route.refuse : asErrorList;
	const wanted = effectOf(call.faults, 'status');
	if (wanted === undefined) return work(route, call, refuse);
	if (wanted.processed) work(route, call, refuse);
	if (wanted.body === undefined) return refuse(statusRefusal(wanted.status));
	return { status: wanted.status, body: wanted.body, contentType: wanted.contentType ?? 'text/html' };
}

function work(route: Route, call: Call, refuse: RefusalShape): Reply {
	try {
		return route.access === 'open' ? route.handle(call) : answerApi(route, call);
	} catch (error) {
		if (error instanceof Refusal) return refuse(error);
		throw error;
	}
}

function statusRefusal(status: number): Refusal {
	if (status === 429) return quotaExceeded();
	if (status === 403) return unauthorized('');
	if (status === 503) return new Refusal(503, 'ServiceUnavailable', 'Service is temporarily unavailable.');
	if (status >= 500)
		return new Refusal(status, 'InternalFailure', 'We encountered an internal error. Please try again.');
	return new Refusal(status, 'InvalidInput', 'Invalid Input');
}
