import { isObject } from '../json';
import type { PatchOp } from '../listings/attributes';
import type { Submission } from '../listings/submission';

const MAX_MESSAGE_ID = 2 ** 31 - 1;
const OPS: readonly PatchOp[] = ['add', 'replace', 'merge', 'delete'];

export type ParsedMessage = { messageId: number } & Omit<Submission, 'marketplaceIds'>;

/** The patches of a message or a call, or in words what is wrong with them. */
export function parsePatches(value: unknown): Submission['patches'] | string {
	if (!Array.isArray(value) || value.length === 0) return "'patches' must have at least 1 entry";
	const patches: Submission['patches'] = [];
	for (const entry of value) {
		const op = isObject(entry) ? OPS.find((known) => known === entry['op']) : undefined;
		const path = isObject(entry) ? entry['path'] : undefined;
		if (op === undefined) return "'op' must be one of add, replace, merge, delete";
		if (typeof path !== 'string' || !/^\/attributes\/[^/]+$/.test(path)) {
			return "'path' must name a top-level attribute, as in /attributes/purchasable_offer";
		}
		patches.push({ op, path, value: isObject(entry) ? entry['value'] : undefined });
	}
	return patches;
}

const FIELDS = ['attributes', 'patches', 'productType', 'requirements'] as const;
/** Per operation: what must be there, and what may. The rest is refused. */
const SHAPES = {
	UPDATE: { must: ['productType', 'attributes'], may: ['requirements'] },
	PARTIAL_UPDATE: { must: ['productType', 'attributes'], may: [] },
	PATCH: { must: ['productType', 'patches'], may: [] },
	DELETE: { must: [], may: [] },
} as const satisfies Record<Submission['operation'], { must: readonly string[]; may: readonly string[] }>;

function isOperation(value: unknown): value is Submission['operation'] {
	return typeof value === 'string' && Object.hasOwn(SHAPES, value);
}

/** A field that is missing or out of place for the operation, in words. */
function shapeFault(
	message: Record<string, unknown>,
	operation: Submission['operation'],
): string | undefined {
	const must: readonly string[] = SHAPES[operation].must;
	const may: readonly string[] = SHAPES[operation].may;
	const missing = must.find((field) => message[field] === undefined);
	if (missing !== undefined) return `'${missing}' is required for ${operation}`;
	const extra = FIELDS.find(
		(field) => message[field] !== undefined && !must.includes(field) && !may.includes(field),
	);
	return extra === undefined ? undefined : `'${extra}' is not allowed for ${operation}`;
}

function parseBody(message: Record<string, unknown>, operation: Submission['operation'], sku: string) {
	const { productType = 'PRODUCT', requirements = 'LISTING', attributes = {}, patches } = message;
	if (typeof productType !== 'string' || productType === '') return "'productType' must be a text";
	if (typeof requirements !== 'string' || !/^LISTING(_PRODUCT_ONLY|_OFFER_ONLY)?$/.test(requirements)) {
		return "'requirements' must be LISTING, LISTING_PRODUCT_ONLY or LISTING_OFFER_ONLY";
	}
	if (!isObject(attributes)) return "'attributes' must be an object";
	if (message['attributes'] !== undefined && Object.keys(attributes).length === 0)
		return "'attributes' is empty";
	const parsed = operation === 'PATCH' ? parsePatches(patches) : [];
	if (typeof parsed === 'string') return parsed;
	return { sku, operation, productType, requirements, attributes, patches: parsed };
}

/** The message, or in words how it breaks the feed's schema. */
export function parseMessage(message: unknown): ParsedMessage | string {
	if (!isObject(message)) return 'a message must be an object';
	const { messageId, sku, operationType } = message;
	if (
		typeof messageId !== 'number' ||
		!Number.isInteger(messageId) ||
		messageId < 1 ||
		messageId > MAX_MESSAGE_ID
	) {
		return `'messageId' must be a whole number from 1 to ${MAX_MESSAGE_ID}`;
	}
	if (typeof sku !== 'string' || sku === '') return "'sku' must be a text";
	if (!isOperation(operationType)) return "'operationType' must be UPDATE, PARTIAL_UPDATE, PATCH or DELETE";
	const body = shapeFault(message, operationType) ?? parseBody(message, operationType, sku);
	return typeof body === 'string' ? body : { messageId, ...body };
}
