import type { Hold } from '../../verdict/verdict';
import type { OrderReason } from '../verdict';

/** Why an order is not cancelled. The words are part of the output and never change after release. */
export type CancellationReason = OrderReason | 'already-shipped' | 'nothing-left-to-cancel';

export type CancellationHold = Hold<CancellationReason>;
