import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SELLERS } from '../../simulator';
import { storeSecrets } from '../../stores';
import type { Step } from '../scene';

/** What an access token and a signed document address begin with. */
const MARKS = ['Atza|', 'X-Amz-Signature'];

/** Runs last: by then n8n has saved every execution and written its log. */
export const noSecretsKept: Step = {
	name: "no secret or token is in n8n's database, log or saved executions",
	async run({ n8n, simulator, say }) {
		const secrets = [
			...MARKS,
			...DEFAULT_SELLERS.flatMap(({ clientSecret, refreshToken }) => [clientSecret, refreshToken]),
			...storeSecrets(),
		];
		const files = filesBelow(n8n.userFolder).filter((file) =>
			/database\.sqlite|\.log$|binaryData|storage/.test(file),
		);
		assert.ok(
			files.some((file) => file.includes('database.sqlite')),
			'n8n keeps its database elsewhere',
		);
		const found = files.flatMap((file) => {
			const content = readFileSync(file);
			return secrets.filter((secret) => content.includes(secret)).map((secret) => `${secret} in ${file}`);
		});
		say(`searched ${files.length} files for ${secrets.length} secrets`);
		assert.deepEqual(found, []);
		assert.ok(
			simulator.calls().some(({ operation }) => operation === 'getAccessToken'),
			'nobody ever logged in',
		);
	},
};

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.name === 'node_modules') return [];
		return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
	});
}
