import assert from 'node:assert/strict';
import { killWhileOrdersArrive } from '../orderKills';
import type { Step } from '../scene';

const KILLS = 10;
const ORDERS_PER_KILL = 25;

/** n8n's own way to keep a trigger's place without these settings. */
const DEFAULT_MODE = {
	N8N_SCHEDULER_ENABLED: 'false',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'false',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'false',
};

export const ordersSurviveKills: Step[] = [
	{ mode: 'with durable cursors', env: {} },
	{ mode: "in n8n's default mode", env: DEFAULT_MODE },
].map(({ mode, env }) => ({
	name: `n8n is killed ${KILLS} times while orders arrive, ${mode}: each order is in the store once, to the cent`,
	timeoutMs: 900_000,
	async run({ say }) {
		const result = await killWhileOrdersArrive({ env, kills: KILLS, ordersPerKill: ORDERS_PER_KILL, say });
		say(`${result.orders} orders, ${result.withoutCatchUp} of them in the store before Catch Up`);
		assert.deepEqual(result.wrong, []);
	},
}));
