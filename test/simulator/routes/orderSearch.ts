import { effectOf } from '../faults';
import { isObject } from '../json';
import { FULFILLERS, ORDER_STATUSES } from '../orders/amazonOrder';
import type { Cursor, OrderQuery } from '../orders/orders';
import { parsePageToken, toPageToken } from '../page';
import type { Query } from '../query';
import { invalidInput } from '../reply';
import type { SellerCall } from '../route';

const TIMES = ['createdAfter', 'createdBefore', 'lastUpdatedAfter', 'lastUpdatedBefore'] as const;
const FILTERS = [...TIMES, 'fulfillmentStatuses', 'marketplaceIds', 'fulfilledBy'] as const;
export const ORDER_SEARCH_QUERY = [...FILTERS, 'maxResultsPerPage', 'paginationToken', 'includedData'];

/** A "before" must lie so far back. */
const BEFORE_LAG_MS = 120_000;
const TOKEN_TTL_MS = 24 * 3600_000;
const MAX_PAGE = 100;
const MAX_MARKETPLACES = 50;

export interface OrderSearch {
	query: OrderQuery;
	/** Where the page begins, and where the page before it began. */
	cursor: Cursor;
	previous: Cursor;
	pageSize: number;
	/** The parameters that must be repeated with the token, as one text. */
	filters: string;
}

interface TokenContent extends Omit<OrderSearch, 'pageSize'> {
	issuedAtMs: number;
}

export function toOrderToken({ query, cursor, previous, filters, issuedAtMs }: TokenContent): string {
	return toPageToken({ beforeMs: query.beforeMs, cursor, previous, filters, issuedAtMs });
}

function readTimes(query: Query): Pick<OrderQuery, 'by' | 'afterMs'> & { beforeMs: number | undefined } {
	const created = query.time('createdAfter');
	const updated = query.time('lastUpdatedAfter');
	const createdBefore = query.time('createdBefore');
	const updatedBefore = query.time('lastUpdatedBefore');
	if ((created === undefined) === (updated === undefined)) {
		throw invalidInput("Exactly one of 'createdAfter' and 'lastUpdatedAfter' is required.");
	}
	if (created !== undefined && updatedBefore === undefined)
		return { by: 'creation', afterMs: created, beforeMs: createdBefore };
	if (updated !== undefined && createdBefore === undefined)
		return { by: 'update', afterMs: updated, beforeMs: updatedBefore };
	throw invalidInput(
		"'createdAfter' and 'createdBefore' exclude 'lastUpdatedAfter' and 'lastUpdatedBefore'.",
	);
}

function checkBefore(afterMs: number, beforeMs: number | undefined, nowMs: number): void {
	if (beforeMs === undefined) return;
	if (beforeMs < afterMs) throw invalidInput("The 'before' time must not be earlier than the 'after' time.");
	if (beforeMs > nowMs - BEFORE_LAG_MS)
		throw invalidInput("The 'before' time must be at least two minutes before the time of the request.");
}

function readMarketplaces({ query, seller }: SellerCall): string[] | undefined {
	const ids = query.list('marketplaceIds', { maxItems: MAX_MARKETPLACES });
	const foreign = ids?.find((id) => !seller.marketplaceIds.includes(id));
	if (foreign !== undefined) throw invalidInput(`Invalid 'marketplaceIds' provided: '${foreign}'.`);
	return ids;
}

/** The filters in one text, the same for the same search however its lists are written. */
function filtersOf({ seller, query }: SellerCall): string {
	return JSON.stringify([seller.sellerId, ...FILTERS.map((name) => query.list(name) ?? null)]);
}

function isCursor(value: unknown): value is Cursor {
	if (!isObject(value) || typeof value['moment'] !== 'number') return false;
	const { last } = value;
	return (
		last === undefined ||
		(isObject(last) && typeof last['atMs'] === 'number' && typeof last['orderId'] === 'string')
	);
}

/** Where a token says the search goes on. Throws 400 when it is expired, or of another search. */
function readToken(call: SellerCall, token: string, filters: string) {
	const content = parsePageToken(token, 'paginationToken');
	const { beforeMs, cursor, previous, issuedAtMs } = content;
	if (typeof beforeMs !== 'number' || !isCursor(cursor) || !isCursor(previous))
		throw invalidInput("'paginationToken' is not a token of this operation.");
	const isOld = Number(issuedAtMs) + TOKEN_TTL_MS <= call.state.amazonMs();
	if (isOld || effectOf(call.faults, 'expire-page-token') !== undefined)
		throw invalidInput("The 'paginationToken' has expired.");
	if (content['filters'] !== filters)
		throw invalidInput("The 'paginationToken' belongs to a request with other parameters.");
	return { beforeMs, cursor, previous };
}

/**
 * Reads a search. Throws 400.
 * @param begin where a search that begins now begins
 */
export function readOrderSearch(call: SellerCall, begin: Cursor): OrderSearch {
	const { query, state } = call;
	const { by, afterMs, beforeMs } = readTimes(query);
	const nowMs = state.amazonMs();
	const asked = {
		by,
		afterMs,
		statuses: query.list('fulfillmentStatuses', { allowed: ORDER_STATUSES }),
		marketplaceIds: readMarketplaces(call),
		fulfilledBy: query.list('fulfilledBy', { allowed: FULFILLERS }),
	};
	const pageSize = query.count('maxResultsPerPage', MAX_PAGE, MAX_PAGE);
	const filters = filtersOf(call);
	const token = query.text('paginationToken');
	if (token !== undefined) {
		const { beforeMs: before, ...place } = readToken(call, token, filters);
		return { query: { ...asked, beforeMs: before }, ...place, pageSize, filters };
	}
	checkBefore(afterMs, beforeMs, nowMs);
	const before = beforeMs ?? nowMs - state.settings.orderLagMs;
	return { query: { ...asked, beforeMs: before }, cursor: begin, previous: begin, pageSize, filters };
}
