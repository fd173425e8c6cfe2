import type { INodeParameters } from 'n8n-workflow';

import { openStage, offer, answers, textOf, type Seller, type Stage } from './stage';
import type { RunResult, WorkflowJson } from '../workflows/harness';
import { baseNode, ownNode, withCredential } from '../workflows/harness/sketch';

let stage: Stage;
let seller: Seller;

beforeAll(async () => {
	stage = await openStage({ reportDelayMs: 0 });
});
beforeEach(() => {
	seller = stage.newSeller();
});
afterAll(async () => await stage.close());

const LISTINGS = 'GET_MERCHANT_LISTINGS_ALL_DATA';
const FROM_ITEM = (name: string) => ({ __rl: true, mode: 'id', value: `={{ $json.${name} }}` });
const DONE = 'Finished';

/** A step that waits, with its loop, and what comes behind it. */
function waitingFlow(node: 'amazonReports' | 'amazonListings', parameters: INodeParameters): WorkflowJson {
	const own = ownNode('Wait', node, 1, parameters);
	const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	return {
		nodes: [
			baseNode('Start', 'manualTrigger', 1),
			withCredential(own, 'amazonSpApi', seller.credential),
			baseNode(DONE, 'noOp', 1),
		],
		connections: {
			Start: { main: [to('Wait')] },
			Wait: { main: [to('Wait'), to(DONE)] },
		},
	};
}

const forReport = (more: INodeParameters = {}) =>
	waitingFlow('amazonReports', {
		...{ resource: 'report', operation: 'wait', reportId: FROM_ITEM('id'), waitHours: 12 },
		...more,
	});

const running = () => {
	const spec = { sellerId: seller.seed.sellerId, reportType: LISTINGS, status: 'IN_PROGRESS' } as const;
	const report = stage.amazon.addReport(spec);
	if (report === undefined) throw new Error('It is only prepared');
	return report;
};
const waitsMs = ({ waitTill }: RunResult) => (waitTill?.getTime() ?? 0) - Date.now();

describe('Wait Until Finished', () => {
	it('puts the run away while Amazon makes a report, and goes on when it has ended', async () => {
		const report = running();
		const workflow = forReport();
		const first = await stage.harness.run(workflow, { items: [{ id: report.reportId }] });
		expect(waitsMs(first)).toBeGreaterThan(60_000);
		expect(waitsMs(first)).toBeLessThan(300_001);
		expect(first.json(DONE)).toEqual([]);
		const still = await stage.harness.resume(workflow, first);
		expect(waitsMs(still)).toBeGreaterThan(60_000);
		report.ended = { status: 'CANCELLED', atMs: Date.now() };
		const last = await stage.harness.resume(workflow, still);
		expect(last.waitTill).toBeUndefined();
		expect(last.json(DONE)).toMatchObject([{ reportId: report.reportId, status: 'cancelled' }]);
	});

	it('does not wait for what has ended, and asks once for each report', async () => {
		const spec = { sellerId: seller.seed.sellerId, reportType: LISTINGS, document: { rows: 1 } };
		const id = stage.amazon.addReport(spec)?.reportId ?? '';
		const result = await stage.harness.run(forReport(), { items: [{ id }, { id }, { id }] });
		expect(result.waitTill).toBeUndefined();
		expect(result.json(DONE).map(({ status }) => status)).toEqual(['done', 'done', 'done']);
		expect(stage.calls(seller)).toEqual(['getReport']);
	});

	it('goes on after its time, with the status as it is', async () => {
		const { reportId } = running();
		const result = await stage.harness.run(forReport({ waitHours: 0 }), { items: [{ id: reportId }] });
		expect(result.waitTill).toBeUndefined();
		expect(result.json(DONE)).toMatchObject([{ reportId, status: 'running' }]);
	});

	it('says which report Amazon does not know', async () => {
		const result = await stage.harness.run(forReport(), { items: [{ id: '999' }] });
		expect(result.error?.message).toMatch(/does not know this report .*\[item 0\]/);
	});

	it('keeps the items of a feed, so that Get Result takes them', async () => {
		const [sent] = answers(
			await stage.listings(seller, offer('submit', 'stock'), [{ sku: 'T-1', quantity: 1 }]),
		);
		stage.amazon.state.settle();
		const parameters = { resource: 'feed', operation: 'wait', feedId: FROM_ITEM('feedId'), waitHours: 12 };
		const result = await stage.harness.run(waitingFlow('amazonListings', parameters), {
			items: [sent ?? {}],
		});
		expect(result.json(DONE)).toMatchObject([
			{ sku: 'T-1', feedId: textOf(sent?.feedId), messageId: sent?.messageId, processingStatus: 'DONE' },
		]);
	});
});
