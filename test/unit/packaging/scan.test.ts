import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../../..');

let folder: string;

beforeEach(() => {
	folder = realpathSync(mkdtempSync(join(tmpdir(), 'amazon-seller-probe-')));
	mkdirSync(join(folder, 'nodes'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run scan -- FOLDER`, without npm. */
function scan(source: string): { status: number | null; lines: string[] } {
	writeFileSync(join(folder, 'nodes', 'probe.ts'), source);
	const script = join(PROJECT, 'test', 'packaging', 'scan.ts');
	const args = ['-r', '@swc-node/register', script, folder];
	const { status, stdout } = spawnSync(process.execPath, args, { cwd: PROJECT, encoding: 'utf8' });
	return { status, lines: stdout.trim().split('\n') };
}

describe("n8n's scanner", () => {
	it('fails for what n8n would refuse, a disabling comment or not', () => {
		const { status, lines } = scan(
			"// eslint-disable-next-line\nimport { readFileSync } from 'node:fs';\nexport const later = setTimeout(readFileSync, 1);\n",
		);
		expect(status).toBe(1);
		expect(lines).toEqual([
			expect.stringMatching(
				/^nodes\/probe\.ts:2:1 .*node:fs.* @n8n\/community-nodes\/no-restricted-imports$/,
			),
			expect.stringMatching(
				/^nodes\/probe\.ts:3:22 .*setTimeout.* @n8n\/community-nodes\/no-restricted-globals$/,
			),
			'2 findings',
		]);
	});

	it('passes what n8n would take', () => {
		expect(scan("import { sleep } from 'n8n-workflow';\nexport const wait = sleep;\n")).toEqual({
			status: 0,
			lines: ['0 findings'],
		});
	});
});
