import { Refusal } from './reply';

/**
 * Where Amazon's APIs begin that the simulator does not serve, or serves in part, such as `orders/v0`. The first
 * lines are the models of github.com/amzn/selling-partner-api-models that concern sellers, the last its other ones.
 */
const ROOTS: readonly string[] = [
	...['applications', 'batches', 'catalog', 'dataKiosk', 'definitions', 'easyShip', 'externalFulfillment'],
	...['fba', 'finances', 'listings/2020-09-01', 'listings/2021-08-01/restrictions', 'messaging', 'mfn'],
	...['notifications', 'orders/v0', 'products', 'sales', 'sellers/v1/account', 'solicitations'],
	...['supplySources', 'tax', 'tracking', 'uploads'],
	...['aplus', 'appIntegrations', 'authorization', 'awd', 'customerFeedback', 'delivery', 'inbound'],
	...['replenishment', 'service', 'shipping', 'vehicles', 'vendor'],
];

/** What Amazon has and the simulator has not: with a status and a code that nobody takes for "there is none". */
export function notSimulated(what: string): Refusal {
	return new Refusal(
		501,
		'NotSimulated',
		`The simulator does not simulate ${what}. Amazon may well have it.`,
	);
}

/** Whether an address that no route serves belongs to an API of Amazon's. */
export function isElsewhereAtAmazon(path: string): boolean {
	return ROOTS.some((root) => path === `/${root}` || path.startsWith(`/${root}/`));
}
