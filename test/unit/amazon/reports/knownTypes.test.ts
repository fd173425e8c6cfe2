import { askForTypes } from '../../../../nodes/amazon/reports/knownTypes';
import { SpApiError } from '../../../../nodes/amazon/transport/errors';

const refusal = (message: string, status = 400) =>
	new SpApiError({ operation: 'getReportSchedules', status, message });

describe('a list of types of which Amazon refuses one', () => {
	it('is asked for again without that one, as often as needed', async () => {
		const asked: string[][] = [];
		const found = await askForTypes(['GET_A', 'GET_A_B', 'GET_C'], async (types) => {
			asked.push([...types]);
			const bad = types.find((type) => type !== 'GET_A_B');
			if (bad !== undefined) throw refusal(`'reportTypes' has an unknown type: ${bad}.`);
			return types;
		});
		expect(found).toEqual(['GET_A_B']);
		expect(asked).toEqual([['GET_A', 'GET_A_B', 'GET_C'], ['GET_A_B', 'GET_C'], ['GET_A_B']]);
	});

	it.each([
		['another refusal', ['GET_A', 'GET_B'], refusal('A marketplace is missing.')],
		['another status', ['GET_A', 'GET_B'], refusal('GET_A', 403)],
		['the only type', ['GET_A'], refusal('unknown type: GET_A')],
	])('stays refused: %s', async (_, types, error) => {
		await expect(askForTypes(types, () => Promise.reject(error))).rejects.toBe(error);
	});
});
