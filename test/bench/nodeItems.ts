import { priceList, RULES } from './priceList';
import { atMost, type Row } from './row';
import { runApart } from './apart';
import { startSimulator } from '../simulator';
import { createHarness } from '../workflows/harness';
import { baseNode, chain, ownNode, withCredential } from '../workflows/harness/sketch';

const COUNT = 10_000;
const ROUNDS = 7;

interface Figures {
	setMs: number;
	submitMs: number;
}

/** 10,000 items through Submit and through n8n's own Edit Fields node, in n8n-core. */
export async function measureNodeItems(): Promise<Row[]> {
	const { setMs, submitMs } = await runApart<Figures>(__filename, 'figures');
	const note = `Submit ${Math.round(submitMs)} ms with its upload, Edit Fields ${Math.round(setMs)} ms, the best of ${ROUNDS} each`;
	return [atMost("10,000 items through the node, against n8n's Edit Fields", submitMs / setMs, 2, 'x', note)];
}

/** Called in the other process. */
export async function figures(): Promise<Figures> {
	const simulator = await startSimulator({ limits: false });
	const data = { environment: 'mock', mockUrl: simulator.url, mockAccount: 'germany' };
	const harness = await createHarness({ credentials: { Amazon: { type: 'amazonSpApi', data } } });
	const items = priceList(COUNT);
	const edit = baseNode('Edit', 'set', 3.4, {
		assignments: { assignments: [{ id: '1', name: 'note', type: 'string', value: 'x' }] },
		includeOtherFields: true,
		options: {},
	});
	const submit = withCredential(
		ownNode('Submit', 'amazonListings', 1, { resource: 'offer', operation: 'submit', ...RULES, options: {} }),
		'amazonSpApi',
		'Amazon',
	);
	const workflow = chain(baseNode('Start', 'manualTrigger', 1, {}), edit, submit);
	const times = { setMs: Infinity, submitMs: Infinity };
	for (let round = 0; round < ROUNDS; round += 1) {
		const result = await harness.run(workflow, { startNode: 'Start', items });
		if (result.status !== 'success') throw new Error(result.error?.message ?? 'the workflow failed');
		times.setMs = Math.min(times.setMs, result.nodes.Edit?.[0]?.executionTimeMs ?? Infinity);
		times.submitMs = Math.min(times.submitMs, result.nodes.Submit?.[0]?.executionTimeMs ?? Infinity);
	}
	await harness.close();
	await simulator.stop();
	return times;
}
