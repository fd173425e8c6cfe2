import { isObject, isTextList } from '../json';
import { invalidInput, Refusal, unauthorized } from '../reply';
import { knownType, type KnownType } from '../reports/reportTypes';
import { parseJsonBody } from '../requestBody';
import { hasOneOf } from '../roles';
import type { SellerCall } from '../route';

/** What a report and a schedule are asked for with. */
export interface ReportWish {
	type: KnownType;
	marketplaceIds: string[];
	options: Record<string, string>;
	/** The other fields as they came. */
	fields: Record<string, unknown>;
}

/** As Amazon refuses what does not have the shape of its model (github.com/jlevers/selling-partner-api, issue 263). */
export function wrongShape(details: string): Refusal {
	return new Refusal(400, 'InvalidInput', 'Could not match input arguments', details);
}

function readOptions(options: unknown): Record<string, string> {
	if (options === undefined) return {};
	if (!isObject(options) || !isTextList(Object.values(options)))
		throw wrongShape("'reportOptions' must be an object of texts.");
	return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, String(value)]));
}

/** A type that Amazon has. Throws 400. */
function readType(reportType: unknown): KnownType {
	if (typeof reportType !== 'string') throw wrongShape("'reportType' is required.");
	const type = knownType(reportType);
	if (type === undefined || type.isRemoved) throw invalidInput(`'${reportType}' is not a report type.`);
	return type;
}

/** The common part of both bodies, none but the allowed fields in it. Throws 400, or 403 without the type's role. */
export function readWish({ body, seller }: SellerCall, allowed: readonly string[]): ReportWish {
	const { reportType, marketplaceIds, reportOptions, ...fields } = parseJsonBody(body);
	const unknown = Object.keys(fields).find((name) => !allowed.includes(name));
	if (unknown !== undefined) throw wrongShape(`'${unknown}' is unknown.`);
	const type = readType(reportType);
	if (!isTextList(marketplaceIds)) throw wrongShape("'marketplaceIds' must be a list of ids.");
	if (marketplaceIds.length < 1 || marketplaceIds.length > 25)
		throw invalidInput("'marketplaceIds' must have 1 to 25 values.");
	const foreign = marketplaceIds.find((id) => !seller.marketplaceIds.includes(id));
	if (foreign !== undefined)
		throw invalidInput(`The seller does not participate in marketplace '${foreign}'.`);
	const options = readOptions(reportOptions);
	if (type.made !== undefined && !hasOneOf(seller, type.made.roles)) throw unauthorized('');
	return { type, marketplaceIds, options, fields };
}

/** Milliseconds since 1970 of a time in a body. Throws 400. */
export function readTime(name: string, value: unknown): number | undefined {
	if (value === undefined) return undefined;
	if (typeof value !== 'string') throw wrongShape(`'${name}' must be a text.`);
	const atMs = Date.parse(value);
	if (!/^\d{4}-\d{2}-\d{2}/.test(value) || Number.isNaN(atMs))
		throw wrongShape(`'${name}' is not an ISO 8601 date and time.`);
	return atMs;
}
