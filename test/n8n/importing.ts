import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlainCredential, WorkflowJson } from './api';
import { runToEnd } from './children';
import type { Installation } from './install';
import { n8nEnvironment } from './settings';

export interface ImportContent {
	credentials: PlainCredential[];
	workflows: WorkflowJson[];
	/** Added to n8n's environment, e.g. where its database is. */
	env?: Record<string, string>;
}

/**
 * Puts credentials and workflows into the n8n of `userFolder` under the ids they carry, replacing what has those ids.
 * Best before n8n starts: a workflow that is imported again is no longer published.
 */
export async function importIntoN8n(
	installation: Installation,
	userFolder: string,
	content: ImportContent,
): Promise<void> {
	const commandLine = async (...args: string[]): Promise<void> =>
		await runToEnd(installation.nodePath, [installation.n8nScript, ...args], {
			cwd: userFolder,
			env: n8nEnvironment(installation, userFolder, content.env),
			logFile: join(userFolder, 'import.log'),
		});
	const folder = mkdtempSync(join(tmpdir(), 'amazon-seller-import-'));
	try {
		if (content.credentials.length > 0) {
			const file = join(folder, 'credentials.json');
			writeFileSync(file, JSON.stringify(content.credentials), { mode: 0o600 });
			await commandLine('import:credentials', `--input=${file}`);
		}
		if (content.workflows.length > 0) {
			const workflowsFolder = join(folder, 'workflows');
			mkdirSync(workflowsFolder);
			for (const workflow of content.workflows) {
				writeFileSync(join(workflowsFolder, `${workflow.id}.json`), JSON.stringify(workflow));
			}
			await commandLine('import:workflow', '--separate', `--input=${workflowsFolder}`);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
