import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BinaryDataService, InstanceSettings } from 'n8n-core';
import { setGlobalState } from 'n8n-workflow';

export type BinaryMode = 'filesystem' | 'default';

interface RunningEngine {
	binaryMode: BinaryMode;
	folder: string;
	users: number;
	/** Those of the process before n8n's: its SSH manager adds one and never takes it back. */
	exitListeners: ReadonlySet<unknown>;
	ready: Promise<void>;
}

let engine: RunningEngine | undefined;

/**
 * Starts n8n-core in this process with a folder of its own, or joins the one already started.
 * Give back with `releaseEngine`; the last one deletes the folder.
 */
export async function acquireEngine(binaryMode: BinaryMode): Promise<void> {
	engine ??= start(binaryMode);
	if (engine.binaryMode !== binaryMode) {
		throw new Error(`Binary data mode "${engine.binaryMode}" is in use: close that harness first`);
	}
	engine.users += 1;
	await engine.ready;
}

export function releaseEngine(): void {
	if (!engine) return;
	engine.users -= 1;
	if (engine.users > 0) return;
	rmSync(engine.folder, { recursive: true, force: true });
	Container.reset();
	for (const listener of process.listeners('exit')) {
		if (!engine.exitListeners.has(listener)) process.off('exit', listener);
	}
	engine = undefined;
}

function start(binaryMode: BinaryMode): RunningEngine {
	const folder = mkdtempSync(join(tmpdir(), 'amazon-seller-workflows-'));
	Object.assign(process.env, {
		N8N_USER_FOLDER: folder,
		N8N_ENCRYPTION_KEY: randomBytes(16).toString('hex'),
		N8N_LOG_LEVEL: 'silent',
		N8N_DEFAULT_BINARY_DATA_MODE: binaryMode,
	});
	const exitListeners = new Set(process.listeners('exit'));
	return { binaryMode, folder, users: 0, exitListeners, ready: initialise() };
}

async function initialise(): Promise<void> {
	Container.get(Logger);
	Container.get(InstanceSettings).markAsLeader();
	await Container.get(BinaryDataService).init();
	setGlobalState({ defaultTimezone: 'UTC' });
}
