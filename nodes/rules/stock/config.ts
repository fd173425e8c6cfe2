import type { NotationConfig } from '../item/notation';
import type { StockFinding } from './verdict';

export type Channel = 'MFN' | 'AFN';

/** "Set Inventory on Basis of Threshold"; a value left out keeps the quantity as it is. */
export interface Threshold {
	breakpoint: number;
	valueAtOrBelow?: number;
	valueAbove?: number;
}

export interface StockConfig extends NotationConfig {
	/** Attribute paths; several (locations) are summed, each at 0 or above. */
	sources: string[];
	/** Attribute paths of yes/no flags; an item without the value counts as yes. */
	enabledAttribute?: string;
	inStockAttribute?: string;
	managesStockAttribute?: string;
	/** Default 100. */
	unmanagedQuantity?: number;
	/** The plain quantity counts, whatever the flags say. */
	override?: boolean;
	sharePercent?: string | number;
	buffer?: number;
	threshold?: Threshold;
	minimumToList?: number;
	maximumToShow?: number;
	/** Default true. */
	capAtRealStock?: boolean;
	lowStockAt?: number;
	/** Whole days, 1 to 30. */
	handlingDays?: number;
	/** Attribute path. */
	restockDate?: string;
	channel: Channel;
	/** Move the offer to `channel` from the other one. */
	switchChannel?: boolean;
	/** Attribute path of the quantity last sent. */
	lastQuantity?: string;
	onlyChanges?: boolean;
}

export interface StockChange {
	channel: Channel;
	/** Absent on AFN, where Amazon counts. */
	quantity?: number;
	handlingDays?: number;
	/** `YYYY-MM-DD`. */
	restockDate?: string;
	switchFrom?: Channel;
	lowStock: boolean;
	/** Stock after the availability step, before anything was held back; 0 on AFN. */
	realQuantity: number;
	/** Absent when there are none. */
	findings?: readonly StockFinding[];
}
