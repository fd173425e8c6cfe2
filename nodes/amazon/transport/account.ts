import type { RegionId } from '../tables/marketplaces';

/** Which Amazon answers: the real one, Amazon's static sandbox, or a simulator on this machine. */
export type Environment = 'live' | 'sandbox' | 'mock';

/** One seller account as the transport needs it; built from the credential. */
export interface Account {
	environment: Environment;
	/** Base address of the simulator, e.g. `http://127.0.0.1:8098`; only in Mock mode. */
	mockUrl?: string;
	region: RegionId;
	/** Amazon marketplace ids, all of `region`. */
	marketplaceIds: string[];
	sellerId: string;
	clientId: string;
	clientSecret: string;
	refreshToken: string;
}
