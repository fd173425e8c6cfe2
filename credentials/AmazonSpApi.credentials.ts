import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

import { SIMULATED_ACCOUNTS, SIMULATOR_URL } from '../nodes/amazon/tables/simulator';
import { isAddressOf } from '../nodes/amazon/transport/hosts';
import { fetchAccessToken } from '../nodes/n8n/account';
import { OWN_ACCOUNT, toAccount } from '../nodes/n8n/credential/data';
import { ACCOUNT_FIELDS } from '../nodes/n8n/credential/fields';
import { toText } from '../nodes/n8n/params';
import { shownFor } from '../nodes/n8n/forms/shownFor';

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

	displayName = 'Amazon Selling Partner API';

	icon: Icon = { light: 'file:amazonSeller.svg', dark: 'file:amazonSeller.dark.svg' };

	documentationUrl = 'https://www.npmjs.com/package/n8n-nodes-amazon-seller';

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
			hint: 'Started in a clone of the package by npm run simulator, or along with n8n by npm start. Only addresses of this machine are allowed.',
		},
		{
			displayName: 'Account',
			name: 'mockAccount',
			type: 'options',
			displayOptions: { show: { environment: ['mock'] } },
			options: [...SIMULATED_ACCOUNTS.map(({ id, name }) => ({ name, value: id })), OWN_ACCOUNT],
			default: SIMULATED_ACCOUNTS[0]?.id ?? OWN_ACCOUNT.value,
			hint: "The simulator's made-up sellers need no keys.",
		},
		...ACCOUNT_FIELDS.map((field) => shownFor({ environment: ['live', 'sandbox'] }, field)),
		...ACCOUNT_FIELDS.map((field) =>
			shownFor({ environment: ['mock'], mockAccount: [OWN_ACCOUNT.value] }, field),
		),
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
