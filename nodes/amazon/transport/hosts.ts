import { ConfigError } from '../../rules/verdict/verdict';
import { REGIONS } from '../tables/marketplaces';
import { SIMULATOR_URL } from '../tables/simulator';
import type { Account } from './account';
import { DocumentError } from './errors';

const LOGIN_ORIGIN = 'https://api.amazon.com';
const LOGIN_PATH = '/auth/o2/token';

/** Where Amazon keeps documents: S3 and its own hosts. */
const DOCUMENT_DOMAINS = ['amazonaws.com', 'amazonaws.com.cn', 'amazon.com', 'media-amazon.com'];

/**
 * Origin of the SP-API for the account. A live or sandbox account always gets Amazon's host, whatever its
 * simulator address says; a mock account only ever gets an address of this machine.
 * Throws a `ConfigError` when the simulator's address is missing or lies elsewhere.
 */
export function apiOrigin(account: Account): string {
	if (account.environment === 'mock') return mockOrigin(account);
	const host = REGIONS.find(({ id }) => id === account.region)?.host;
	if (host === undefined) throw new ConfigError('Region', REGIONS.map(({ name }) => name).join(', '));
	return `https://${account.environment === 'sandbox' ? 'sandbox.' : ''}${host}`;
}

/** Where access tokens of the account come from (Login with Amazon). */
export function loginUrl(account: Account): string {
	const origin = account.environment === 'mock' ? mockOrigin(account) : LOGIN_ORIGIN;
	return `${origin}${LOGIN_PATH}`;
}

/** Whether `url` is on the account's own SP-API host: only there may its access token go. */
export function isAddressOf(account: Account, url: string): boolean {
	const target = parseUrl(url);
	return target !== undefined && target.origin === apiOrigin(account);
}

/**
 * Guards a presigned address that came from outside. Throws a `DocumentError` unless it is https on a host of
 * Amazon's (Mock mode: http on the simulator itself).
 */
export function checkDocumentUrl(account: Account, url: string, operation: string): void {
	const target = parseUrl(url);
	if (target !== undefined && isDocumentHost(account, target)) return;
	const expected =
		account.environment === 'mock' ? 'the simulator at its own address' : 'https and a host of Amazon';
	throw new DocumentError({
		operation,
		code: 'ForeignHost',
		message: `The document's address is not one that documents may come from: it must be ${expected}. Nothing was sent.`,
		hint: "Check the credential's Environment. If it is right, fetch the document's address from Amazon again.",
	});
}

function isDocumentHost(account: Account, target: URL): boolean {
	if (target.username !== '' || target.password !== '') return false;
	if (account.environment === 'mock') return target.origin === mockOrigin(account);
	if (target.protocol !== 'https:' || target.port !== '') return false;
	return DOCUMENT_DOMAINS.some((domain) => target.hostname.endsWith(`.${domain}`));
}

function mockOrigin(account: Account): string {
	const target = parseUrl(account.mockUrl ?? '');
	if (target?.protocol === 'http:' && isLoopback(target.hostname)) return target.origin;
	throw new ConfigError('Simulator Address', `an http address of this machine, e.g. ${SIMULATOR_URL}`);
}

function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function parseUrl(text: string): URL | undefined {
	return URL.canParse(text) ? new URL(text) : undefined;
}
