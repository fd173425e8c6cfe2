import type { Orders } from '../../orders/orders';
import type { FeedMishaps } from '../mishaps';
import { documentFaults, general } from './documentFaults';
import { MessageFault, messageIdOf } from './message';
import type { OrderFeedType } from './orderFeedTypes';
import { childOf, childrenOf, parseXml, textOf, type XmlElement } from './xml';
import { toXmlReport, type MessageResult } from './xmlReport';

/** One feed on its way through. */
export interface OrderFeedJob {
	feedId: string;
	sellerId: string;
	orders: Orders;
	nowMs: number;
	mishaps: FeedMishaps;
}

export interface OrderFeedEnd {
	status: 'DONE' | 'FATAL';
	report: string;
}

function applyMessage(
	message: XmlElement,
	type: OrderFeedType,
	job: OrderFeedJob,
): MessageResult | undefined {
	const messageId = messageIdOf(message);
	const content = childOf(message, type.messageType);
	if (content === undefined) return undefined;
	try {
		type.apply({ ...job, messageId }, content);
		return undefined;
	} catch (error) {
		if (!(error instanceof MessageFault)) throw error;
		const orderId = textOf(content, 'AmazonOrderID');
		const about = orderId === undefined ? {} : { orderId };
		return { messageId, code: error.code, description: error.message, ...about };
	}
}

function refused(
	job: OrderFeedJob,
	status: OrderFeedEnd['status'],
	results: readonly MessageResult[],
): OrderFeedEnd {
	const withError = Math.max(1, results.filter(({ messageId }) => messageId !== '0').length);
	return { status, report: toXmlReport(job, { processed: 0, successful: 0, withError }, results) };
}

/** Ends a feed that is wrong before its document is looked at. */
export function refuseOrderFeed(job: OrderFeedJob, why: string): OrderFeedEnd {
	return refused(job, 'FATAL', [general('5000', why)]);
}

/** Reads a feed and carries its messages out one after the other. What is no XML ends FATAL. */
export function processOrderFeed(type: OrderFeedType, content: Buffer, job: OrderFeedJob): OrderFeedEnd {
	let root: XmlElement;
	try {
		root = parseXml(content);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return refused(job, 'FATAL', [general('5001', error.message)]);
	}
	const faults = documentFaults(root, type, job.sellerId);
	if (faults.length > 0) return refused(job, 'DONE', faults);
	const { omitted = 0, liesOfSuccess = false } = job.mishaps;
	const all = childrenOf(root, 'Message');
	const messages = all.slice(0, Math.max(0, all.length - omitted));
	const found = messages.flatMap((message) => applyMessage(message, type, job) ?? []);
	const results = liesOfSuccess ? [] : found;
	const withError = results.length;
	const summary = { processed: messages.length, successful: messages.length - withError, withError };
	return { status: 'DONE', report: toXmlReport(job, summary, results) };
}
