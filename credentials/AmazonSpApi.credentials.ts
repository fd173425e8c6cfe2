import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { MARKETPLACES, REGIONS, type Region } from '../nodes/amazon/tables/marketplaces';
import { SIMULATOR_URL } from '../nodes/amazon/tables/simulator';
import { isAddressOf } from '../nodes/amazon/transport/hosts';
import { fetchAccessToken, toAccount } from '../nodes/n8n/account';
import { toText } from '../nodes/n8n/params';
import { plainOrder } from '../nodes/rules/plainOrder';

const MARKETPLACE_FIELDS: INodeProperties[] = REGIONS.map(marketplaceField);

function marketplaceField(region: Region): INodeProperties {
	return {
		displayName: 'Marketplaces',
		name: 'marketplaces',
		type: 'multiOptions',
		required: true,
		displayOptions: { show: { region: [region.id] } },
		options: MARKETPLACES.filter((marketplace) => marketplace.region === region.id)
			.map(({ id, name, country }) => ({ name: `${name} (${country})`, value: id, description: id }))
			.sort((one, other) => plainOrder(one.name, other.name)),
		default: [],
		description: 'The marketplaces this seller sells in. The test checks that each belongs to the account.',
	};
}

/** n8n's HTTP Request node still writes the address as `uri`, as its older helper did. */
function addressesOf(request: IHttpRequestOptions & { uri?: string }): URL[] {
	const given = [request.url, request.uri].filter((address) => address !== undefined);
	return (given.length > 0 ? given : ['']).map((address) => new URL(address, request.baseURL));
}

/** In the words of n8n's helper and of its older one, which the HTTP Request node uses. Amazon never redirects. */
const NO_REDIRECTS = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
	maxRedirects: 0,
};

/** One Amazon seller account: where it sells and the keys with which Amazon lets us in (Login with Amazon). */
export class AmazonSpApi implements ICredentialType {
	name = 'amazonSpApi';

	displayName = 'Amazon SP-API';

	icon: Icon = { light: 'file:amazonSeller.svg', dark: 'file:amazonSeller.dark.svg' };

	documentationUrl =
		'https://developer-docs.amazon.com/sp-api/docs/viewing-your-application-information-and-credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Live', value: 'live', description: 'Your real Amazon account' },
				{
					name: 'Mock',
					value: 'mock',
					description: 'A simulated Amazon on this machine, for trying things out',
				},
				{
					name: 'Sandbox',
					value: 'sandbox',
					description: "Amazon's sandbox: fixed answers, nothing is changed",
				},
			],
			default: 'live',
			description: 'Which Amazon answers',
		},
		{
			displayName: 'Simulator Address',
			name: 'mockUrl',
			type: 'string',
			displayOptions: { show: { environment: ['mock'] } },
			default: SIMULATOR_URL,
			placeholder: `e.g. ${SIMULATOR_URL}`,
			description: 'Where the simulator listens; only addresses of this machine are allowed',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: REGIONS.map(({ id, name }) => ({ name, value: id })),
			default: 'eu',
			description: 'An authorization at Amazon is good for one region. Use one credential per region.',
		},
		...MARKETPLACE_FIELDS,
		{
			displayName: 'Seller ID',
			name: 'sellerId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. A2EXAMPLE1SELLER',
			description:
				'Also called Merchant Token. Seller Central: Settings > Account Info > Your Merchant Token.',
		},
		{
			displayName: 'LWA Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. amzn1.application-oa2-client...',
			description: 'Seller Central: Apps and Services > Develop Apps > your app > LWA credentials: View',
		},
		{
			displayName: 'LWA Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'On the same page as the client ID',
		},
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. Atzr|...',
			description: 'Seller Central: Apps and Services > Develop Apps > Authorize: Authorize app',
		},
		{
			displayName: 'Notes',
			name: 'notes',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			description: 'For yourself, e.g. who manages this account',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
	];

	/** For n8n's HTTP Request node; our own nodes share one token per account instead. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return { accessToken: await fetchAccessToken(credentials, this.helpers.httpRequest) };
	}

	/**
	 * Adds the token, and only to calls that go to this account's Amazon: it must not leak to another host, nor travel on
	 * when Amazon's address answers with another one.
	 */
	// n8n asks for a promise; a refusal must be its rejection.
	// eslint-disable-next-line @typescript-eslint/require-await
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const account = toAccount(credentials);
		const foreign = addressesOf(request).find((url) => !isAddressOf(account, url.href));
		if (foreign !== undefined) {
			throw new Error(
				`This credential only signs calls to its own Amazon address; "${foreign.host}" is not it. Check the URL, and the credential's Environment and Region.`,
			);
		}
		const headers = { ...request.headers, 'x-amz-access-token': toText(credentials.accessToken) };
		return { ...request, headers, ...NO_REDIRECTS };
	};
}
