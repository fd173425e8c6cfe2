import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { gunzipSync } from 'node:zlib';
import { startSimulator } from '../simulator';
import { describeWithModels, readModelJson } from './models';
import { problemsIn } from './swagger';

const SCHEMA = 'schemas/sellerSalesAndTrafficReport.json';

describeWithModels("the simulator's sales and traffic", [SCHEMA], () => {
	it.each([
		['day and parent', {}],
		['week and child', { dateGranularity: 'WEEK', asinGranularity: 'CHILD' }],
		['month and SKU', { dateGranularity: 'MONTH', asinGranularity: 'SKU' }],
	])("by %s are valid under Amazon's schema", async (_name, reportOptions) => {
		const simulator = await startSimulator({ limits: false });
		const marketplaceIds = ['A1PA6795UKMFR9'];
		const report = simulator.addReport({
			...{ reportType: 'GET_SALES_AND_TRAFFIC_REPORT', marketplaceIds, reportOptions },
		});
		const document = simulator.state.documents.find(report?.ended?.reportDocumentId ?? '');
		await simulator.stop();
		const text = gunzipSync(document?.content ?? Buffer.of()).toString('utf8');
		const validate = addFormats(new Ajv({ strict: false, allErrors: true })).compile(
			readModelJson<object>(SCHEMA),
		);
		expect(problemsIn(validate(JSON.parse(text)) ? [] : validate.errors)).toEqual([]);
	});
});
