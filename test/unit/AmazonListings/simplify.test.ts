import { simplifyListing } from '../../../nodes/AmazonListings/listing/simplify';

const offerOf = (offerType: string, amount: string, audience?: string) => ({
	...{ offerType, price: { amount, currencyCode: 'EUR' } },
	...(audience !== undefined && { audience: { value: audience } }),
});
const OWN = { fulfillmentChannelCode: 'DEFAULT', quantity: 7 };
const AMAZONS = { fulfillmentChannelCode: 'AMAZON_EU' };

it.each([
	{
		name: 'the business price first',
		offers: [offerOf('B2B', '8.00'), offerOf('B2C', '9.99')],
		price: '9.99',
	},
	{
		name: 'the audience of businesses first',
		offers: [offerOf('B2C', '8.00', 'B2B'), offerOf('B2C', '9.99', 'ALL')],
		price: '9.99',
	},
	{ name: 'a business price only', offers: [offerOf('B2B', '8.00')], price: '' },
	{ name: 'no offer', offers: [], price: '' },
])("a simplified listing shows everybody's price with $name", ({ offers, price }) => {
	expect(simplifyListing({ offers })).toMatchObject({ price });
});

it.each([
	{ name: "Amazon's warehouse first", stock: [AMAZONS, OWN], quantity: 7, fulfillmentChannel: 'MFN' },
	{ name: 'the own stock first', stock: [OWN, AMAZONS], quantity: 7, fulfillmentChannel: 'MFN' },
	{
		name: 'nothing left of the own stock',
		stock: [AMAZONS, { ...OWN, quantity: 0 }],
		quantity: 0,
		fulfillmentChannel: 'MFN',
	},
	{ name: "Amazon's warehouse alone", stock: [AMAZONS], quantity: '', fulfillmentChannel: 'AFN' },
	{ name: 'no stock at all', stock: [], quantity: '', fulfillmentChannel: '' },
])('a simplified listing shows the quantity with $name', ({ stock, quantity, fulfillmentChannel }) => {
	expect(simplifyListing({ fulfillmentAvailability: stock })).toMatchObject({ quantity, fulfillmentChannel });
});
