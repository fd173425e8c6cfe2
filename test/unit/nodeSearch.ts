import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What n8n's node creator looks at when somebody types. */
export interface SearchedNode {
	displayName: string;
	group: string[];
	codex: { alias?: string[] };
}

/** In a real n8n, whose order the model must have: a name counts for more the shorter it is, whatever its node is. */
export const FOUND_BY_AMAZON = ['Amazon Orders', 'Amazon Reports', 'Amazon', 'Amazon Listings'];

const WEIGHTS = { displayName: 1.3, alias: 1 };

/** One of our nodes, as n8n gives it to its node creator. */
export function searchedNode(
	name: string,
	description: { displayName?: string; group: string[] },
): SearchedNode {
	const file = join(__dirname, '..', '..', 'nodes', name, `${name}.node.json`);
	const codex = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SearchedNode['codex']) : {};
	return { displayName: description.displayName ?? '', group: description.group, codex };
}

/** What the list shows: of a trigger with several events the word is left out, though it is found by it. */
function shownName({ displayName, group }: SearchedNode): string {
	return group.includes('trigger') ? displayName.replace(' Trigger', '') : displayName;
}

/**
 * What n8n's node creator finds, the best first: a model of n8n 2.40, `packages/frontend/@n8n/utils/src/search`
 * (`sublimeSearch`, with the weights above) and `features/shared/nodeCreator/nodeCreator.utils.ts` (`searchNodes`). n8n
 * gives up on the best way to lay the letters of long names after a few tries; here it is always found.
 */
export function searchNodes(typed: string, nodes: readonly SearchedNode[]): string[] {
	const wanted = withoutTrigger(typed).toLowerCase();
	return nodes
		.map((node) => ({ node, score: scoreOf(wanted, node) }))
		.filter(({ score }) => score > -Infinity)
		.sort((one, other) => other.score - one.score)
		.map(({ node }) => shownName(node));
}

/** "amazon tri" is taken for "amazon": everybody types "trigger" there. */
function withoutTrigger(typed: string): string {
	const words = typed.split(' ').filter((word) => word !== '');
	const last = words.at(-1)?.toLowerCase() ?? '';
	return words.length > 1 && 'trigger'.startsWith(last) ? words.slice(0, -1).join(' ') : typed;
}

function scoreOf(wanted: string, { displayName, codex }: SearchedNode): number {
	const scores = (codex.alias ?? []).map((alias) => WEIGHTS.alias * fit(wanted, alias));
	return Math.max(WEIGHTS.displayName * fit(wanted, displayName), ...scores);
}

/** How well the letters of `wanted` lie in `text`, in their order; -Infinity when they do not. */
function fit(wanted: string, text: string): number {
	const missing = 2.5 * (text.length - wanted.length);
	const best = bestWay(wanted, text, 0, -1);
	return 100 - missing + best;
}

/** The best sum for the letters from `letter` on, the one before lying at `previous`. */
function bestWay(wanted: string, text: string, letter: number, previous: number): number {
	if (letter === wanted.length) return 0;
	let best = -Infinity;
	for (let place = previous + 1; place < text.length; place++) {
		if (text[place]?.toLowerCase() !== wanted[letter]) continue;
		const late = letter === 0 ? -Math.min(200, 20 * place) : 0;
		const next = letter > 0 && place === previous + 1 ? 60 : 0;
		best = Math.max(best, late + next + placeScore(text, place) + bestWay(wanted, text, letter + 1, place));
	}
	return best;
}

function placeScore(text: string, place: number): number {
	const before = text[place - 1];
	if (before === undefined) return 15;
	const isHump = before !== before.toUpperCase() && text[place] !== text[place]?.toLowerCase();
	return (isHump ? 30 : 0) + (before === ' ' || before === '_' ? 38 : 0);
}
