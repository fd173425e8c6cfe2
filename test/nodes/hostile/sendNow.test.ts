import { Refused, useHostileAmazon, type HostileAmazon } from './hostileAmazon';
import { answers, offer, told } from '../stage';

const scene = useHostileAmazon();

const PATCH = 'PATCH /listings/2021-08-01/items/';
const accepted = { sku: 'A', status: 'ACCEPTED', submissionId: 's-1' };
const items = (...skus: string[]) => skus.map((sku) => ({ sku, quantity: 1 }));

/** Answers by SKU, and `accepted` for all others. */
function answerTo(bySku: Record<string, unknown>): void {
	const { sellerId } = seller.seed;
	const own = Object.entries(bySku).map(([sku, answer]) => [
		`${PATCH}${sellerId}/${encodeURIComponent(sku)}?`,
		answer,
	]);
	scene.amazon.answers = { ...(Object.fromEntries(own) as object), [PATCH]: accepted };
}

let seller: ReturnType<HostileAmazon['newSeller']>;
beforeEach(() => (seller = scene.amazon.newSeller()));
const send = async (...skus: string[]) =>
	await scene.stage.listings(seller, offer('sendNow', 'stock'), items(...skus));

describe('Send Now keeps every answer', () => {
	it.each(['A/1', 'A#1', 'Größe', '日本'])('when Amazon refuses the SKU %s', async (odd) => {
		answerTo({ [odd]: new Refused(403, 'Unauthorized') });
		const result = await send('A', 'B', odd, 'C', 'D', 'E');
		expect(told(result).trim()).toBe('');
		const statuses = answers(result).map(({ sku, status }) => [sku, status]);
		expect(statuses).toEqual([
			['A', 'accepted'],
			['B', 'accepted'],
			[odd, 'rejected'],
			['C', 'accepted'],
			['D', 'accepted'],
			['E', 'accepted'],
		]);
		expect(answers(result)[2]?.message).toMatch(
			/Access denied.*refuses single calls for SKUs with some characters.*Change it with Submit/,
		);
	});

	it.each<[string, unknown, string, string]>([
		['is refused in a way that others are not', new Refused(403, 'Unauthorized'), 'failed', 'not-sent'],
		['has an answer that says nothing', { sku: 'B' }, 'unclear', 'answer-lost'],
		['has the answer to a check', { sku: 'B', status: 'VALID', submissionId: '1' }, 'unclear', 'answer-lost'],
	])('when an item %s', async (_, answer, status, reason) => {
		answerTo({ B: answer });
		const result = await send('A', 'B');
		expect(told(result).trim()).toBe('');
		expect(answers(result)).toMatchObject([
			{ sku: 'A', status: 'accepted' },
			{ sku: 'B', status, reason },
		]);
	});

	it('when the only answer says nothing, since Amazon may have carried it out', async () => {
		answerTo({ A: {}, B: new Refused(403, 'Unauthorized') });
		const result = await send('A', 'B');
		expect(told(result).trim()).toBe('');
		expect(answers(result)).toMatchObject([{ status: 'unclear' }, { status: 'failed' }]);
	});

	it('and fails when the role is missing for all of them', async () => {
		scene.amazon.answers = { [PATCH]: new Refused(403, 'Unauthorized') };
		expect(told(await send('A', 'B'))).toMatch(/role is missing.*refused patchListingsItem/);
	});
});
