import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkflowNode } from '../n8n/api';
import { NOT_PUBLISHED } from '../n8n/publishDemo';
import { tableRows } from '../readme';

const FOLDER = join(__dirname, '..', '..', 'workflows-examples');
const README = readFileSync(join(FOLDER, 'README.md'), 'utf8');
const ROWS = tableRows(README, 'File').map(([file = '', name = '', startsBy = '']) => ({
	file: file.replaceAll('`', ''),
	name,
	startsBy,
}));

interface Workflow {
	id: string;
	name: string;
	nodes: WorkflowNode[];
}

function read(file: string): Workflow {
	return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Workflow;
}

const isType = (type: string) => (node: WorkflowNode) => node.type === `n8n-nodes-base.${type}`;
const isSchedule = (words: RegExp) => (node: WorkflowNode) =>
	isType('scheduleTrigger')(node) && words.test(JSON.stringify(node.parameters.rule));
const isEvent = (event: string) => (node: WorkflowNode) =>
	node.type === 'n8n-nodes-amazon-seller.amazonTrigger' && (node.parameters.event ?? 'newOrder') === event;

/** What "Starts by" says, and the trigger that must be there for it. */
const STARTS: Array<[words: RegExp, trigger: (node: WorkflowNode) => boolean]> = [
	[/\bhand\b/, isType('manualTrigger')],
	[/webhook/, isType('webhook')],
	[/every 5 minutes/, isSchedule(/"minutesInterval":5\b/)],
	[/every 15 minutes/, isSchedule(/"minutesInterval":15\b/)],
	[/every hour|once an hour/, isSchedule(/"field":"hours"/)],
	[/every (morning|night)/, isSchedule(/"field":"days"/)],
	[/finished a feed/, isEvent('feedFinished')],
	[/finished (a|its) (report|settlement)|made a settlement/, isEvent('reportFinished')],
	[/new order at Amazon/, isEvent('newOrder')],
	[/cancellation at Amazon/, isEvent('orderCancelled')],
];

/** "the same" means the row above. */
function startsBy(index: number): string {
	const text = ROWS[index]?.startsBy ?? '';
	return text === 'the same' ? startsBy(index - 1) : text;
}

describe('the table of example workflows', () => {
	it('names every file and no other', () => {
		const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
		expect(ROWS.map(({ file }) => file).sort()).toEqual(files.sort());
	});

	it.each(ROWS.map((row, index) => [row.file, row.name, startsBy(index)] as const))(
		'%s: its name is "%s", and it starts by %s',
		(file, name, starts) => {
			const workflow = read(file);
			expect(workflow.name).toBe(name);
			const promised = STARTS.filter(([words]) => words.test(starts));
			expect(promised.length).toBeGreaterThan(0);
			const missing = promised.filter(([, trigger]) => !workflow.nodes.some(trigger));
			expect(missing.map(([words]) => words.source)).toEqual([]);
		},
	);
});

describe('what else is promised of them', () => {
	const workflows = readdirSync(FOLDER)
		.filter((name) => name.endsWith('.json'))
		.map(read);

	it("names the step for one's own messages as it is named", () => {
		const step = /_(Connect [^_]+)_/.exec(README)?.[1] ?? '';
		expect(workflows.some(({ nodes }) => nodes.some(({ name }) => name === step))).toBe(true);
	});

	it('names those that npm start does not publish', () => {
		const names = workflows.filter(({ id }) => NOT_PUBLISHED.includes(id)).map(({ name }) => name);
		const numbers = names.map((name) => name.split(':')[0]?.replace('Amazon ', '') ?? '').sort();
		expect(README).toContain(`publishes all but ${numbers.map((number) => `**${number}**`).join(', ')}`);
	});
});
