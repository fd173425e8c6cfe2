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
