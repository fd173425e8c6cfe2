import assert from 'node:assert/strict';
import { killWhileOrdersArrive } from '../orderKills';
import type { Step } from '../scene';

const KILLS = 10;
const ORDERS_PER_KILL = 20;

/** How n8n keeps a trigger's place: as we recommend, and as it does by itself. */
const MODES: Array<{ mode: string; env: Record<string, string> }> = [
	{ mode: 'durable cursors', env: {} },
	{
		mode: "n8n's default",
		env: {
			N8N_SCHEDULER_ENABLED: 'false',
			N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'false',
			N8N_POLLER_DURABLE_CURSORS_ENABLED: 'false',
		},
	},
];

/** Both modes at once, each in an n8n of its own: most of the time is spent waiting for the next poll. */
export const ordersSurviveKills: Step = {
	name: `n8n is killed ${KILLS} times while orders arrive, with durable cursors and without: each is in the store once, to the cent`,
	timeoutMs: 1_500_000,
	async run({ say }) {
		const plan = { kills: KILLS, ordersPerKill: ORDERS_PER_KILL };
		const results = await Promise.all(
			MODES.map(async ({ mode, env }) => {
				const tell = (line: string) => say(`${mode}: ${line}`);
				const result = await killWhileOrdersArrive({ ...plan, env, say: tell });
				tell(`${result.orders} orders, ${result.withoutCatchUp} of them in the store before Catch Up`);
				return { mode, wrong: result.wrong };
			}),
		);
		assert.deepEqual(
			results,
			MODES.map(({ mode }) => ({ mode, wrong: [] })),
		);
	},
};
