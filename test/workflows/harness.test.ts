import type { DataTableRow } from 'n8n-workflow';
import { shopifyProduct, shopifyWebhook } from '../fixtures/stores/shopify';
import { createHarness, type Harness } from './harness';
import { baseNode as node, chain } from './harness/sketch';

const manual = node('Start', 'manualTrigger', 1);

describe('workflow harness', () => {
	let harness: Harness;

	beforeAll(async () => {
		harness = await createHarness({
			credentials: { 'Shop Key': { type: 'httpHeaderAuth', data: { name: 'x-key', value: 'open sesame' } } },
		});
	});

	afterAll(async () => await harness.close());

	it('runs Set, If and NoOp and tells which branch each item took', async () => {
		const price = { id: 'a', name: 'price', type: 'number', value: '={{ $json.cost * 2 }}' };
		const condition = {
			id: 'c',
			leftValue: '={{ $json.price }}',
			rightValue: 10,
			operator: { type: 'number', operation: 'gt' },
		};
		const settings = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
		const workflow = chain(
			manual,
			node('Price', 'set', 3.4, {
				assignments: { assignments: [price] },
				includeOtherFields: true,
				options: {},
			}),
			node('Dear?', 'if', 2.2, {
				conditions: { options: settings, conditions: [condition], combinator: 'and' },
				options: {},
			}),
			node('Dear', 'noOp', 1),
		);
		const result = await harness.run(workflow, { items: [{ cost: 3 }, { cost: 6 }] });
		expect(result).toMatchObject({ status: 'success', order: ['Start', 'Price', 'Dear?', 'Dear'] });
		expect(result.json('Dear')).toEqual([{ cost: 6, price: 12 }]);
		expect(result.json('Dear?', 1)).toEqual([{ cost: 3, price: 6 }]);
		expect(result.items('Dear?')[0]?.pairedItem).toMatchObject({ item: 1 });
	});

	it('reports the node that failed', async () => {
		const result = await harness.run(
			chain(manual, node('Stop', 'stopAndError', 1, { errorMessage: 'No stock' }), node('After', 'noOp', 1)),
		);
		expect(result).toMatchObject({ status: 'error', error: { message: 'No stock', node: 'Stop' } });
		expect(result.nodes['Stop']?.[0]?.error).toMatchObject({ name: 'NodeOperationError' });
		expect(result.items('After')).toEqual([]);
	});

	it.each([
		{
			mode: 'runOnceForAllItems',
			jsCode: 'return $input.all().map((i) => ({ json: { n: i.json.n + 1, y: DateTime.utc(2026).year } }))',
			expected: [
				{ n: 2, y: 2026 },
				{ n: 3, y: 2026 },
			],
		},
		{ mode: 'runOnceForEachItem', jsCode: 'return { n: $json.n * 10 }', expected: [{ n: 10 }, { n: 20 }] },
		{
			mode: 'runOnceForAllItems',
			jsCode: "return [{ json: { from: $('Start').all().length } }]",
			expected: [{ from: 2 }],
		},
	])('runs code: $jsCode', async ({ mode, jsCode, expected }) => {
		const result = await harness.run(chain(manual, node('Code', 'code', 2, { mode, jsCode })), {
			items: [{ n: 1 }, { n: 2 }],
		});
		expect(result.error).toBeUndefined();
		expect(result.json('Code')).toEqual(expected);
	});

	it('reports code that throws', async () => {
		const result = await harness.run(
			chain(manual, node('Code', 'code', 2, { jsCode: "throw new Error('odd')" })),
		);
		expect(result.status).toBe('error');
		expect(result.error?.message).toContain('odd');
	});

	it('keeps a webhook’s raw body to the byte', async () => {
		const rawBody = '{ "title":"Tür",  "price":1.10 }';
		const hook = node('Hook', 'webhook', 2, { path: 'p', httpMethod: 'POST', options: { rawBody: true } });
		const { run, response } = await harness.webhook(chain(hook, node('Next', 'noOp', 1)), 'Hook', {
			headers: { 'X-Topic': 'products/update' },
			rawBody,
		});
		const [item] = run?.items('Next') ?? [];
		expect(response.statusCode).toBe(200);
		expect(item?.json).toMatchObject({ headers: { 'x-topic': 'products/update' }, body: { price: 1.1 } });
		const bytes = item ? await harness.binary(item) : Buffer.alloc(0);
		expect(bytes.toString('utf8')).toBe(rawBody);
	});

	it.each([
		{ secret: 'app-secret', verdict: 'genuine' },
		{ secret: 'of another app', verdict: 'forged' },
	])('tells a $verdict Shopify webhook by its raw body', async ({ secret, verdict }) => {
		const hook = node('Hook', 'webhook', 2, { path: 'p', httpMethod: 'POST', options: { rawBody: true } });
		const sign = node('Sign', 'crypto', 1, {
			...{ action: 'hmac', type: 'SHA256', binaryData: true, binaryPropertyName: 'data' },
			...{ dataPropertyName: 'signature', secret: 'app-secret', encoding: 'base64' },
		});
		const compare = node('Compare', 'set', 3.4, {
			mode: 'raw',
			jsonOutput: '={{ { genuine: $json.signature === $json.headers["x-shopify-hmac-sha256"] } }}',
			options: {},
		});
		const request = shopifyWebhook('products/update', shopifyProduct(1), secret);
		const { run } = await harness.webhook(chain(hook, sign, compare), 'Hook', request);
		expect(run?.json('Compare')).toEqual([{ genuine: verdict === 'genuine' }]);
	});

	it.each([
		{ key: 'open sesame', status: 200, started: true },
		{ key: 'wrong', status: 403, started: false },
	])('answers $status to a webhook with the key "$key"', async ({ key, status, started }) => {
		const hook = node('Hook', 'webhook', 2, { path: 'p', httpMethod: 'POST', authentication: 'headerAuth' });
		hook.credentials = { httpHeaderAuth: { id: null, name: 'Shop Key' } };
		const { run, response } = await harness.webhook(chain(hook), 'Hook', {
			headers: { 'X-Key': key },
			body: {},
		});
		expect(response.statusCode).toBe(status);
		expect(run !== undefined).toBe(started);
	});

	it('answers a webhook through Respond to Webhook', async () => {
		const hook = node('Hook', 'webhook', 2, { path: 'p', httpMethod: 'POST', responseMode: 'responseNode' });
		const respond = node('Respond', 'respondToWebhook', 1.1, {
			respondWith: 'json',
			responseBody: '={{ { "seen": $json.body.id } }}',
			options: { responseCode: 202 },
		});
		const { response } = await harness.webhook(chain(hook, respond), 'Hook', { body: { id: 7 } });
		expect(response).toMatchObject({ statusCode: 202, body: { seen: 7 } });
	});

	it('creates a data table, upserts into it by SKU and reads it back', async () => {
		const table = { __rl: true, mode: 'name', value: 'Stock sent' };
		const matching = {
			...{ resource: 'row', dataTableId: table, matchType: 'allConditions' },
			filters: { conditions: [{ keyName: 'sku', condition: 'eq', keyValue: '={{ $json.sku }}' }] },
		};
		const create = node('Create', 'dataTable', 1.1, {
			...{ resource: 'table', operation: 'create', tableName: 'Stock sent' },
			columns: { column: [{ name: 'sku' }, { name: 'quantity', type: 'number' }] },
			options: { createIfNotExists: true },
		});
		const upsert = node('Upsert', 'dataTable', 1.1, {
			...{ ...matching, operation: 'upsert' },
			columns: { mappingMode: 'autoMapInputData', value: null },
		});
		const get = node('Get', 'dataTable', 1.1, { ...matching, operation: 'get', returnAll: true });
		await harness.run(chain(manual, create));
		await harness.run(chain(manual, create));
		const first = await harness.run(chain(manual, upsert, get), {
			items: [
				{ sku: 'A', quantity: 1 },
				{ sku: 'B', quantity: 2 },
			],
		});
		expect(first.error).toBeUndefined();
		const second = await harness.run(chain(manual, upsert, get), { items: [{ sku: 'A', quantity: 9 }] });
		expect(second.json('Get')).toMatchObject([{ id: 1, sku: 'A', quantity: 9 }]);
		expect(harness.dataTables.names()).toEqual(['Stock sent']);
		expect(harness.dataTables.rows('Stock sent')).toMatchObject([
			{ sku: 'A', quantity: 9 },
			{ sku: 'B', quantity: 2 },
		]);
	});

	it.each<{ row: DataTableRow; message: string }>([
		{ row: { sku: 'A', colour: 'red' }, message: "unknown column name 'colour'" },
		{ row: { sku: 'A', quantity: 'many' }, message: "does not match column type 'number'" },
	])('refuses the row $row, as n8n does', async ({ row, message }) => {
		harness.dataTables.create(`Refused ${message}`, { sku: 'string', quantity: 'number' });
		expect(() => harness.dataTables.insert(`Refused ${message}`, [row])).toThrow(message);
	});

	it('calls the method behind a dropdown', async () => {
		harness.dataTables.create('Listed', { sku: 'string' });
		const found = await harness.callMethod(
			node('Table', 'dataTable', 1.1),
			'listSearch',
			'tableSearch',
			'list',
		);
		expect(found).toMatchObject({ results: [{ name: 'Listed' }] });
	});

	it('turns JSON into a file and reads CSV from one', async () => {
		const csv = node('File', 'convertToFile', 1.1, { operation: 'csv', options: {} });
		const read = node('Rows', 'extractFromFile', 1, { operation: 'csv', options: { enableBOM: true } });
		const result = await harness.run(chain(manual, csv, read), { items: [{ sku: 'A', price: '1.10' }] });
		expect(result.error).toBeUndefined();
		expect(result.json('Rows')).toEqual([{ sku: 'A', price: '1.10' }]);
	});

	it('calls another workflow of the harness', async () => {
		harness.addWorkflow({
			id: 'sub',
			...chain(
				node('Called', 'executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' }),
				node('Double', 'set', 3.4, { mode: 'raw', jsonOutput: '={{ { "n": $json.n * 2 } }}', options: {} }),
			),
		});
		const call = node('Call', 'executeWorkflow', 1.2, {
			workflowId: { __rl: true, mode: 'id', value: 'sub' },
			...{ mode: 'once', options: {} },
		});
		const result = await harness.run(chain(manual, call), { items: [{ n: 4 }] });
		expect(result.error).toBeUndefined();
		expect(result.json('Call')).toEqual([{ n: 8 }]);
	});

	it('goes on with an execution that was put to wait', async () => {
		const wait = node('Wait', 'wait', 1.1, { resume: 'timeInterval', amount: 2, unit: 'hours' });
		const workflow = chain(manual, wait, node('After', 'noOp', 1));
		const waiting = await harness.run(workflow, { items: [{ n: 1 }] });
		expect(waiting).toMatchObject({ status: 'waiting', waitTill: expect.any(Date) });
		const resumed = await harness.resume(workflow, waiting);
		expect(resumed.status).toBe('success');
		expect(resumed.json('After')).toEqual([{ n: 1 }]);
	});

	it('loops in batches', async () => {
		const loop = node('Loop', 'splitInBatches', 3, { batchSize: 2, options: {} });
		const result = await harness.run(
			{
				nodes: [manual, loop, node('Body', 'noOp', 1), node('Done', 'noOp', 1)],
				connections: {
					Start: { main: [[{ node: 'Loop', type: 'main', index: 0 }]] },
					Loop: {
						main: [[{ node: 'Done', type: 'main', index: 0 }], [{ node: 'Body', type: 'main', index: 0 }]],
					},
					Body: { main: [[{ node: 'Loop', type: 'main', index: 0 }]] },
				},
			},
			{ items: [{ n: 1 }, { n: 2 }, { n: 3 }] },
		);
		expect(result.nodes['Body']).toHaveLength(2);
		expect(result.json('Done')).toHaveLength(3);
	});
});
