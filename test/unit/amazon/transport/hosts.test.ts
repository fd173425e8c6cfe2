import { REGIONS } from '../../../../nodes/amazon/tables/marketplaces';
import type { Account } from '../../../../nodes/amazon/transport/account';
import { DocumentError } from '../../../../nodes/amazon/transport/errors';
import { apiOrigin, checkDocumentUrl, isAddressOf, loginUrl } from '../../../../nodes/amazon/transport/hosts';
import { anAccount } from './setting';

const MOCK: Partial<Account> = { environment: 'mock', mockUrl: 'http://127.0.0.1:8098' };

describe('apiOrigin', () => {
	it.each(REGIONS.map(({ id, host }) => [id, host] as const))('%s', (region, host) => {
		expect(apiOrigin(anAccount({ region }))).toBe(`https://${host}`);
		expect(apiOrigin(anAccount({ region, environment: 'sandbox' }))).toBe(`https://sandbox.${host}`);
	});

	it.each(['http://127.0.0.1:8098', 'http://127.8.9.1:1', 'http://localhost:8098/', 'http://[::1]:8098/x?y'])(
		'Mock mode accepts %s',
		(mockUrl) => {
			const account = anAccount({ environment: 'mock', mockUrl });
			expect(apiOrigin(account)).toBe(new URL(mockUrl).origin);
			expect(loginUrl(account)).toBe(`${new URL(mockUrl).origin}/auth/o2/token`);
		},
	);

	it.each([
		undefined,
		'',
		'127.0.0.1:8098',
		'https://sellingpartnerapi-eu.amazon.com',
		'http://sellingpartnerapi-eu.amazon.com',
		'http://192.168.1.2:8098',
		'http://0.0.0.0:8098',
		'http://localhost.evil.example',
		'http://127.0.0.1.evil.example',
		'http://127.0.0.1@evil.example',
		'http://host.docker.internal:8098',
		'ftp://127.0.0.1',
		'https://127.0.0.1:8098',
	])('Mock mode refuses %s', (mockUrl) => {
		expect(() => apiOrigin(anAccount({ environment: 'mock', mockUrl }))).toThrow(
			/^Simulator Address must be/,
		);
		expect(() => loginUrl(anAccount({ environment: 'mock', mockUrl }))).toThrow(/^Simulator Address must be/);
	});

	it.each(['live', 'sandbox'] as const)('%s never looks at the simulator’s address', (environment) => {
		const account = anAccount({ environment, mockUrl: 'http://127.0.0.1:8098' });
		expect(apiOrigin(account)).toMatch(/^https:\/\/(sandbox\.)?sellingpartnerapi-eu\.amazon\.com$/);
		expect(loginUrl(account)).toBe('https://api.amazon.com/auth/o2/token');
		expect(isAddressOf(account, 'http://127.0.0.1:8098/feeds')).toBe(false);
	});
});

describe('isAddressOf', () => {
	it.each([
		['https://sellingpartnerapi-eu.amazon.com/orders?x=1', true],
		['https://sellingpartnerapi-na.amazon.com/orders', false],
		['http://sellingpartnerapi-eu.amazon.com/orders', false],
		['https://sellingpartnerapi-eu.amazon.com.evil.example/', false],
		['https://sellingpartnerapi-eu.amazon.com@evil.example/', false],
		['not an address', false],
	])('%s -> %s', (url, own) => {
		expect(isAddressOf(anAccount(), url)).toBe(own);
	});
});

describe('checkDocumentUrl', () => {
	it.each([
		['live', 'https://tortuga-prod-eu.s3-eu-west-1.amazonaws.com/a?X-Amz-Signature=1'],
		['live', 'https://bucket.s3.cn-north-1.amazonaws.com.cn/a'],
		['live', 'https://m.media-amazon.com/a'],
		['sandbox', 'https://documents.amazon.com/a'],
		['mock', 'http://127.0.0.1:8098/documents/1?X-Amz-Signature=1'],
	] as const)('%s accepts %s', (environment, url) => {
		const account = anAccount({ ...MOCK, environment });
		expect(() => checkDocumentUrl(account, url, 'uploadDocument')).not.toThrow();
	});

	it.each([
		['live', 'http://tortuga.s3.amazonaws.com/a'],
		['live', 'https://amazonaws.com.evil.example/a'],
		['live', 'https://evilamazonaws.com/a'],
		['live', 'https://tortuga.s3.amazonaws.com:8443/a'],
		['live', 'https://user:pass@tortuga.s3.amazonaws.com/a'],
		['live', 'https://tortuga.s3.amazonaws.com@evil.example/a'],
		['live', 'http://127.0.0.1:8098/a'],
		['live', 'file:///etc/passwd'],
		['live', ''],
		['sandbox', 'http://127.0.0.1:8098/a'],
		['mock', 'https://tortuga.s3.amazonaws.com/a'],
		['mock', 'http://127.0.0.1:8099/a'],
		['mock', 'http://192.168.1.2:8098/a'],
	] as const)('%s refuses %s', (environment, url) => {
		const account = anAccount({ ...MOCK, environment });
		const check = () => checkDocumentUrl(account, url, 'uploadDocument');
		expect(check).toThrow(DocumentError);
		expect(check).toThrow(/not one that documents may come from/);
	});
});
