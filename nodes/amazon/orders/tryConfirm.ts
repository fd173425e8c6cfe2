import { confirmShipment, type Shipment } from './confirmShipment';
import { FieldError } from '../feeds/fieldText';
import type { Client } from '../transport/contract';
import { SpApiError, toError } from '../transport/errors';

/** Amazon has looked at the package and does not take it; everything else concerns all packages alike. */
const REFUSALS: readonly (number | undefined)[] = [400, 404];

/** What became of one package. */
export type Confirmation =
	| { kind: 'confirmed'; hadIt: boolean }
	/** A value that Amazon cannot take: nothing was sent. */
	| { kind: 'not-allowed'; message: string }
	| { kind: 'refused'; code: string; message: string };

/** Confirms a package; a refusal of this package is an answer. Rejects for what would stop every other one too. */
export async function tryConfirm(
	client: Client,
	shipment: Shipment,
	signal?: AbortSignal,
): Promise<Confirmation> {
	try {
		const result = await confirmShipment(client, shipment, signal);
		return { kind: 'confirmed', hadIt: result === 'already-confirmed' };
	} catch (error) {
		if (error instanceof FieldError) return { kind: 'not-allowed', message: error.message };
		if (!(error instanceof SpApiError) || !REFUSALS.includes(error.status)) throw toError(error);
		const request = error.requestId === undefined ? '' : ` (request id ${error.requestId})`;
		return { kind: 'refused', code: error.code ?? 'refused', message: `${error.message}${request}` };
	}
}
