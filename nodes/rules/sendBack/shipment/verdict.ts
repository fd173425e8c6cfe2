import type { Hold } from '../../verdict/verdict';
import type { OrderReason } from '../verdict';

/** Why a package is not confirmed. The words are part of the output and never change after release. */
export type ShipmentReason =
	| OrderReason
	| 'order-cancelled'
	| 'no-tracking-number'
	| 'tracking-number-unreadable'
	| 'no-carrier'
	| 'ship-date-unreadable'
	| 'ship-date-in-future'
	| 'ship-date-before-purchase'
	| 'package-reference-unreadable'
	| 'repeated-package'
	| 'nothing-left-to-ship';

export type ShipmentHold = Hold<ShipmentReason>;
