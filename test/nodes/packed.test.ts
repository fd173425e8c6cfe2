import { execFileSync } from 'node:child_process';
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { answers, offer, openStage, type Stage } from './stage';
import { packOnce, PROJECT_FOLDER } from '../n8n/package';
import { ownPackage, packageLoader } from '../workflows/harness/loaders';

/** What a user's n8n has: the published tarball, unpacked where nothing is beside it but `n8n-workflow`. */
let home: string;
let folder: string;
let stage: Stage;

beforeAll(async () => {
	home = mkdtempSync(join(tmpdir(), 'amazon-seller-packed-'));
	const modules = join(home, 'node_modules');
	folder = join(modules, ownPackage().name);
	mkdirSync(folder, { recursive: true });
	const workflowFolder = realpathSync(join(PROJECT_FOLDER, 'node_modules', 'n8n-workflow'));
	symlinkSync(workflowFolder, join(modules, 'n8n-workflow'));
	const { name, content } = await packOnce(PROJECT_FOLDER);
	writeFileSync(join(home, name), content);
	execFileSync('tar', ['-xzf', join(home, name), '-C', folder, '--strip-components=1']);
	stage = await openStage({}, { packageFolder: folder });
}, 300_000);
afterAll(async () => {
	await stage.close();
	rmSync(home, { recursive: true, force: true });
});

describe('the packed package', () => {
	it('gives n8n every node and the credential, without a package beside it', async () => {
		const { types } = await packageLoader(folder);
		expect(types.nodes).toHaveLength(ownPackage().n8n.nodes.length);
		expect(types.credentials.map(({ name }) => name)).toEqual(['amazonSpApi']);
	});

	it('sends prices that it has calculated, through the limiter that travels with it', async () => {
		const seller = stage.newSeller();
		const items = Array.from({ length: 12 }, (_, index) => ({
			sku: `T-${index + 1}`,
			price: '9.99',
			salePrice: 8,
			saleFrom: '2026-11-27',
			saleTo: '2099-11-30',
		}));
		const sent = answers(await stage.listings(seller, offer('sendNow', 'price'), items));
		expect(sent.map(({ status }) => status)).toEqual(items.map(() => 'accepted'));
		expect(stage.calls(seller)).toEqual(items.map(() => 'patchListingsItem'));
	});

	it('holds each foreign package once, with its license', () => {
		const dist = join(folder, 'dist');
		const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
			name.endsWith('.js'),
		);
		const { nodes, credentials } = ownPackage().n8n;
		const faces = [...nodes, ...credentials].map((path) => path.replace(/^dist\//, ''));
		expect(names.sort()).toEqual([...faces, 'package.js'].sort());
		const shared = readFileSync(join(dist, 'package.js'), 'utf8');
		const licenses = readFileSync(join(dist, 'LICENSES.txt'), 'utf8');
		for (const foreign of ['big.js', 'bottleneck', 'fast-xml-parser', 'luxon']) {
			expect(shared).toContain(`node_modules/${foreign}/`);
			expect(licenses).toContain(`==== ${foreign} `);
		}
	});
});
