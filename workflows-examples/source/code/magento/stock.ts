/** Magento's answer to how many can be sold; it comes as text, so that n8n does not take a number for an error. */
export interface StockAnswer {
	statusCode: number;
	salable?: string | number | null;
}

/** Whether Magento manages the stock: it refuses the question for other products (400). Any other refusal stops the run. */
export function isManaged({ statusCode }: StockAnswer): boolean {
	if (statusCode === 200 || statusCode === 400) return statusCode === 200;
	const problem = 'Magento did not tell the salable quantity (HTTP ' + statusCode + ')';
	throw new Error(problem + '; check the access token and stockId in Settings');
}
