import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { installedProgram, versionedFolders, type Program } from './aptInstall';
import { runToEnd, startChild, type ChildOptions } from './children';
import { freePort } from './ports';
import { slowRows, WAIT_FOR_ROWS } from './postgresRows';
import type { Progress } from './progress';
import { serviceOf, untilReady, type Service } from './service';

const INITDB: Program = {
	name: 'initdb',
	debianPackage: 'postgresql',
	folders: () => versionedFolders('/usr/lib/postgresql', 'bin'),
};

const HOST = '127.0.0.1';
const USER = 'n8n';
/** The database that every cluster has. */
const DATABASE = 'postgres';

/** A PostgreSQL that n8n alone uses. */
export interface Postgres extends Service {
	/** Resolves while rows are being written into a Data Table, which nobody else sees yet. Rejects after a minute. */
	untilRowsAreWritten(): Promise<void>;
	/** Lets each row of every Data Table that is there take so long to write, as on a slow or busy disk. */
	slowDownRows(ms: number): Promise<void>;
}

/** An empty PostgreSQL of its own, in a temporary folder and on a free port. */
export async function startPostgres(progress: Progress): Promise<Postgres> {
	const initdb = await installedProgram(INITDB, progress);
	const folder = mkdtempSync(join(tmpdir(), 'amazon-seller-postgres-'));
	const password = randomBytes(16).toString('hex');
	const options = unprivileged({ cwd: folder, env: process.env, logFile: join(folder, 'postgres.log') });
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, password);
	for (const path of [folder, passwordFile]) own(path, options);

	const data = join(folder, 'data');
	const login = ['--username', USER, '--auth', 'scram-sha-256', '--pwfile', passwordFile];
	const layout = ['--encoding', 'UTF8', '--locale', 'C', '--no-sync'];
	await runToEnd(initdb, ['--pgdata', data, ...login, ...layout], options);

	const port = await freePort();
	const server = join(dirname(initdb), 'postgres');
	const settings = [`listen_addresses=${HOST}`, `port=${port}`, 'unix_socket_directories='];
	const child = startChild(server, ['-D', data, ...settings.flatMap((line) => ['-c', line])], options);
	const env = environment(port, password);
	// SIGINT is PostgreSQL's "fast" end: it does not wait for those who are still connected.
	const service = serviceOf(child, { folder, env, signal: 'SIGINT' });
	await untilReady(child, () => listens(port), { name: 'PostgreSQL', logFile: options.logFile });
	const run = async (command: string): Promise<void> => {
		const psql = join(dirname(initdb), 'psql');
		const address = ['--host', HOST, '--port', String(port), '--username', USER, '--dbname', DATABASE];
		const signedIn = { ...options, env: { ...options.env, PGPASSWORD: password } };
		await runToEnd(psql, [...address, '--command', command], signedIn);
	};
	return {
		...service,
		untilRowsAreWritten: () => run(WAIT_FOR_ROWS),
		slowDownRows: (ms) => run(slowRows(ms)),
	};
}

function environment(port: number, password: string): Service['env'] {
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: HOST,
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: DATABASE,
		DB_POSTGRESDB_USER: USER,
		DB_POSTGRESDB_PASSWORD: password,
	};
}

/** PostgreSQL refuses to run as root: the user that its package makes runs it then. */
function unprivileged(options: ChildOptions): ChildOptions {
	if (process.getuid?.() !== 0) return options;
	const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	return { ...options, uid: idOf('-u'), gid: idOf('-g') };
}

function own(path: string, { uid, gid }: ChildOptions): void {
	chmodSync(path, 0o700);
	if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** Whether someone takes connections there. */
export async function listens(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(port, HOST);
		socket.once('connect', () => resolve(true));
		socket.once('error', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});
}
