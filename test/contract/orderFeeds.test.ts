import { XMLParser } from 'fast-xml-parser';
import { ManualClock, startSimulator, type Simulator } from '../simulator';
import { readFeedResult, signIn, submitOrderFeed, type Session } from '../simulator/client';
import type { ElementRule } from '../simulator/feeds/orderFeeds/grammar';
import { ORDER_FEEDS } from '../simulator/feeds/orderFeeds/orderFeedTypes';
import { describeWithModels, readModelText } from './models';

const XSDS = ['OrderAcknowledgement', 'OrderAdjustment', 'OrderFulfillment', 'ProcessingReport', 'amzn-base'];
const FILES = XSDS.map((name) => `schemas/${name}.xsd`);

/** A node of an XSD: the local name, the attributes, what is inside. */
interface Node {
	tag: string;
	attributes: Record<string, string>;
	children: Node[];
}

function toNodes(raw: unknown): Node[] {
	return (raw as Record<string, unknown>[]).flatMap((entry) =>
		Object.entries(entry)
			.filter(([key]) => key !== ':@' && key !== '#text')
			.map(([key, content]) => ({
				tag: key.replace(/^.*:/, ''),
				attributes: (entry[':@'] ?? {}) as Record<string, string>,
				children: toNodes(content),
			})),
	);
}

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	ignoreDeclaration: true,
});

function readXsd(name: string): Node[] {
	const text = readModelText(`schemas/${name}.xsd`);
	return toNodes(parser.parse(text)).find(({ tag }) => tag === 'schema')?.children ?? [];
}

/** One place in a sequence, comparable: `name|other min..max`, what it may say, what is inside. */
interface Shape {
	name: string;
	occurs: string;
	values?: string[];
	parts?: Shape[];
}

const child = (node: Node | undefined, tag: string) =>
	node?.children.find((candidate) => candidate.tag === tag);

/** The enumeration of a simple type, directly or by the name of a type of the files. */
function valuesOf(element: Node, types: Node[]): string[] | undefined {
	const named = types.find(({ attributes }) => attributes['name'] === element.attributes['type']);
	const restriction = child(child(element, 'simpleType') ?? named, 'restriction');
	const values = restriction?.children.filter(({ tag }) => tag === 'enumeration');
	if (values === undefined || values.length === 0) return undefined;
	return values.map(({ attributes }) => attributes['value'] ?? '');
}

function shapeOfElement(element: Node, types: Node[]): Shape {
	const { name, ref, type, minOccurs = '1', maxOccurs = '1' } = element.attributes;
	const named = types.find(({ attributes, tag }) => tag === 'complexType' && attributes['name'] === type);
	const sequence = child(child(element, 'complexType') ?? named, 'sequence');
	const values = valuesOf(element, types);
	return {
		name: name ?? ref ?? '',
		occurs: `${minOccurs}..${maxOccurs}`,
		...(values === undefined ? {} : { values }),
		...(sequence === undefined ? {} : { parts: shapesOf(sequence, types) }),
	};
}

function shapesOf(sequence: Node, types: Node[]): Shape[] {
	return sequence.children
		.filter(({ tag }) => tag === 'element' || tag === 'choice')
		.map((node) => {
			if (node.tag === 'element') return shapeOfElement(node, types);
			const options = node.children.map(({ attributes }) => attributes['name'] ?? attributes['ref'] ?? '');
			return { name: options.join('|'), occurs: '1..1' };
		});
}

function shapeOfRule({ name, or, isOptional, most = 1, values, parts }: ElementRule): Shape {
	const max = most === Number.POSITIVE_INFINITY ? 'unbounded' : String(most);
	return {
		name: or === undefined ? name : `${name}|${or.name}`,
		occurs: `${isOptional ? 0 : 1}..${max}`,
		...(values === undefined ? {} : { values: [...values] }),
		...(parts === undefined ? {} : { parts: parts.map(shapeOfRule) }),
	};
}

describeWithModels('the grammar of the order feeds', FILES, () => {
	it.each(Object.values(ORDER_FEEDS))(
		"$messageType has the elements of Amazon's XSD, in its order, with its words",
		({ messageType, content }) => {
			const own = readXsd(messageType);
			const types = [...own, ...readXsd('amzn-base')].filter(({ tag }) => /Type$/.test(tag));
			const message = own.find(
				({ tag, attributes }) => tag === 'element' && attributes['name'] === messageType,
			);
			if (message === undefined) throw new Error(`No element ${messageType}`);
			expect(content.map(shapeOfRule)).toEqual(shapeOfElement(message, types).parts);
		},
	);

	it('knows the currencies of the XSD', () => {
		const type = readXsd('amzn-base').find(({ attributes }) => attributes['name'] === 'BaseCurrencyCode');
		const restriction = child(type, 'restriction');
		const codes = restriction?.children.map(({ attributes }) => attributes['value']);
		const found: (readonly string[])[] = [];
		const collect = (rules: readonly ElementRule[]) =>
			rules.forEach(({ currencies, parts = [] }) => {
				if (currencies !== undefined) found.push(currencies);
				collect(parts);
			});
		collect(ORDER_FEEDS['POST_PAYMENT_ADJUSTMENT_DATA']?.content ?? []);
		expect(found.length).toBe(3);
		for (const currencies of found) expect(currencies).toEqual(codes);
	});
});

describeWithModels("the simulator's reports of order feeds", FILES, () => {
	const clock = new ManualClock();
	let simulator: Simulator;
	let session: Session;

	beforeAll(async () => {
		simulator = await startSimulator({ clock, limits: false, feedDelayMs: 0, seed: { orders: [] } });
		session = await signIn(simulator.url);
	});
	afterAll(() => simulator.stop());

	/** Names of the elements in a node that the sequence does not allow there, or misses. */
	function problemsOf(node: Node, shape: Shape[]): string[] {
		const problems: string[] = [];
		let next = 0;
		for (const { name, occurs, parts } of shape) {
			const [min, max] = occurs.split('..');
			let count = 0;
			for (; node.children[next]?.tag === name; next++, count++) {
				const inner = node.children[next];
				if (inner !== undefined && parts !== undefined) problems.push(...problemsOf(inner, parts));
			}
			if (count < Number(min) || (max !== 'unbounded' && count > Number(max)))
				problems.push(`${count} ${name}`);
		}
		const extra = node.children[next];
		return extra === undefined ? problems : [...problems, `unexpected ${extra.tag}`];
	}

	it.each<[string, () => string[]]>([
		[
			'without results',
			() => [
				`<AmazonOrderID>${simulator.addOrder().orderId}</AmazonOrderID><StatusCode>Success</StatusCode>`,
			],
		],
		[
			'with a result',
			() => ['<AmazonOrderID>305-1234567-1234567</AmazonOrderID><StatusCode>Success</StatusCode>'],
		],
		['about a bad message', () => ['<StatusCode>Success</StatusCode>']],
	])("%s have the elements of Amazon's XSD, in its order", async (_name, contents) => {
		const feedId = await submitOrderFeed(session, 'OrderAcknowledgement', contents());
		const { text = '' } = await readFeedResult(session, feedId);
		const [envelope] = toNodes(parser.parse(text));
		expect(envelope?.children.map(({ tag }) => tag)).toEqual(['Header', 'MessageType', 'Message']);
		const report = child(child(envelope, 'Message'), 'ProcessingReport');
		const own = readXsd('ProcessingReport');
		const element = own.find(({ attributes }) => attributes['name'] === 'ProcessingReport');
		if (element === undefined || report === undefined) throw new Error('No ProcessingReport');
		expect(problemsOf(report, shapeOfElement(element, own).parts ?? [])).toEqual([]);
	});
});
