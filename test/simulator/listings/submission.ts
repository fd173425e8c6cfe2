import { isObjectList } from '../json';
import {
	patched,
	type AttributePatch,
	type Attributes,
	type AttributeValue,
	type PatchOp,
} from './attributes';
import type { Catalogue } from './catalogue';
import type { WantedPatch } from './checkPatch';
import type { Finding } from './issue';
import { judge, toldOf } from './judge';
import { asinOf, type Listing } from './listing';
import type { ProductType } from './productTypes';
import { toPatches } from './wantedPatches';

/** A wanted change of one SKU, from a feed message or from a call. */
export interface Submission {
	sku: string;
	operation: 'UPDATE' | 'PARTIAL_UPDATE' | 'PATCH' | 'DELETE';
	productType: string;
	requirements: string;
	/** Of UPDATE and PARTIAL_UPDATE. */
	attributes: Record<string, unknown>;
	/** Of PATCH. */
	patches: { op: PatchOp; path: string; value?: unknown }[];
	/** Marketplaces of the feed or the call; the first is the default. */
	marketplaceIds: readonly string[];
}

/** What a change to a SKU that the seller does not have meets; see `Seed.unknownSku`. */
export type UnknownSku = 'ignore' | 'incomplete' | 'reject';

/** What a change that is wrong in its meaning meets; see `Seed.semanticFault`. */
export type SemanticFault = 'issue' | 'reject';

export interface SubmissionRules {
	unknownSku: UnknownSku;
	semanticFault: SemanticFault;
	productTypes: readonly ProductType[];
	/** Whatever is wrong is answered as a success that changes nothing. */
	liesOfSuccess: boolean;
	/** Judge only. */
	preview: boolean;
	nowMs: number;
}

function remaining(attributes: Attributes, marketplaceIds: readonly string[]): Attributes {
	const isGone = (value: AttributeValue) => marketplaceIds.some((id) => id === value['marketplace_id']);
	const entries = Object.entries(attributes).map(
		([name, values]) => [name, values.filter((value) => !isGone(value))] as const,
	);
	return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}

function remove(
	catalogue: Catalogue,
	listing: Listing,
	marketplaceIds: readonly string[],
	nowMs: number,
): void {
	const attributes = remaining(listing.attributes, marketplaceIds);
	const lives = Object.values(attributes).some((values) => values.some((value) => 'marketplace_id' in value));
	if (lives) catalogue.store({ ...listing, attributes, updatedAtMs: nowMs });
	else catalogue.remove(listing.sku);
}

/** After `checkPatch` has found the values to be a list of objects, or absent. */
function toAttributePatch({ op, attribute, values }: WantedPatch): AttributePatch {
	return isObjectList(values) ? { op, attribute, values } : { op, attribute };
}

function apply(
	catalogue: Catalogue,
	submission: Submission,
	known: Listing | undefined,
	nowMs: number,
): void {
	const before: Listing = known ?? {
		sku: submission.sku,
		asin: asinOf(submission.sku),
		productType: submission.productType,
		attributes: {},
		createdAtMs: nowMs,
		updatedAtMs: nowMs,
	};
	// UPDATE brings the full set, for the marketplaces it is about.
	const start =
		submission.operation === 'UPDATE'
			? remaining(before.attributes, submission.marketplaceIds)
			: before.attributes;
	const patches = toPatches(submission);
	const attributes = patches.map(toAttributePatch).reduce(patched, start);
	const issues = before.issues?.filter(
		(found) => !patches.some(({ attribute }) => attribute === found.attribute),
	);
	const productType = submission.productType === 'PRODUCT' ? before.productType : submission.productType;
	catalogue.store({ ...before, attributes, productType, updatedAtMs: nowMs, issues });
}

/** Judges a change and, when nothing is wrong and it is no preview, carries it out. Answers with what Amazon says. */
export function submit(catalogue: Catalogue, submission: Submission, rules: SubmissionRules): Finding[] {
	const known = catalogue.find(submission.sku);
	const findings = judge(submission, known, rules);
	const told = toldOf(findings, rules);
	if (told.length > 0 || rules.preview) return told;
	if (findings.length > 0) {
		if (known !== undefined && !rules.liesOfSuccess) catalogue.store({ ...known, issues: findings });
		return [];
	}
	carryOut(catalogue, submission, known, rules);
	return [];
}

function carryOut(
	catalogue: Catalogue,
	submission: Submission,
	known: Listing | undefined,
	{ unknownSku, nowMs }: SubmissionRules,
): void {
	const isChange = submission.operation !== 'UPDATE' && submission.operation !== 'DELETE';
	if (isChange && known === undefined && unknownSku === 'ignore') return;
	if (submission.operation !== 'DELETE') apply(catalogue, submission, known, nowMs);
	else if (known !== undefined) remove(catalogue, known, submission.marketplaceIds, nowMs);
}
