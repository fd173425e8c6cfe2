/**
 * A simulated Amazon on this machine: as unkind as the real one where that is known, and not kinder without a source
 * beside the kindness. `guide.ts` says what is simulated, what is not, and which unkindness is on by itself;
 * `npm run simulator -- --help` prints it. What happens at random, or seldom, is a fault with a name (`faults.ts`,
 * `USUAL_MISHAPS`) or an option of the seed (`seed.ts`).
 */
export { ManualClock, systemClock, type SimClock } from './clock';
export {
	DEFAULT_SELLERS,
	demoOrders,
	orderStreams,
	type CatalogueSeed,
	type Seed,
	type SellerSeed,
} from './seed';
export { USUAL_MISHAPS } from './feeds/mishaps';
export { PRODUCT_TYPES, type ProductType } from './listings/productTypes';
export type { CallLogEntry } from './callLog';
export type { Fault, FaultEffect, FaultKind, FaultSpec } from './faults';
export { RATE_LIMITS, type RateLimit } from './limits';
export type { AmazonOrder, OrderStatus } from './orders/amazonOrder';
export type { LineSpec } from './orders/lineSpec';
export type { OrderChange } from './orders/changeOrder';
export type { OrderMix, OrderSeed } from './orders/generate';
export { ODD_KINDS, type OddKind } from './orders/generateOdd';
export type { OrderSpec } from './orders/addOrder';
export type { Refund, RefundPart } from './orders/refund';
export type { SimOrder } from './orders/simOrder';
export { startSimulator, type Simulator, type SimulatorOptions } from './server';
