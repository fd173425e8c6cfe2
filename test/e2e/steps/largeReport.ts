import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Execution } from '../../n8n/executions';
import type { Scene, Step } from '../scene';

const REPORT_TYPE = 'GET_MERCHANT_LISTINGS_ALL_DATA';
/** Rows of the simulator's listings take 200 to 300 bytes. */
const ROWS = 1_000_000;
const MOST_GROWTH_MIB = 300;
const MIB = 2 ** 20;

/** n8n itself, with everything that it does beside. */
export const largeReport: Step = {
	name: 'a report of 200 MB is downloaded, filtered and counted while n8n grows by less than 300 MiB',
	timeoutMs: 300_000,
	async run(scene) {
		const reportId = addLargeReport(scene);
		const before = residentMib(scene);
		const watch = watchMemory(scene);
		try {
			const counted = await readReport(scene, reportId, { give: 'count' });
			assert.equal(counted.rowsRead, ROWS);
			assert.ok(Number(counted.rows) > 0 && Number(counted.rows) < ROWS, `${String(counted.rows)} rows kept`);
		} finally {
			watch.stop();
		}
		const growth = watch.most() - before;
		scene.say(`${ROWS} rows counted; n8n grew from ${before} by at most ${growth} MiB`);
		assert.ok(growth < MOST_GROWTH_MIB, `n8n grew by ${growth} MiB`);
	},
};

function addLargeReport({ simulator }: Scene): string {
	const report = simulator.addReport({ reportType: REPORT_TYPE, document: { rows: ROWS } });
	assert.ok(report);
	return report.reportId;
}

async function readReport(
	{ api, credentials }: Scene,
	reportId: string,
	more: object,
): Promise<Record<string, unknown>> {
	const credential = credentials.find(({ type }) => type === 'amazonSpApi');
	assert.ok(credential);
	const id = await api.createWorkflow({
		name: 'A large report',
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				...{ id: 'read', name: 'Read', type: 'n8n-nodes-amazon-seller.amazonReports', typeVersion: 1 },
				position: [220, 0],
				parameters: {
					...{ resource: 'report', operation: 'download' },
					reportId: { __rl: true, mode: 'id', value: reportId },
					keepWhere: { condition: [{ column: 'quantity', is: 'between', from: '1', to: '50' }] },
					...more,
				},
				credentials: { amazonSpApi: { id: credential.id, name: credential.name } },
			},
		],
		connections: { Start: { main: [[{ node: 'Read', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	return firstItem(await api.run(id, 'Start', 240_000));
}

function firstItem(execution: Execution): Record<string, unknown> {
	assert.equal(execution.status, 'success');
	return execution.runs.Read?.[0]?.outputs[0]?.[0]?.json ?? {};
}

/** What n8n's process holds, as the system counts it. */
function residentMib({ n8n }: Scene): number {
	const status = readFileSync(`/proc/${n8n.pid}/status`, 'utf8');
	return Math.round((Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024) / MIB);
}

interface Watch {
	most(): number;
	stop(): void;
}

function watchMemory(scene: Scene): Watch {
	let most = residentMib(scene);
	let isOver = false;
	const look = async () => {
		while (!isOver) {
			most = Math.max(most, residentMib(scene));
			await sleep(100);
		}
	};
	void look();
	return { most: () => most, stop: () => void (isOver = true) };
}
