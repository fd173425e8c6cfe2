import type { INodeProperties } from 'n8n-workflow';

import { LABELS } from './data';
import { MARKETPLACES, REGIONS, type Region } from '../../amazon/tables/marketplaces';
import { plainOrder } from '../../rules/item/plainOrder';

const DEVELOP_APPS = 'Seller Central: Apps and Services > Develop Apps';

/** What one seller account at Amazon is known by. */
export const ACCOUNT_FIELDS: INodeProperties[] = [
	{
		displayName: 'Region',
		name: 'region',
		type: 'options',
		options: REGIONS.map(({ id, name }) => ({ name, value: id })),
		default: 'eu',
		hint: 'An authorization at Amazon is good for one region. Make one credential per region.',
	},
	...REGIONS.map(marketplaceField),
	{
		displayName: LABELS.sellerId,
		name: 'sellerId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. A2EXAMPLE1SELLER',
		hint: 'Seller Central: Settings > Account Info > Business Information > Your Merchant Token',
	},
	{
		displayName: LABELS.lwaClientId,
		name: 'lwaClientId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. amzn1.application-oa2-client...',
		hint: `${DEVELOP_APPS} > your app > LWA credentials: View > Client identifier`,
	},
	{
		displayName: LABELS.lwaClientSecret,
		name: 'lwaClientSecret',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		hint: 'On the same page: Client secret',
	},
	{
		displayName: LABELS.refreshToken,
		name: 'refreshToken',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		placeholder: 'e.g. Atzr|...',
		hint: `${DEVELOP_APPS} > arrow beside Edit App > Authorize > Authorize app. Amazon shows it once: copy it at once.`,
	},
];

function marketplaceField(region: Region): INodeProperties {
	return {
		displayName: 'Marketplaces',
		name: 'marketplaces',
		type: 'multiOptions',
		required: true,
		displayOptions: { show: { region: [region.id] } },
		options: MARKETPLACES.filter((marketplace) => marketplace.region === region.id)
			.map(({ id, name }) => ({ name, value: id }))
			.sort((one, other) => plainOrder(one.name, other.name)),
		default: [],
		hint: 'The countries that this account sells in, at least one. The test checks each of them.',
	};
}
