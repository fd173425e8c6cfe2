import { jsonOf, toItems, type Item } from '../n8n';

/** A row of "Refunds to Amazon". */
export interface RefundRow {
	id: number;
	refund?: string;
	amazonOrderId: string;
	status: string;
	amount?: string;
	currency?: string;
	refundReason?: string;
	/** What is to be given back, and what Amazon was sent, as JSON. */
	items?: string;
	refunded?: string;
}

interface Part {
	itemId?: string;
	sku?: string;
	shipping?: string;
}

/** What becomes of the rows that were taken; `found` are all rows of their orders, which may be there twice. */
export function fatesOfRefunds(found: RefundRow[], taken: Set<number>) {
	const known = [...new Map(found.map((row) => [row.id, row])).values()];
	const ours = known.filter(({ id }) => taken.has(id)).sort((one, other) => one.id - other.id);
	return ours.map((row) => {
		const { id, refund, amazonOrderId } = row;
		const others = known.filter((other) => other.amazonOrderId === amazonOrderId && other.id !== id);
		return { id, refund, amazonOrderId, ...fateOf(row, others, taken) };
	});
}

function fateOf(row: RefundRow, others: RefundRow[], taken: Set<number>) {
	if (others.some((other) => !taken.has(other.id) && other.status === 'sending')) {
		return back('waiting', '', 'Another run is at work on this order; this one goes with the next');
	}
	const same = others.filter((other) => other.refund === row.refund && row.refund);
	const isCopy = same.some((other) => (taken.has(other.id) ? other.id < row.id : other.status !== 'waiting'));
	if (isCopy) return { fate: 'copy' };
	const isSent = ({ status }: RefundRow) => ['submitted', 'accepted', 'unclear'].includes(status);
	try {
		return toSend(
			row,
			others.filter((other) => !taken.has(other.id) && isSent(other)),
		);
	} catch (error) {
		const problem = 'The columns items and refunded cannot be read (' + (error as Error).message + ')';
		return back('held', 'not-readable', problem + '. Put them right and set status to waiting');
	}
}

/** What may have been given back counts as given back until a person says otherwise. */
function toSend({ amount, currency, refundReason, items }: RefundRow, earlier: RefundRow[]) {
	const unknown = earlier.find(({ refunded }) => partsOf(refunded).length === 0);
	if (unknown !== undefined) {
		const problem = 'Nobody knows what refund ' + unknown.refund + ' of this order gave back';
		const advice = '. Look at the order in Seller Central and give back the rest there';
		return back('held', 'earlier-refund-unknown', problem + advice);
	}
	const parts = partsOf(items);
	const lines = parts.filter(({ itemId, sku }) => itemId ?? sku);
	const { shipping } = parts.find((part) => part.shipping !== undefined && !(part.itemId ?? part.sku)) ?? {};
	const refunded = earlier.flatMap((other) => partsOf(other.refunded));
	const wanted = { shipping, items: lines.length > 0 ? lines : undefined };
	return { fate: 'send', amount, currency, refundReason, refunded, ...wanted };
}

function back(status: string, reason: string, message: string) {
	return { fate: 'back', status, reason, message };
}

/** Throws when the column holds anything but a list of parts. */
function partsOf(column: string | undefined): Part[] {
	const list: unknown = JSON.parse(column || '[]');
	const isPart = (part: unknown) => typeof part === 'object' && part !== null;
	if (!Array.isArray(list) || !list.every(isPart)) throw new Error('no list of lines');
	return list;
}

/**
 * What becomes of each row that this run has taken: it is sent, with what Amazon was sent for the order before; it goes
 * back, to wait or to be looked at; or it goes, since another row stands for the same refund.
 */
export default (): Item[] => {
	const taken = new Set(jsonOf($('Take Them').all<RefundRow>()).map(({ id }) => id));
	return toItems(fatesOfRefunds(jsonOf($input.all<RefundRow>()), taken));
};
