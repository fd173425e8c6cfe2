import { SpApiError } from '../transport/errors';

/** Amazon's gateway takes some characters of a SKU for parts of the address, however they are encoded. */
const ODD = /[^A-Za-z0-9._ -]/;

/** Amazon refuses calls for this SKU; other SKUs of the account are none the worse for it. */
export class RefusedSkuError extends SpApiError {
	constructor({ message, ...facts }: SpApiError, sku: string) {
		super({ ...facts, message, happened: undefined, hint: hintFor(sku) });
		this.name = 'RefusedSkuError';
	}
}

function hintFor(sku: string): string {
	const odd = [...new Set(sku.match(new RegExp(ODD, 'gu')) ?? [])].map((letter) => `"${letter}"`).join(', ');
	return `Amazon refuses single calls for SKUs with some characters; "${sku}" has ${odd}. Change it with Submit, which names the SKU inside a file, or use another SKU. If SKUs without such characters are refused too, the application lacks the role Product Listing.`;
}

/** The error that speaks of the SKU where a missing role is the less likely reason; undefined for all others. */
export function refusedSku(error: unknown, sku: string): RefusedSkuError | undefined {
	const isIts = error instanceof SpApiError && error.status === 403 && ODD.test(sku);
	return isIts ? new RefusedSkuError(error, sku) : undefined;
}
