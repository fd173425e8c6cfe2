import { Workflow, type INodeParameters, type INodeType, type INodeTypes } from 'n8n-workflow';

import { AmazonListings } from '../../../../nodes/AmazonListings/AmazonListings.node';
import { AmazonOrders } from '../../../../nodes/AmazonOrders/AmazonOrders.node';

const NODES = { listings: new AmazonListings(), orders: new AmazonOrders() };

/** The hints that n8n shows for these parameters; what is left out has its default, as in a form. */
function hintsFor(type: INodeType, parameters: INodeParameters): string[] {
	const nodeTypes = { getByNameAndVersion: () => type } as unknown as INodeTypes;
	const { name, hints = [] } = type.description;
	const node = { id: '1', name: 'Amazon', type: name, typeVersion: 1, position: [0, 0] as [number, number] };
	const workflow = new Workflow({
		...{ nodes: [{ ...node, parameters }], connections: {}, active: false, nodeTypes },
	});
	const shown = workflow.getNode('Amazon');
	if (shown === null) throw new Error('no node');
	return hints
		.filter(({ displayCondition }) => isTrue(workflow, shown, displayCondition))
		.map(({ message }) => message);
}

type Node = NonNullable<ReturnType<Workflow['getNode']>>;

function isTrue(workflow: Workflow, node: Node, condition = ''): boolean {
	const value = workflow.expression.getSimpleParameterValue(node, condition, 'internal', {});
	expect(typeof value).toBe('boolean');
	return value === true;
}

const offer = (operation: string, parameters: INodeParameters = {}) =>
	hintsFor(NODES.listings, { resource: 'offer', operation, ...parameters });
const OFF = { brakePercent: '0', soldOutPercent: '100' };
const DRY = { options: { dryRun: true } };

describe('hints at risky settings', () => {
	it.each<[operation: string, parameters: INodeParameters, isWarned: boolean]>([
		['submit', {}, false],
		['submit', { brakePercent: '0' }, false],
		['submit', { soldOutPercent: '100' }, false],
		['submit', OFF, true],
		['submit', { brakePercent: 0, soldOutPercent: 100 }, true],
		['submit', { brakePercent: '', soldOutPercent: '' }, true],
		['submit', { brakePercent: '0 %', soldOutPercent: '100 %' }, true],
		['submit', { ...OFF, ...DRY }, false],
		['submit', { change: 'price', brakePercent: '0' }, true],
		['submit', { change: 'price' }, false],
		['submit', { change: 'stock', soldOutPercent: '100' }, true],
		['submit', { change: 'stock' }, false],
		['preview', OFF, false],
		['sendNow', {}, false],
		['sendNow', { brakePercent: '0' }, true],
		['sendNow', { brakePercent: '0', soldOutPercent: '30' }, false],
		['sendNow', { change: 'price', brakePercent: '0' }, true],
		['sendNow', { change: 'stock' }, false],
		['sendNow', { ...OFF, ...DRY }, false],
	])('%s with %j: %s', (operation, parameters, isWarned) => {
		const shown = offer(operation, parameters);
		expect(shown).toEqual(isWarned ? [expect.stringMatching(/^No brake is on/)] : []);
	});

	it.each<[keyof typeof NODES, INodeParameters, RegExp | undefined]>([
		['listings', { resource: 'listing', operation: 'delete' }, undefined],
		['listings', { resource: 'listing', operation: 'delete', onlyShow: false }, /deleted at Amazon for good/],
		['listings', { resource: 'listing', operation: 'get' }, undefined],
		['listings', { resource: 'feed', operation: 'resubmit' }, undefined],
		['listings', { resource: 'feed', operation: 'resubmit', which: 'all' }, /a second time/],
		['orders', { resource: 'order', operation: 'refund' }, undefined],
		['orders', { resource: 'order', operation: 'refund', refundWhat: 'named' }, undefined],
		['orders', { resource: 'order', operation: 'refund', refundWhat: 'whole' }, /paid back whole/],
		['orders', { resource: 'order', operation: 'refund', refundWhat: 'whole', ...DRY }, undefined],
		['orders', { resource: 'order', operation: 'cancel' }, undefined],
		['orders', { resource: 'order', operation: 'cancel', options: { lookUp: false } }, /not looked up/],
		[
			'orders',
			{ resource: 'order', operation: 'cancel', options: { lookUp: false, dryRun: true } },
			undefined,
		],
		['orders', { resource: 'shipment', operation: 'submitMany', options: { lookUp: false } }, undefined],
	])('%s with %j', (node, parameters, message) => {
		expect(hintsFor(NODES[node], parameters)).toEqual(
			message === undefined ? [] : [expect.stringMatching(message) as unknown],
		);
	});

	it.each(Object.values(NODES).flatMap(({ description }) => description.hints ?? []))(
		'say what can happen and what to choose instead: $message',
		({ message, location, whenToDisplay }) => {
			expect([location, whenToDisplay]).toEqual(['ndv', 'always']);
			expect(message).toMatch(/^[A-Z].*\. (Set|Turn|Choose) <b>[^<]+<\/b>.*\.$/);
			expect(message.length).toBeLessThan(240);
		},
	);
});
