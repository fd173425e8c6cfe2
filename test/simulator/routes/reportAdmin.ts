import { notFound, type Reply } from '../reply';
import { addReport, type ReportSpec } from '../reports/addReport';
import { toReport } from '../reports/report';
import { parseJsonBody } from '../requestBody';
import { refuseErrors, type Admin, type AdminRoute } from './adminRoute';

const SHOWN = 100;

function checkSeller({ state }: Admin, sellerId: string): void {
	if (!state.seed.sellers.some((seller) => seller.sellerId === sellerId))
		throw notFound(`No seller ${sellerId}.`);
}

function listReports(admin: Admin, { sellerId = '' }: Record<string, string>): Reply {
	checkSeller(admin, sellerId);
	const reports = admin.state.reports.list(sellerId);
	const nowMs = admin.state.nowMs();
	const shown = reports.slice(0, SHOWN).map((report) => toReport(report, nowMs));
	return { status: 200, json: { total: reports.length, reports: shown } };
}

/** The fields are those of `addReport`; bytes are written in base64. */
function postReport(admin: Admin, { sellerId = '' }: Record<string, string>, body: Buffer): Reply {
	checkSeller(admin, sellerId);
	const { state } = admin;
	// What is wrong with the fields is thrown where they are used.
	const spec = parseJsonBody(body) as unknown as ReportSpec;
	const report = refuseErrors(() => addReport(state, { ...spec, sellerId }));
	return { status: 201, json: { report: report === undefined ? null : toReport(report, state.nowMs()) } };
}

/** Reports for somebody who is looking at a workflow, and documents that no generator would make. */
export const REPORT_ADMIN_ROUTES: readonly AdminRoute[] = [
	{ method: 'GET', path: '/simulator/sellers/{sellerId}/reports', handle: listReports },
	{ method: 'POST', path: '/simulator/sellers/{sellerId}/reports', handle: postReport },
];
