import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExampleWorkflows } from './exampleWorkflows';
import { demoCredentials } from './credentials';
import { nextFirstNumber } from './openShop';
import { NOT_PUBLISHED } from './publishDemo';
import { OWNER } from './session';
import { scheduleZone } from './settings';
import { readWelcome, welcome } from './welcome';

const WORKFLOWS = readExampleWorkflows();

describe('what npm start prints', () => {
	const parts = {
		n8n: { url: 'http://127.0.0.1:5678' },
		simulator: { url: 'http://127.0.0.1:8098' },
		store: { url: 'http://127.0.0.1:8099' },
		workflows: WORKFLOWS,
		credentials: demoCredentials('http://127.0.0.1:8098', WORKFLOWS),
	};
	const lines = welcome(parts, '/home/somebody/demo-home');
	const text = lines.join('\n');

	it('says where everything is, and who may come in', () => {
		expect(readWelcome(text)).toEqual({
			...{ n8n: parts.n8n.url, simulator: parts.simulator.url, store: parts.store.url },
			...{ email: OWNER.email, password: OWNER.password },
		});
	});

	it('proposes five things to try', () => {
		expect(lines.filter((line) => /^ {2}[1-9]\. /.test(line))).toHaveLength(5);
	});

	it('says which zone schedules follow, and how to change it', () => {
		expect(text).toContain(`Schedules follow ${scheduleZone()};`);
		expect(text).toContain('GENERIC_TIMEZONE=');
	});

	it.each(WORKFLOWS.filter(({ id }) => NOT_PUBLISHED.includes(id)).map(({ name }) => name))(
		'names what is not published: %s',
		(name) => {
			const [, number = ''] = /^Amazon (\w+):/.exec(name) ?? [];
			const [, sentence = ''] = text.split('Not published');
			expect(sentence).toMatch(new RegExp(`\\b${number}\\b`));
		},
	);

	it('lacks no credential', () => {
		expect(text).not.toContain('Not given to the workflows');
	});
});

it('orders of a later start have other numbers: the tables still know the earlier ones', () => {
	const folder = mkdtempSync(join(tmpdir(), 'amazon-seller-starts-'));
	const numbers = [1, 2, 3].map(() => nextFirstNumber(folder));
	rmSync(folder, { recursive: true });
	expect(numbers).toEqual([5001, 15_001, 25_001]);
});
