import type { ShipmentChange } from './config';

/** What earlier packages of the same run took: the rule reads it, whoever accepts its verdicts writes it. */
export interface ShippedInRun {
	/** Units of a line; may be negative when a correction took some out of their package. */
	units(orderId: string, itemId: string): number;
	hasPackage(orderId: string, reference: string): boolean;
	/** Whether a package took all lines without naming them. */
	isEverythingShipped(orderId: string): boolean;
}

export const NOTHING_SHIPPED: ShippedInRun = {
	units: () => 0,
	hasPackage: () => false,
	isEverythingShipped: () => false,
};

interface OrderEntry {
	everything: boolean;
	packages: Set<string>;
	units: Map<string, number>;
}

/** Several packages of one order in one run: the second can ship only what the first left. */
export class ShipmentLedger implements ShippedInRun {
	private readonly orders = new Map<string, OrderEntry>();

	units(orderId: string, itemId: string): number {
		return this.orders.get(orderId)?.units.get(itemId) ?? 0;
	}

	hasPackage(orderId: string, reference: string): boolean {
		return this.orders.get(orderId)?.packages.has(reference) ?? false;
	}

	isEverythingShipped(orderId: string): boolean {
		return this.orders.get(orderId)?.everything ?? false;
	}

	/** Books a package that will be sent. */
	add({ amazonOrderId, packageReference, lines, corrects = [] }: ShipmentChange): void {
		const entry = this.orders.get(amazonOrderId) ?? {
			everything: false,
			packages: new Set(),
			units: new Map(),
		};
		this.orders.set(amazonOrderId, entry);
		entry.packages.add(packageReference);
		if (lines === undefined) entry.everything = true;
		for (const { itemId, quantity } of lines ?? []) addUnits(entry.units, itemId, quantity);
		for (const { itemId, quantity } of corrects) addUnits(entry.units, itemId, -quantity);
	}
}

function addUnits(units: Map<string, number>, itemId: string, count: number): void {
	units.set(itemId, (units.get(itemId) ?? 0) + count);
}
