import { startPostgres, type Postgres } from './postgres';
import type { Progress } from './progress';
import { startRedis } from './redis';

/** What n8n runs on. */
export interface Platform extends Postgres {
	/** Processes beside the main one that do its work; none when it does the work itself. */
	workers: number;
}

export interface PlatformKind {
	name: string;
	start(progress: Progress): Promise<Platform>;
}

/** One n8n process on PostgreSQL. */
export const ONE_PROCESS: PlatformKind = {
	name: 'one process on PostgreSQL',
	start: async (progress) => ({ ...(await startPostgres(progress)), workers: 0 }),
};

/** Queue mode: two workers do the work of a main process. */
export const TWO_WORKERS: PlatformKind = {
	name: 'two workers on PostgreSQL and Redis',
	async start(progress) {
		const postgres = await startPostgres(progress);
		const redis = await startRedis(progress);
		return {
			...postgres,
			workers: 2,
			env: { ...postgres.env, ...redis.env },
			async stop() {
				await Promise.all([postgres.stop(), redis.stop()]);
			},
		};
	},
};
