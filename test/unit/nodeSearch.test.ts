import { FOUND_BY_AMAZON, searchedNode, searchNodes } from './nodeSearch';
import manifest from '../../package.json';
import { AmazonListings } from '../../nodes/AmazonListings/AmazonListings.node';
import { AmazonOrders } from '../../nodes/AmazonOrders/AmazonOrders.node';
import { AmazonReports } from '../../nodes/AmazonReports/AmazonReports.node';
import { AmazonTrigger } from '../../nodes/AmazonTrigger/AmazonTrigger.node';

const LISTINGS = 'Amazon Listings';
const ORDERS = 'Amazon Orders';
const REPORTS = 'Amazon Reports';
/** n8n leaves the word out. */
const TRIGGER = 'Amazon';

const trigger = new AmazonTrigger().description;
const nodes = [
	searchedNode('AmazonListings', new AmazonListings().description),
	searchedNode('AmazonOrders', new AmazonOrders().description),
	searchedNode('AmazonReports', new AmazonReports().description),
	searchedNode('AmazonTrigger', trigger),
];
const find = (typed: string) => searchNodes(typed, nodes);

describe('the node creator finds', () => {
	it.each([
		...['stock', 'sync stock', 'sync prices', 'inventory', 'quantity', 'price', 'repricing', 'reprice'],
		...['spreadsheet', 'spreadsheet amazon', 'price list', 'listing', 'feed', 'sku'],
	])('Amazon Listings first of ours by "%s"', (typed) => {
		expect(find(typed)[0]).toBe(LISTINGS);
	});

	it.each([
		...['import orders', 'shipment', 'tracking', 'tracking number', 'refund', 'return', 'fulfillment'],
		'cancel order',
	])('Amazon Orders first of ours by "%s"', (typed) => {
		expect(find(typed)[0]).toBe(ORDERS);
	});

	it.each([
		'report',
		'reports',
		'settlement',
		'payout',
		'inventory report',
		'sales report',
		'vat',
		'returns',
	])('Amazon Reports first of ours by "%s"', (typed) => {
		expect(find(typed)[0]).toBe(REPORTS);
	});

	it.each(['new order', 'order updated', 'order cancelled', 'feed finished'])(
		'the trigger first of ours by "%s"',
		(typed) => {
			expect(find(typed)[0]).toBe(TRIGGER);
		},
	);

	it('all by "amazon" as the end-to-end test sees them', () => {
		expect(find('amazon')).toEqual(FOUND_BY_AMAZON);
		expect(FOUND_BY_AMAZON).toHaveLength(manifest.n8n.nodes.length);
	});

	it.each(['order', 'orders', 'order trigger', 'cancellation'])('the trigger too by "%s"', (typed) => {
		expect(find(typed)).toEqual(expect.arrayContaining([ORDERS, TRIGGER]));
	});

	it.each(['amazon', 'sp-api', 'selling partner', 'mws', 'seller central', 'marketplace', 'fba', 'fbm'])(
		'all by "%s"',
		(typed) => {
			expect(find(typed).sort()).toEqual([TRIGGER, LISTINGS, ORDERS, REPORTS].sort());
		},
	);

	it.each(['refund', 'tracking', 'repricing', 'inventory'])('no trigger by "%s"', (typed) => {
		expect(find(typed)).not.toContain(TRIGGER);
	});
});

/** n8n lists under "What triggers this workflow?" what is a trigger by its group, with the events of a field so named. */
it('the trigger is one for n8n, with its events', () => {
	expect(trigger.group).toEqual(['trigger']);
	expect(trigger.displayName).toMatch(/ Trigger$/);
	const [event] = trigger.properties;
	expect(event?.displayName).toBe('Event');
	expect(event?.options?.map((option) => 'action' in option && option.action)).toEqual(
		expect.arrayContaining([
			'On new order',
			'On order updated',
			'On order cancelled',
			'On feed finished',
			'On report finished',
		]),
	);
});

it.each(
	[new AmazonListings(), new AmazonOrders(), new AmazonReports(), new AmazonTrigger()].map(
		(node) => node.description,
	),
)(
	'$displayName is called so everywhere, and described in one sentence',
	({ displayName = '', name, defaults, description = '' }) => {
		expect(defaults.name).toBe(displayName);
		expect(`${name.charAt(0).toUpperCase()}${name.slice(1)}`).toBe(displayName.replace(' ', ''));
		expect(description).toMatch(/^[A-Z][^.]+$/);
		expect(description.length).toBeLessThan(110);
	},
);
