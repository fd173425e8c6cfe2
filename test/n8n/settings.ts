import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf, type Installation } from './install';

/** Silent, private, and with poll cursors that are saved together with the execution they caused. */
const SETTINGS = {
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	// n8n's default engine starts an isolate for every execution: a busy store's webhooks wait in line for it.
	N8N_EXPRESSION_ENGINE: 'legacy',
	NO_COLOR: '1',
	NO_PROXY: '127.0.0.1,localhost',
	no_proxy: '127.0.0.1,localhost',
};

/** Where n8n's schedules live: where the person says, else where this machine is, which respects `TZ`. */
export function scheduleZone(env: NodeJS.ProcessEnv = process.env): string {
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	// What a machine without a usable zone calls its own; n8n would not start with it.
	const ofMachine = timeZone === 'Etc/Unknown' ? 'UTC' : timeZone;
	return env.GENERIC_TIMEZONE || ofMachine;
}

/** What the person's own shell may say to their own n8n must not reach this one. */
const FOREIGN = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_|npm_|NODE_OPTIONS$|NODE_PATH$)/i;

/** The environment of every n8n process on `userFolder`: server, worker and command line. */
export function n8nEnvironment(
	installation: Installation,
	userFolder: string,
	extra: Record<string, string> = {},
): NodeJS.ProcessEnv {
	const inherited = Object.entries(environmentOf(installation)).filter(([name]) => !FOREIGN.test(name));
	return {
		...Object.fromEntries(inherited),
		...SETTINGS,
		GENERIC_TIMEZONE: scheduleZone(),
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: encryptionKey(userFolder),
		...extra,
	};
}

function encryptionKey(userFolder: string): string {
	const file = join(userFolder, 'encryption.key');
	if (!existsSync(file)) {
		mkdirSync(userFolder, { recursive: true });
		writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
	}
	return readFileSync(file, 'utf8');
}
