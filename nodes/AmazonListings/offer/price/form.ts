import type { IDataObject } from 'n8n-workflow';

/** The price part of the form: the fields of the first screen, and the rules that were added. */
export interface PriceForm {
	priceField: string;
	changePriceBy: string;
	endPricesIn: string;
	lowestPrice: string;
	priceRules: IDataObject;
}
