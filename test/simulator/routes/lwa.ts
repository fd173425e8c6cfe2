import { asOauthError, Refusal, type Reply } from '../reply';
import { isObject } from '../json';
import type { Call, OpenRoute } from '../route';
import type { SellerSeed } from '../seed';

const SCOPES = [
	'sellingpartnerapi::notifications',
	'sellingpartnerapi::migration',
	'sellingpartnerapi::client_credential:rotation',
];

type Form = (name: string) => string | undefined;

function invalidRequest(name: string): Refusal {
	return new Refusal(400, 'invalid_request', `The request is missing a required parameter : ${name}`);
}

/** Login with Amazon documents a form; it also takes JSON, which several clients send. */
function readForm({ headers, body }: Call): Form {
	const contentType = headers['content-type'] ?? '';
	if (contentType.startsWith('application/x-www-form-urlencoded')) {
		const form = new URLSearchParams(body.toString('utf8'));
		return (name) => form.get(name) ?? undefined;
	}
	if (!contentType.startsWith('application/json')) {
		throw new Refusal(400, 'invalid_request', 'The Content-Type must be application/x-www-form-urlencoded');
	}
	const fields = parseFields(body);
	return (name) => {
		const value = fields[name];
		return typeof value === 'string' ? value : undefined;
	};
}

function parseFields(body: Buffer): Record<string, unknown> {
	try {
		const fields: unknown = JSON.parse(body.toString('utf8'));
		if (isObject(fields)) return fields;
	} catch {
		// Answered below, like any body that is no object.
	}
	throw new Refusal(400, 'invalid_request', 'The request is malformed');
}

function authenticate(form: Form, sellers: readonly SellerSeed[]): SellerSeed[] {
	const clientId = form('client_id');
	const clientSecret = form('client_secret');
	if (clientId === undefined) throw invalidRequest('client_id');
	if (clientSecret === undefined) throw invalidRequest('client_secret');
	const known = sellers.filter(
		(seller) => seller.clientId === clientId && seller.clientSecret === clientSecret,
	);
	if (known.length === 0) throw new Refusal(401, 'invalid_client', 'Client authentication failed');
	return known;
}

function bySellerGrant(form: Form, { state }: Call): Reply {
	const refreshToken = form('refresh_token');
	if (refreshToken === undefined) throw invalidRequest('refresh_token');
	const clients = authenticate(form, state.seed.sellers);
	const seller = clients.find((candidate) => candidate.refreshToken === refreshToken);
	if (seller === undefined) {
		throw new Refusal(400, 'invalid_grant', 'The request has an invalid grant parameter : refresh_token');
	}
	const accessToken = state.tokens.issue(seller.sellerId, state.nowMs());
	return {
		status: 200,
		json: {
			access_token: accessToken,
			refresh_token: refreshToken,
			token_type: 'bearer',
			expires_in: state.tokens.ttlSeconds,
		},
	};
}

function byClientCredentials(form: Form, { state }: Call): Reply {
	const scope = form('scope');
	if (scope === undefined) throw invalidRequest('scope');
	authenticate(form, state.seed.sellers);
	if (!scope.split(' ').every((wanted) => SCOPES.includes(wanted))) {
		throw new Refusal(400, 'invalid_scope', 'The requested scope is invalid, unknown, or malformed');
	}
	const accessToken = state.tokens.issue(undefined, state.nowMs());
	return {
		status: 200,
		json: { access_token: accessToken, scope, token_type: 'bearer', expires_in: state.tokens.ttlSeconds },
	};
}

function getAccessToken(call: Call): Reply {
	const form = readForm(call);
	const grantType = form('grant_type');
	if (grantType === undefined) throw invalidRequest('grant_type');
	if (grantType === 'refresh_token') return bySellerGrant(form, call);
	if (grantType === 'client_credentials') return byClientCredentials(form, call);
	throw new Refusal(
		400,
		'unsupported_grant_type',
		'The authorization grant type is not supported by the authorization server',
	);
}

/** Login with Amazon: `POST /auth/o2/token`. */
export const LWA_ROUTES: readonly OpenRoute[] = [
	{
		operation: 'getAccessToken',
		method: 'POST',
		path: '/auth/o2/token',
		access: 'open',
		maxBodyBytes: 16 * 1024,
		refuse: asOauthError,
		handle: getAccessToken,
	},
];
