import { MARKETPLACES, type RegionId } from './marketplaces';

/** The port that the simulator of this project's repository listens on unless it is told otherwise. */
export const SIMULATOR_PORT = 8098;

/** Where Mock mode looks for a simulated Amazon unless the credential says otherwise. */
export const SIMULATOR_URL = `http://127.0.0.1:${SIMULATOR_PORT}`;

/** A made-up seller of every fresh simulator. Its keys are no secrets: no Amazon but a simulated one knows them. */
export interface SimulatedSeller {
	region: RegionId;
	storeName: string;
	marketplaceIds: string[];
	sellerId: string;
	clientId: string;
	clientSecret: string;
	refreshToken: string;
}

export const SIMULATED_SELLERS: readonly SimulatedSeller[] = [
	simulatedSeller('eu', 'Simulated Store Europe', ['UK', 'DE', 'FR', 'IT', 'ES']),
	simulatedSeller('na', 'Simulated Store America', ['US', 'CA', 'MX']),
	simulatedSeller('fe', 'Simulated Store Far East', ['JP', 'AU', 'SG']),
];

/** One of them with the marketplaces that a credential uses, as the credential offers it. */
export interface SimulatedAccount {
	/** Stored in credentials. */
	id: string;
	name: string;
	seller: SimulatedSeller;
	marketplaceIds: string[];
}

/** The first is the default: with a single marketplace, nothing has to be chosen anywhere. */
export const SIMULATED_ACCOUNTS: readonly SimulatedAccount[] = [
	{ id: 'germany', name: 'Germany', ...partOf('eu', ['DE']) },
	{ id: 'eu', name: 'Europe: Germany, France, Italy, Spain, United Kingdom', ...partOf('eu') },
	{ id: 'na', name: 'America: Canada, Mexico, United States', ...partOf('na') },
	{ id: 'fe', name: 'Far East: Australia, Japan, Singapore', ...partOf('fe') },
];

function simulatedSeller(region: RegionId, storeName: string, countries: string[]): SimulatedSeller {
	return {
		region,
		storeName,
		marketplaceIds: idsOf(countries),
		sellerId: `ASIMULATOR${region.toUpperCase()}1`,
		clientId: `amzn1.application-oa2-client.simulator-${region}`,
		clientSecret: `simulator-secret-${region}`,
		refreshToken: `Atzr|simulator-${region}`,
	};
}

function idsOf(countries: readonly string[]): string[] {
	return MARKETPLACES.filter(({ country }) => countries.includes(country)).map(({ id }) => id);
}

function partOf(
	region: RegionId,
	countries?: readonly string[],
): Pick<SimulatedAccount, 'seller' | 'marketplaceIds'> {
	const seller = SIMULATED_SELLERS.find((one) => one.region === region);
	if (seller === undefined) throw new Error(`No simulated seller sells in ${region}`);
	return { seller, marketplaceIds: countries === undefined ? seller.marketplaceIds : idsOf(countries) };
}
