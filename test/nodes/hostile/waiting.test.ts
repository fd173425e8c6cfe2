import type { INodeParameters } from 'n8n-workflow';

import { answers, told } from '../stage';
import { baseNode, chain, ownNode, withCredential } from '../../workflows/harness/sketch';
import type { RunResult } from '../../workflows/harness';
import { LISTINGS, second, STUMBLED, useReports } from './reportScene';

const scene = useReports();
afterEach(() => scene.stage.amazon.faults.clear());

type OnError = 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';

/** Wait Until Finished, whose first output leads back into it. */
function waiting(onError: OnError = 'stopWorkflow', parameters: INodeParameters = {}) {
	const reportId = { __rl: true, mode: 'id', value: '={{ $json.reportId }}' };
	const wanted = { resource: 'report', operation: 'wait', reportId, ...parameters };
	const node = { ...ownNode('Amazon', 'amazonReports', 1, wanted), onError };
	const workflow = chain(
		baseNode('Start', 'manualTrigger', 1),
		withCredential(node, 'amazonSpApi', scene.seller.credential),
	);
	workflow.connections.Amazon = { main: [[{ node: 'Amazon', type: 'main', index: 0 }]] };
	return workflow;
}

const start = async (workflow: ReturnType<typeof waiting>, ids: readonly string[]) =>
	watched(await scene.stage.harness.run(workflow, { items: ids.map((reportId) => ({ reportId })) }));
const resume = async (workflow: ReturnType<typeof waiting>, waited: RunResult) =>
	watched(await scene.stage.harness.resume(workflow, waited));

function watched(result: RunResult): RunResult {
	scene.stage.watch(result.raw, result.error);
	expect(told(result)).not.toMatch(STUMBLED);
	return result;
}

const done = () => scene.add({ reportType: LISTINGS, document: { rows: 1 } });
const queued = () => scene.add({ reportType: LISTINGS, status: 'IN_QUEUE' });
const secondsUntil = ({ waitTill }: RunResult) => ((waitTill?.getTime() ?? 0) - Date.now()) / 1_000;

describe('Wait Until Finished', () => {
	it('waits while one of several runs, and gives all of them at the end', async () => {
		const [ready, slow] = [done(), queued()];
		const workflow = waiting();
		const first = await start(workflow, [ready, slow, ready]);
		expect(first.status).toBe('waiting');
		expect(secondsUntil(first)).toBeGreaterThan(60);
		expect(secondsUntil(first)).toBeLessThan(301);
		expect(scene.calls('getReport')).toBe(2);
		await scene.stage.reports(scene.seller, {
			...{ resource: 'report', operation: 'cancel' },
			reportId: { __rl: true, mode: 'id', value: slow },
		});
		const last = await resume(workflow, first);
		expect(last.status).toBe('success');
		expect(second(last).map(({ reportId, status }) => [reportId, status])).toEqual([
			[ready, 'done'],
			[slow, 'cancelled'],
			[ready, 'done'],
		]);
	});

	it('says the status of what has not ended when the time is over', async () => {
		const workflow = waiting('stopWorkflow', { waitHours: 0 });
		const result = await start(workflow, [queued()]);
		expect(result.status).toBe('success');
		expect(second(result)).toMatchObject([{ status: 'queued' }]);
	});

	it.each<OnError>(['continueRegularOutput', 'continueErrorOutput'])(
		'never sends an error back into itself: %s',
		async (onError) => {
			const ready = done();
			const result = await start(waiting(onError), ['999', ready, '']);
			expect(result.status).toBe('success');
			expect(result.nodes.Amazon).toHaveLength(1);
			expect(answers(result)).toEqual([]);
			expect(JSON.stringify(second(result))).toContain(ready);
			const errors = [...second(result), ...result.json('Amazon', 2)].filter(
				({ error }) => error !== undefined,
			);
			expect(errors).toHaveLength(2);
		},
	);

	it('never sends an error back into itself when nothing can be done at all', async () => {
		const spoilt = scene.stage.newSeller({ refreshToken: '' });
		const workflow = waiting('continueRegularOutput');
		for (const node of workflow.nodes)
			if (node.name === 'Amazon') node.credentials = { amazonSpApi: { id: null, name: spoilt.credential } };
		const result = await start(workflow, ['1', '2']);
		expect(result.nodes.Amazon).toHaveLength(1);
		expect(second(result)).toHaveLength(2);
	});

	it('stops with the error of an unknown one, in words', async () => {
		const result = await start(waiting(), ['999', done()]);
		expect(result.status).toBe('error');
		expect(told(result)).toMatch(/does not know this report.*Compare the report ID/);
	});

	it('waits on while Amazon answers nothing of use', async () => {
		const ready = done();
		const workflow = waiting();
		const fault = { kind: 'status', status: 200, body: '{}', operation: 'getReport', times: null } as const;
		scene.stage.amazon.faults.add(fault);
		const first = await start(workflow, [ready]);
		expect(first.status).toBe('waiting');
		scene.stage.amazon.faults.clear();
		expect(second(await resume(workflow, first))).toMatchObject([{ status: 'done' }]);
	});
});
