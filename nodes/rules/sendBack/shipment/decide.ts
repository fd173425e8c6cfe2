import { isAbsent, type ReadAttribute } from '../../item/attribute';
import { parseMoment, toIso, type Moment } from '../../item/moment';
import { MAX_CARRIER_TEXT, OTHER_CARRIER, type FindCarrier } from './carrier';
import type { MarketplaceOrder } from '../../order/marketplaceOrder';
import { compileFields, singleLine, optionalText } from '../fields';
import { compileLines } from '../lines';
import { heldForAmazon, heldUntilPaid, readOrderId } from '../order';
import { SHIPMENT_FIELDS, type ShipmentChange, type ShipmentConfig, type ShipmentField } from './config';
import { readShipDate } from './date';
import type { EarlierPackages } from './earlier';
import { NOTHING_EARLIER, type EarlierInRun } from '../../verdict/runLedger';
import { contentsOf, uncheckedContents, type Contents } from './lines';
import { readPackageReference, readTrackingNumber } from './package';
import { Hold, Done, type Item, type TraceStep } from '../../verdict/verdict';
import { decided } from '../../verdict/decision';
import type { SendBackVerdict } from '../verdict';
import type { ShipmentHold, ShipmentReason } from './verdict';

export * from './config';

/**
 * Decides one package.
 * @param order the Amazon order; undefined when nobody looked it up: then the row is taken at its word
 * @param run what earlier packages of the same run took, by order id
 */
export type DecideShipment = (
	item: Item,
	order: MarketplaceOrder | undefined,
	now: Moment,
	run?: EarlierInRun<EarlierPackages>,
) => SendBackVerdict<ShipmentChange, ShipmentReason>;

type Fields = Record<ShipmentField, ReadAttribute>;
type Parcel = Pick<ShipmentChange, 'amazonOrderId' | 'packageReference' | 'trackingNumber'> & Contents;
type Carriage = Pick<ShipmentChange, 'carrierCode' | 'carrierName' | 'shippingMethod'>;

/**
 * Compiles the rule for shipments.
 * @returns a pure function that never throws
 * @throws ConfigError naming the field
 */
export function decideShipment(config: ShipmentConfig, findCarrier: FindCarrier): DecideShipment {
	const fields = compileFields(SHIPMENT_FIELDS, config.fields, 'fields');
	const readParcel = compileParcel(config, fields);
	const readCarriage = compileCarriage(config, fields, findCarrier);
	return (item, order, now, run = NOTHING_EARLIER) =>
		decided((trace) => {
			const parcel = readParcel({ item, order, run }, trace);
			if (parcel instanceof Done || isFinal(parcel)) return parcel;
			const isUntracked = config.trackingRequired && isAbsent(fields.trackingNumber(item));
			const untracked = isUntracked ? noTracking(parcel) : undefined;
			const carriage = readCarriage(item, trace);
			const purchased = parseMoment(order?.purchasedAt, 'start');
			const shipDate = readShipDate(fields.shipDate(item), { now, purchased }, trace);
			if (parcel instanceof Hold) return parcel.and(untracked, carriage, shipDate);
			if (untracked !== undefined) return untracked.and(carriage, shipDate);
			if (carriage instanceof Hold) return carriage.and(shipDate);
			return shipDate instanceof Hold ? shipDate : { ...parcel, ...carriage, shipDate: toIso(shipDate) };
		});
}

interface Row {
	item: Item;
	order: MarketplaceOrder | undefined;
	run: EarlierInRun<EarlierPackages>;
}

type ReadParcel = (row: Row, trace: TraceStep[]) => Parcel | ShipmentHold | Done;

/** Which order, which package, what is in it. */
function compileParcel(config: ShipmentConfig, fields: Fields): ReadParcel {
	const readLines = compileLines(fields.items, config.lineFields);
	return ({ item, order, run }, trace) => {
		const amazonOrderId = readOrderId(fields.amazonOrderId(item), order, trace);
		if (amazonOrderId instanceof Hold) return amazonOrderId;
		const held = order && heldByOrder(order);
		if (held) return held;
		const trackingNumber = readTrackingNumber(fields.trackingNumber(item));
		const named = readLines(item);
		if (trackingNumber instanceof Hold) return trackingNumber.and(named);
		if (named instanceof Hold) return named;
		const row = { trackingNumber, named, shipDate: fields.shipDate(item) };
		const reference = readPackageReference(fields.packageReference(item), row);
		if (reference instanceof Hold) return reference;
		const packageReference = reference.reference;
		const earlier = run.of(amazonOrderId);
		if (earlier.some((sent) => sent.packageReference === packageReference))
			return repeated(amazonOrderId, packageReference);
		const contents = order
			? contentsOf({ order, named, reference, earlier }, trace)
			: uncheckedContents(amazonOrderId, { named, earlier }, trace);
		if (contents instanceof Hold || contents instanceof Done) return contents;
		const tracking = trackingNumber === undefined ? {} : { trackingNumber };
		return { amazonOrderId, packageReference, ...tracking, ...contents };
	};
}

/** Where the order itself forbids a shipment, nothing else of the row matters. */
function isFinal(decision: Parcel | ShipmentHold): decision is ShipmentHold {
	return decision instanceof Hold && FORBIDDEN.includes(decision.reason);
}

const FORBIDDEN: readonly ShipmentReason[] = ['order-cancelled', 'amazon-ships-it', 'order-not-paid'];

function heldByOrder(order: MarketplaceOrder): ShipmentHold | undefined {
	if (order.status === 'CANCELLED') {
		const advice = 'do not ship it, and take it back if it is on its way';
		return new Hold('order-cancelled', `Order ${order.orderId} is cancelled; ${advice}`);
	}
	return heldForAmazon(order, 'there is nothing to confirm') ?? heldUntilPaid(order);
}

/** Who carries the package, and how: a service the row names wins over what stands in the carrier's name. */
function compileCarriage({ defaultCarrier }: ShipmentConfig, fields: Fields, findCarrier: FindCarrier) {
	const fallback = optionalText(defaultCarrier);
	return (item: Item, trace: TraceStep[]): Carriage | ShipmentHold => {
		const given = optionalText(fields.carrier(item));
		const carrier = given ?? fallback;
		if (carrier === undefined) return noCarrier();
		const { code, name, known, method } = findCarrier(carrier);
		const service = singleLine(optionalText(fields.service(item)) ?? method ?? '', MAX_CARRIER_TEXT);
		const note = known ? {} : { note: `not among Amazon's carriers, sent by name: ${name}` };
		trace.push({ step: 'carrier', before: given ?? `none: ${carrier}`, after: code, ...note });
		return {
			carrierCode: code,
			...(code === OTHER_CARRIER ? { carrierName: name } : {}),
			...(service === '' ? {} : { shippingMethod: service }),
		};
	};
}

function noTracking(parcel: Parcel | ShipmentHold): ShipmentHold {
	const whose = parcel instanceof Hold ? '' : ` of order ${parcel.amazonOrderId}`;
	return new Hold(
		'no-tracking-number',
		`The shipment${whose} has no tracking number; add it in the store, or turn "Tracking Number Required" off`,
	);
}

function noCarrier(): ShipmentHold {
	return new Hold(
		'no-carrier',
		'The shipment names no carrier, and Amazon asks for one; add it in the store, or set "Default Carrier"',
	);
}

function repeated(orderId: string, reference: string): ShipmentHold {
	return new Hold(
		'repeated-package',
		`Package ${reference} of order ${orderId} is in this run already; if it is another one, give each a package reference of its own`,
	);
}
