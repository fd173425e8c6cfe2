import type { IDataObject } from 'n8n-workflow';

import { toEntries, toList } from '../../n8n/params';
import type { StockConfig, Threshold } from '../../rules/stockConfig';

/** What the form's stock rules mean to the rules; the rules check the values. */
export function toStockConfig(quantityFields: string, rules: IDataObject): StockConfig {
	return {
		sources: toList(quantityFields),
		enabledAttribute: optionalText(rules.enabledField),
		inStockAttribute: optionalText(rules.inStockField),
		managesStockAttribute: optionalText(rules.managesStockField),
		unmanagedQuantity: optionalNumber(rules.unmanagedQuantity),
		override: rules.override === true,
		sharePercent: optionalNumber(rules.sharePercent),
		buffer: optionalNumber(rules.buffer),
		threshold: toThreshold(rules),
		minimumToList: optionalNumber(rules.minimumToList),
		maximumToShow: optionalNumber(rules.maximumToShow),
		capAtRealStock: rules.cap !== false,
		lowStockAt: optionalNumber(rules.lowStockAt),
		handlingDays: optionalNumber(rules.handlingDays),
		restockDate: optionalText(rules.restockDateField),
		channel: rules.channel === 'AFN' ? 'AFN' : 'MFN',
		switchChannel: rules.switchChannel === true,
	};
}

function toThreshold(rules: IDataObject): Threshold | undefined {
	const [rule] = toEntries(rules.threshold, 'rule');
	if (rule === undefined) return undefined;
	return {
		breakpoint: Number(rule.breakpoint),
		valueAtOrBelow: optionalNumber(rule.valueAtOrBelow),
		valueAbove: optionalNumber(rule.valueAbove),
	};
}

function optionalText(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** An empty box is no value; text that is no number stays `NaN`, which the rules refuse by name. */
function optionalNumber(value: unknown): number | undefined {
	return value === undefined || value === null || value === '' ? undefined : Number(value);
}
