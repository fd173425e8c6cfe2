/**
 * A simulated Amazon on this machine: as unkind as the real one where that is known, and not kinder without a source
 * beside the kindness. `guide.ts` says what is simulated, what is not, and which unkindness is on by itself;
 * `npm run simulator -- --help` prints it. What happens at random, or seldom, is a fault with a name (`faults.ts`,
 * `USUAL_MISHAPS`) or an option of the seed (`seed.ts`).
 */
export { ManualClock, type SimClock } from './clock';
export { DEFAULT_SELLERS, demoOrders, orderStreams, type Seed, type SellerSeed } from './seed';
export { USUAL_MISHAPS } from './feeds/mishaps';
export type { CallLogEntry } from './callLog';
export type { FaultSpec } from './faults';
export { RATE_LIMITS } from './limits';
export type { AmazonOrder } from './orders/amazonOrder';
export type { OrderMix } from './orders/generate';
export { ODD_KINDS, type OddKind } from './orders/generateOdd';
export type { OrderSpec } from './orders/addOrder';
export type { Refund } from './orders/refund';
export type { ReportSpec } from './reports/addReport';
export type { SimOrder } from './orders/simOrder';
export { startSimulator, type Simulator, type SimulatorOptions } from './server';
