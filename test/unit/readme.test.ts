import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { AmazonListings } from '../../nodes/AmazonListings/AmazonListings.node';
import { RESOURCES as LISTINGS } from '../../nodes/AmazonListings/resources';
import { AmazonOrders } from '../../nodes/AmazonOrders/AmazonOrders.node';
import { RESOURCES as ORDERS } from '../../nodes/AmazonOrders/resources';
import { AmazonReports } from '../../nodes/AmazonReports/AmazonReports.node';
import { RESOURCES as REPORTS } from '../../nodes/AmazonReports/resources';
import { AmazonTrigger } from '../../nodes/AmazonTrigger/AmazonTrigger.node';
import { JSON_LISTINGS_FEED } from '../../nodes/amazon/tables/feedTypes';
import { LIMITS } from '../../nodes/amazon/tables/limits';
import { n8nEnvironment } from '../n8n/settings';
import { readReadme, startCommand, tableRows } from '../readme';

const ROOT = join(__dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
	description: string;
	engines: { node: string };
	scripts: Record<string, string>;
	n8n: { nodes: string[] };
};
const README = readReadme();
const DOCS = ['docs/nodes.md', 'docs/reasons.md', 'docs/limits.md', 'docs/demo.md'];
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'workflows-examples/README.md', ...DOCS];
/** A page that takes longer to read is not read. */
const MOST_WORDS = 1_200;

function read(document: string): string {
	return readFileSync(join(ROOT, document), 'utf8');
}

describe.each(DOCUMENTS)('%s', (document) => {
	it('names commands that exist', () => {
		const named = [...read(document).matchAll(/npm (?:run )?([a-z][a-z:0-9]*)/g)].map(
			([, name = '']) => name,
		);
		const ofNpm = ['ci', 'install', 'pack', 'package', 'publish', 'run'];
		expect(named.filter((name) => !ofNpm.includes(name) && !(name in manifest.scripts))).toEqual([]);
	});

	it('links to files that exist', () => {
		const links = [...read(document).matchAll(/\]\(([^)#]+)/g)].map(([, link = '']) => link);
		const files = links.filter((link) => !/^https?:/.test(link));
		expect(files.filter((file) => !existsSync(join(ROOT, dirname(document), file)))).toEqual([]);
	});
});

/** `**Preview**: ...` names an operation; so does `Get, Get Many (...), **Cancel** (...)`. */
function operationsIn(cell: string): string[] {
	const bold = [...cell.matchAll(/\*\*([^*]+)\*\*:/g)].map(([, name = '']) => name);
	if (bold.length > 0) return bold;
	const plain = cell.replace(/\([^)]*\)/g, '').replaceAll('**', '');
	return plain.split(',').map((name) => name.trim());
}

it('README is short', () => {
	expect(README.split(/\s+/).length).toBeLessThan(MOST_WORDS);
});

describe('the nodes in docs/nodes.md', () => {
	const nodes = read('docs/nodes.md').split(/^## /m);
	const sectionOf = (name: string): string => nodes.find((text) => text.startsWith(`${name}\n`)) ?? '';

	it('are those of the package, each with what it can do', () => {
		const shown = nodes.slice(1).map((section) => section.split('\n')[0]);
		expect(shown.sort()).toEqual(
			[AmazonListings, AmazonOrders, AmazonReports, AmazonTrigger]
				.map((node) => new node().description.displayName ?? '')
				.sort(),
		);
		expect(shown).toHaveLength(manifest.n8n.nodes.length);
	});

	it.each([
		{ name: 'Amazon Listings', resources: LISTINGS },
		{ name: 'Amazon Orders', resources: ORDERS },
		{ name: 'Amazon Reports', resources: REPORTS },
	])('$name has these resources and operations and no others', ({ name, resources }) => {
		const written = tableRows(sectionOf(name), 'resource').flatMap(([names = '', operations = '']) =>
			names
				.split(',')
				.flatMap((resource) =>
					operationsIn(operations).map((operation) => `${resource.trim()}: ${operation}`),
				),
		);
		const real = resources.flatMap(({ name: resource, operations }) =>
			operations.map((operation) => `${resource}: ${operation.name}`),
		);
		expect(written.sort()).toEqual(real.sort());
	});

	it('Amazon Trigger has these events and no others', () => {
		const events = new AmazonTrigger().description.properties.find(({ name }) => name === 'event')?.options;
		const written = [...sectionOf('Amazon Trigger').matchAll(/\*\*([^*]+)\*\*:/g)].map(([, name]) => name);
		expect(written.sort()).toEqual(events?.map(({ name }) => name).sort());
	});
});

describe('the figures', () => {
	const limits = read('docs/limits.md');
	const { maxMessages, maxBytes, window } = JSON_LISTINGS_FEED;
	const { searchOrders, getOrder, confirmShipment, patchListingsItem } = LIMITS;

	it.each([
		`${window.count} listings feeds in ${window.windowMs / 60_000} minutes with ${maxMessages.toLocaleString('en')} items or ${maxBytes / 1024 ** 2} MiB each`,
		`Send Now: ${patchListingsItem.ratePerSecond} items a second`,
		`Confirm: ${confirmShipment.ratePerSecond} packages a second`,
		`${getOrder.burst} at once, then one in ${getOrder.ratePerSecond === 0.5 ? 'two seconds' : '?'}`,
	])('are those of the tables: %s', (words) => {
		expect(limits).toContain(words);
	});

	it('are those of the tables: pages of orders in an hour', () => {
		expect(read('docs/nodes.md')).toContain(
			`${Math.round(searchOrders.ratePerSecond * 3600)} pages of 100 orders an hour`,
		);
	});

	it('name the oldest Node that works', () => {
		expect(README).toContain(`Node ${manifest.engines.node.replace('>=', '')} or later`);
	});
});

describe('what is said of npm start', () => {
	it('shows the command that npm run test:start runs', () => {
		expect(startCommand()).toBe('npm ci && npm start');
	});

	it("names settings of n8n's that npm start makes", () => {
		const folder = mkdtempSync(join(tmpdir(), 'amazon-seller-readme-'));
		const nowhere = { folder, nodePath: process.execPath, n8nScript: '' };
		const env = n8nEnvironment(nowhere, folder);
		rmSync(folder, { recursive: true });
		const named = [...read('docs/nodes.md').matchAll(/\b(N8N_[A-Z_]+)=(\w+)/g)].map(
			([, name = '', value]) => [name, value],
		);
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter(([name = '', value]) => env[name] !== value)).toEqual([]);
	});
});

describe('the description in package.json', () => {
	it.each([
		['prices', 'AmazonListings'],
		['stock', 'AmazonListings'],
		['orders', 'AmazonOrders'],
		['reports', 'AmazonReports'],
	])('speaks of %s if %s is there, and only then', (subject, node) => {
		const isThere = manifest.n8n.nodes.some((path) => path.includes(`/${node}/`));
		expect(manifest.description.includes(subject)).toBe(isThere);
	});
});
