/** How Amazon refuses to confirm a package of an order that is shipped already (texts of Orders v0 answers). */
export const ALREADY_SHIPPED: readonly RegExp[] = [
	/order already fulfilled/i,
	/PackageToUpdateNotFound/,
	/already (been )?(shipped|fulfilled|confirmed)/i,
];

/** Stages of an order that the buyer picks up (Orders v0, `ShipmentStatus`), by name. */
export const PICKUP_STATUSES = [
	{ value: 'PickedUp', name: 'Picked Up' },
	{ value: 'ReadyForPickup', name: 'Ready for Pickup' },
	{ value: 'RefusedPickup', name: 'Refused' },
] as const;

export type PickupStatus = (typeof PICKUP_STATUSES)[number]['value'];
