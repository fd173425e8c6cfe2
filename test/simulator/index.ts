export { ManualClock, systemClock, type SimClock } from './clock';
export { DEFAULT_SELLERS, type CatalogueSeed, type Seed, type SellerSeed } from './seed';
export type { CallLogEntry } from './callLog';
export type { Fault, FaultEffect, FaultKind, FaultSpec } from './faults';
export { RATE_LIMITS, type RateLimit } from './limits';
export { startSimulator, type Simulator, type SimulatorOptions } from './server';
