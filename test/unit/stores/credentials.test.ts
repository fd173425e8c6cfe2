import type { INode } from 'n8n-workflow';
import { startDemoStore, storeSecrets, STORE_CREDENTIALS, type DemoStore } from '../../stores';
import { createHarness, type Harness } from '../../workflows/harness';
import { baseNode, chain, withCredential } from '../../workflows/harness/sketch';
import { storeOrder } from '../rules/stores/orderBuilder';

const predefined = (type: string) => ({
	authentication: 'predefinedCredentialType',
	nodeCredentialType: type,
});
const generic = (type: string) => ({ authentication: 'genericCredentialType', genericAuthType: type });
const posting = (content: object) => ({
	...{ method: 'POST', sendBody: true, specifyBody: 'json', jsonBody: JSON.stringify(content) },
});

describe('the demo credentials in an HTTP Request', () => {
	let store: DemoStore;
	let harness: Harness;

	beforeAll(async () => {
		store = await startDemoStore();
		const credentials = STORE_CREDENTIALS.map(({ name, ...seed }) => [name, seed] as const);
		harness = await createHarness({ credentials: Object.fromEntries(credentials) });
	});
	afterAll(async () => {
		await harness.close();
		await store.stop();
	});

	it.each([
		{
			id: 'wooCommerceDemo',
			path: '/wp-json/wc/v3/products?sku=DEMO-0002',
			parameters: predefined('wooCommerceApi'),
			expected: { sku: 'DEMO-0002' },
		},
		{
			id: 'wooCommerceBasicDemo',
			path: '/wp-json/wc/v3/products?sku=DEMO-0002',
			parameters: generic('httpBasicAuth'),
			expected: { sku: 'DEMO-0002' },
		},
		{
			id: 'magentoDemo',
			path: '/rest/V1/orders?searchCriteria=all',
			parameters: generic('httpBearerAuth'),
			expected: { total_count: 0 },
		},
		{
			id: 'shopifyDemo',
			path: '/admin/api/2026-10/graphql.json',
			parameters: {
				...generic('httpHeaderAuth'),
				...posting({ query: '{ orders(first: 1) { nodes { id } } }' }),
			},
			expected: { data: { orders: { nodes: [] } } },
		},
		{
			id: 'orderWebhookDemo',
			path: '/webhook/orders',
			parameters: { ...generic('httpHeaderAuth'), ...posting(storeOrder()) },
			expected: { id: '1', number: 'W-000001' },
		},
	])('$id', async ({ id, path, parameters, expected }) => {
		const credential = STORE_CREDENTIALS.find((candidate) => candidate.id === id);
		if (credential === undefined) throw new Error(`there is no credential ${id}`);
		const request: INode = baseNode('Ask', 'httpRequest', 4.2, {
			...{ url: store.url + path, ...parameters, options: {} },
		});
		const workflow = chain(
			baseNode('Start', 'manualTrigger', 1),
			withCredential(request, credential.type, credential.name),
		);
		const run = await harness.run(workflow);
		expect(run.error).toBeUndefined();
		expect(run.json('Ask')).toMatchObject([expected]);
		for (const secret of storeSecrets()) expect(JSON.stringify(run.raw.data)).not.toContain(secret);
	});

	it('count as secrets, but not their addresses and headers', () => {
		const secrets = storeSecrets();
		expect(secrets).toContain('ck_demo_consumer_key');
		expect(secrets).toContain('demo-shopify-access-token');
		expect(secrets).not.toContain('X-Shopify-Access-Token');
		expect(secrets.some((secret) => secret.startsWith('http'))).toBe(false);
	});
});
