import type { IDataObject } from 'n8n-workflow';

import type { Judgement } from '../sendBack/judge';
import { answerColumns } from '../sendBack/rows';
import { CARRIER_ALIASES, CARRIER_CODES } from '../../amazon/tables/carriers';
import type { Context } from '../../n8n/operation';
import { toText } from '../../n8n/params';
import {
	createCarrierFinder,
	type FindCarrier,
	type FoundCarrier,
} from '../../rules/sendBack/shipment/carrier';
import {
	decideShipment,
	type ShipmentChange,
	type ShipmentConfig,
} from '../../rules/sendBack/shipment/decide';

const FACTS = ['carrier', 'carrierCode', 'trackingNumber', 'shipDate', 'packageReference', 'items'];

let finder: FindCarrier | undefined;

/** Made of hundreds of names when the first shipment asks for one, not when n8n starts. */
function findCarrier(name: string): FoundCarrier {
	finder ??= createCarrierFinder(CARRIER_CODES, CARRIER_ALIASES);
	return finder(name);
}

/** The rule for packages as the form has it; packages of one order share what is left of it. */
export function shipmentJudgement(
	context: Context,
	isLookedUp: boolean,
	ids: readonly string[] = [],
): Judgement<ShipmentChange> {
	const decide = decideShipment(readConfig(context), findCarrier);
	return {
		columns: answerColumns(context, FACTS, ids),
		isLookedUp,
		decide: (input, order, run) => decide(input, order, context.clock.now(), run),
		factsOf,
	};
}

function readConfig({ params }: Context): ShipmentConfig {
	const paths = params.group('shipmentFields', 0);
	const options = params.group('options', 0);
	const path = (name: string) => toText(paths[name]).trim();
	return {
		fields: {
			amazonOrderId: params.text('orderIdField', 0),
			trackingNumber: params.text('trackingField', 0),
			carrier: params.text('carrierField', 0),
			service: path('service'),
			shipDate: path('shipDate'),
			packageReference: path('packageReference'),
			items: path('items'),
		},
		lineFields: { itemId: path('itemId'), sku: path('sku'), quantity: path('quantity') },
		trackingRequired: options.trackingRequired !== false,
		defaultCarrier: toText(options.defaultCarrier).trim(),
	};
}

function factsOf(change: ShipmentChange): IDataObject {
	return {
		carrier: change.carrierName ?? change.carrierCode,
		carrierCode: change.carrierCode,
		trackingNumber: change.trackingNumber,
		shipDate: change.shipDate,
		packageReference: change.packageReference,
		items: change.lines?.map((line) => ({ ...line })),
	};
}
