import type { IDataObject } from 'n8n-workflow';

import { optionalNumber, toEntries, toList, toNumber } from '../../n8n/params';
import type { StockConfig, Threshold } from '../../rules/stockConfig';

/** What the form's stock rules mean to the rules; the rules check the values. */
export function toStockConfig(quantityFields: string, rules: IDataObject): StockConfig {
	return {
		sources: toList(quantityFields),
		enabledAttribute: optionalText(rules.enabledField),
		inStockAttribute: optionalText(rules.inStockField),
		managesStockAttribute: optionalText(rules.managesStockField),
		unmanagedQuantity: optionalNumber(rules.unmanagedQuantity, 'Unmanaged Quantity'),
		override: rules.override === true,
		sharePercent: optionalNumber(rules.sharePercent, 'Share (%)'),
		buffer: optionalNumber(rules.buffer, 'Buffer'),
		threshold: toThreshold(rules),
		minimumToList: optionalNumber(rules.minimumToList, 'Minimum to List'),
		maximumToShow: optionalNumber(rules.maximumToShow, 'Maximum to Show'),
		capAtRealStock: rules.cap !== false,
		lowStockAt: optionalNumber(rules.lowStockAt, 'Low Stock At'),
		handlingDays: optionalNumber(rules.handlingDays, 'Handling Time (Days)'),
		restockDate: optionalText(rules.restockDateField),
		channel: rules.channel === 'AFN' ? 'AFN' : 'MFN',
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

function optionalText(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
