import { reportId } from './fields';
import { cancelReport } from '../../amazon/reports/requestReport';
import type { EachOperation } from '../../n8n/operation';

export const cancel: EachOperation = {
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel report',
	description: 'Cancel a report that Amazon has not begun to make',
	builderHint: 'Takes the reportId that Request answered, and works only while the status is queued.',
	fields: [reportId],
	async each({ client, params, signal }, item) {
		const id = params.locator('reportId', item);
		await cancelReport(client, id, signal);
		return { json: { reportId: id, cancelled: true } };
	},
};
