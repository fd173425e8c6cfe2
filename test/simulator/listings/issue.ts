/** What a finding is about; each kind has a code and a category of Amazon's. */
export type FindingKind = keyof typeof FINDINGS;

/** A reason why a submission is not accepted; Amazon's `Issue` and the report's `issues[]` derive from it. */
export interface Finding {
	kind: FindingKind;
	code: string;
	message: string;
	category: string;
	/** Top-level attribute, where one is to blame. */
	attribute?: string;
}

/**
 * Codes as sellers know them from Amazon's feeds and listings (public error lists and issue trackers); Amazon has no
 * machine-readable list, so the messages are in its manner, not to the letter.
 */
const FINDINGS = {
	unknownSku: ['13013', 'INVALID_ATTRIBUTE'],
	missing: ['90220', 'MISSING_ATTRIBUTE'],
	tooFewValues: ['99022', 'INVALID_ATTRIBUTE'],
	tooManyValues: ['99016', 'INVALID_ATTRIBUTE'],
	belowMinimum: ['90114', 'INVALID_ATTRIBUTE'],
	aboveMaximum: ['90113', 'INVALID_ATTRIBUTE'],
	notAllowed: ['90244', 'INVALID_ATTRIBUTE'],
	unknownProductType: ['4000003', 'INVALID_ATTRIBUTE'],
	unknownAttribute: ['90000900', 'INVALID_ATTRIBUTE'],
	priceBounds: ['18155', 'INVALID_PRICE'],
	salePrice: ['14016', 'INVALID_PRICE'],
	badMessage: ['4002008', 'INVALID_ATTRIBUTE'],
} as const;

export function finding(kind: FindingKind, message: string, attribute?: string): Finding {
	const [code, category] = FINDINGS[kind];
	return { kind, code, category, message, ...(attribute === undefined ? {} : { attribute }) };
}

/**
 * Faults of meaning, not of form: Amazon takes the change without a word, does not carry it out, and says so in the
 * listing's issues later ("it just means that Amazon has received the message": selling-partner-api-models, issue 4801).
 */
export function isSemantic({ kind }: Finding): boolean {
	return kind === 'priceBounds' || kind === 'salePrice';
}

/** A value in quotation marks, for a message. */
export function quoted(value: unknown): string {
	return `'${typeof value === 'string' ? value : JSON.stringify(value)}'`;
}

/** Amazon's `Issue` of the Listings Items API. */
export function toIssue(found: Finding): Record<string, unknown> {
	const action = found.kind === 'unknownAttribute' ? 'ATTRIBUTE_SUPPRESSED' : 'LISTING_SUPPRESSED';
	return {
		code: found.code,
		message: found.message,
		severity: 'ERROR',
		...(found.attribute === undefined ? {} : { attributeNames: [found.attribute] }),
		categories: [found.category],
		enforcements: { actions: [{ action }], exemption: { status: 'NOT_EXEMPT' } },
	};
}
