import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

import { allChoices, allFields } from './formParts';
import { REASONS_PAGE, reasonsPage } from '../../docs/reasonsPage';
import { RESOURCES as LISTINGS } from '../../../nodes/AmazonListings/resources';
import { RESOURCES as ORDERS } from '../../../nodes/AmazonOrders/resources';
import { CHAPTERS } from '../../../nodes/n8n/reasons/chapters';
import { OFFER_FINDINGS, OFFER_REASONS } from '../../../nodes/n8n/reasons/offer';
import { SEND_BACK_REASONS } from '../../../nodes/n8n/reasons/sendBack';

const NODES = join(__dirname, '..', '..', '..', 'nodes');
/** They speak HTTP, the stores' own formats and those of Amazon's reports, or refuse before there is an answer. */
const WITHOUT_REASONS =
	/^(amazon\/(transport|reports|tables\/reports)|rules\/stores|n8n\/reasons)\/|^rules\/settlement\/columns\.ts$/;
/** Words of the same look that no answer carries. */
const OTHERS = ['already-confirmed', 'no-answer', 'not-allowed', 'on-hold', 'on-top', 'server-fault'];
const LOOK = /^[a-z]+(-[a-z]+)+$/;

const entries = CHAPTERS.flatMap(({ title, reasons }) =>
	Object.entries(reasons).map(([word, reason]) => ({ title, word, ...reason })),
);
const told = new Set(entries.map(({ word }) => word));

function sources(): string[] {
	const files = readdirSync(NODES, { recursive: true, encoding: 'utf8' });
	return files.map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.ts'));
}

function syntaxOf(file: string): ts.SourceFile {
	return ts.createSourceFile(file, readFileSync(join(NODES, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** Texts of a source file that look like reason words, without the names of imported modules. */
function wordsIn(node: ts.Node): string[] {
	if (ts.isImportDeclaration(node)) return [];
	const own = ts.isStringLiteral(node) && LOOK.test(node.text) ? [node.text] : [];
	return [...own, ...node.getChildren().flatMap(wordsIn)];
}

const given = sources()
	.filter((file) => !WITHOUT_REASONS.test(file))
	.flatMap((file) => wordsIn(syntaxOf(file)))
	.filter((word) => !OTHERS.includes(word));

describe('the table of reasons', () => {
	it('has every word that the code gives', () => {
		expect(given.length).toBeGreaterThan(100);
		expect([...new Set(given)].filter((word) => !told.has(word))).toEqual([]);
	});

	it('has no word that the code does not give', () => {
		const all = new Set([...given, 'unchanged', 'superseded', 'backordered', 'refused']);
		expect([...told].filter((word) => !all.has(word))).toEqual([]);
	});

	it.each([OFFER_REASONS, OFFER_FINDINGS, SEND_BACK_REASONS])(
		'has each word of a step in one chapter',
		(all) => {
			const words = new Set(Object.values(all));
			const places = CHAPTERS.flatMap(({ reasons }) => Object.values(reasons)).filter(
				(reason) => reason !== undefined && words.has(reason),
			);
			expect(places).toHaveLength(Object.keys(all).length);
		},
	);

	it.each(entries)('says in whole sentences what $word means and what to do', ({ meaning, remedy }) => {
		for (const text of [meaning, remedy]) expect(text).toMatch(/^[A-Z].*[^.]\.$/);
		expect((meaning ?? '').length).toBeLessThan(130);
		expect((remedy ?? '').length).toBeLessThan(190);
	});

	it('calls fields, choices and operations what the forms call them', () => {
		const operations = [...LISTINGS, ...ORDERS].flatMap(({ name, operations: all }) => [
			name,
			...all.map((operation) => operation.name),
		]);
		const fields = allFields().map(({ part }) => part.displayName);
		const names = [...operations, ...fields, ...allChoices().map(({ part }) => part.name)];
		const called = entries.flatMap(({ meaning, remedy }) =>
			[...`${meaning} ${remedy}`.matchAll(/_([^_]+)_/g)].map(([, name = '']) => name),
		);
		expect(called.length).toBeGreaterThan(40);
		expect([...new Set(called)].filter((name) => !names.includes(name))).toEqual([]);
	});

	it('is what docs/reasons.md shows', () => {
		expect(readFileSync(REASONS_PAGE, 'utf8')).toBe(reasonsPage());
	});

	it('is not loaded when n8n starts', () => {
		const importers = sources().filter((file) => !WITHOUT_REASONS.test(file));
		const loading = importers.filter((file) =>
			/from '[^']*\/reasons\/[^']*'/.test(readFileSync(join(NODES, file), 'utf8')),
		);
		expect(loading).toEqual([]);
	});
});
