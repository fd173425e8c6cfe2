import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { fakeExecution } from './fakes';
import { SpApiError, type SpApiErrorFacts } from '../../../nodes/amazon/transport/errors';
import { toErrorJson, toNodeError } from '../../../nodes/n8n/errors';
import { ConfigError } from '../../../nodes/rules/verdict/verdict';

const node = fakeExecution().n8n.getNode();
const refusal = (facts: Partial<SpApiErrorFacts> = {}) =>
	new SpApiError({ message: 'Amazon refused createFeed (400).', operation: 'createFeed', ...facts });

describe('toNodeError', () => {
	it.each([
		{
			name: 'all known',
			facts: { status: 400, hint: 'Fix it.', requestId: 'r1' },
			description: "Fix it. Amazon's request id: r1",
			httpCode: '400',
		},
		{ name: 'a hint only', facts: { hint: 'Fix it.' }, description: 'Fix it.', httpCode: null },
		{
			name: 'a request id only',
			facts: { status: 500, requestId: 'r1' },
			description: "Amazon's request id: r1",
			httpCode: '500',
		},
	])("shows Amazon's refusal: $name", ({ facts, description, httpCode }) => {
		const error = toNodeError(node, refusal(facts));
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({ message: 'Amazon refused createFeed (400).', description });
		if (httpCode !== null) expect(error).toMatchObject({ httpCode });
	});

	it.each([
		{
			name: 'a wrong setting',
			error: new ConfigError('Floor', 'a number', 'x'),
			message: 'Floor is "x", but it must be a number',
		},
		{ name: 'any error', error: new Error('Broken'), message: 'Broken' },
		{ name: 'text', error: 'Broken', message: 'Broken' },
		{ name: 'nothing', error: undefined, message: 'undefined' },
	])('shows $name as it is', ({ error, message }) => {
		const shown = toNodeError(node, error);
		expect(shown).toBeInstanceOf(NodeOperationError);
		expect(shown.message).toBe(message);
	});

	it.each([{ error: refusal() }, { error: new Error('Broken') }])('names the item: $error', ({ error }) => {
		const shown = toNodeError(node, error, 12);
		expect(shown.message).toBe(`${error.message} [item 12]`);
		expect(shown.context.itemIndex).toBe(12);
	});

	it.each([
		{
			error: refusal({
				code: 'ECONNRESET',
				message: 'No usable answer (ECONNRESET); look before you repeat it.',
			}),
		},
		{ error: new Error('Not sent: ECONNREFUSED, ENOTFOUND and ETIMEDOUT in one sentence') },
	])('keeps its words where n8n has others: $error', ({ error }) => {
		expect(toNodeError(node, error).message).toBe(error.message);
	});

	it("leaves n8n's own errors alone", () => {
		const own = new NodeOperationError(node, 'Known [Item 1]');
		expect(toNodeError(node, own, 2)).toBe(own);
	});

	it('takes nothing along but the facts', () => {
		const error = Object.assign(refusal({ status: 403 }), {
			config: { headers: { 'x-amz-access-token': 'Atza|secret' } },
			request: 'Atza|secret',
		});
		const shown = toNodeError(node, error);
		expect(JSON.stringify(shown)).not.toContain('Atza|secret');
		expect(JSON.stringify(toErrorJson(error))).not.toContain('Atza|secret');
	});
});

describe('toErrorJson', () => {
	it('lets workflows branch on the facts', () => {
		const facts = { status: 429, code: 'QuotaExceeded', requestId: 'r1', hint: 'Wait.' };
		expect(toErrorJson(refusal(facts))).toEqual({
			error: 'Amazon refused createFeed (400).',
			details: { operation: 'createFeed', ...facts },
		});
	});

	it('says when Amazon may have got the request', () => {
		expect(toErrorJson(refusal({ mayHaveArrived: true }))).toMatchObject({
			details: { mayHaveArrived: true },
		});
	});
});
