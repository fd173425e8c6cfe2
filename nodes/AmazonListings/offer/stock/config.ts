import type { IDataObject } from 'n8n-workflow';

import { optionalNumber, optionalText, toEntries, toList, toNumber } from '../../../n8n/params';
import type { StockConfig, Threshold } from '../../../rules/stock/config';

/** The stock part of the form: the fields of the first screen, and the rules that were added. */
export interface StockForm {
	/** One name, or several separated by commas. */
	quantityField: string;
	keepBack: unknown;
	shippedBy: string;
	stockRules: IDataObject;
}

/** What the form's stock rules mean to the rules; the rules check the values. */
export function toStockConfig({ quantityField, keepBack, shippedBy, stockRules }: StockForm): StockConfig {
	const rules = stockRules;
	return {
		sources: toList(quantityField),
		enabledAttribute: optionalText(rules.enabledField),
		inStockAttribute: optionalText(rules.inStockField),
		managesStockAttribute: optionalText(rules.managesStockField),
		unmanagedQuantity: optionalNumber(rules.unmanagedQuantity, 'Stock Not Managed: Units to Show'),
		override: rules.override === true,
		sharePercent: optionalNumber(rules.sharePercent, 'Show: Part of the Stock (%)'),
		buffer: optionalNumber(keepBack, 'Keep Back'),
		threshold: toThreshold(rules),
		minimumToList: optionalNumber(rules.minimumToList, 'Show: 0 When Fewer Than (Units)'),
		maximumToShow: optionalNumber(rules.maximumToShow, 'Show: At Most (Units)'),
		capAtRealStock: rules.allowMore !== true,
		lowStockAt: optionalNumber(rules.lowStockAt, 'Mark as Low Stock At or Below (Units)'),
		handlingDays: optionalNumber(rules.handlingDays, 'Delivery: Handling Time (Days)'),
		restockDate: optionalText(rules.restockDateField),
		channel: shippedBy === 'AFN' ? 'AFN' : 'MFN',
		switchChannel: rules.switchChannel === true,
	};
}

function toThreshold(rules: IDataObject): Threshold | undefined {
	const [rule] = toEntries(rules.threshold, 'rule');
	if (rule === undefined) return undefined;
	return {
		breakpoint: toNumber(rule.breakpoint, 'Breakpoint'),
		valueAtOrBelow: optionalNumber(rule.valueAtOrBelow, 'Value If At or Below'),
		valueAbove: optionalNumber(rule.valueAbove, 'Value If Above'),
	};
}
