import type { IDataObject } from 'n8n-workflow';

import type { PriceForm } from './price/form';
import type { StockForm } from './stock/config';
import type { Context } from '../../n8n/operation';
import { optionalNumber, toList, toNumber, toText } from '../../n8n/params';
import { findMarketplace, marketplaceById, type Marketplace } from '../../amazon/tables/marketplaces';
import type { DecimalStyle } from '../../rules/item/decimalStyle';
import type { NotationConfig } from '../../rules/item/notation';
import { ConfigError } from '../../rules/verdict/verdict';

/** Which part of an offer an operation changes; `offer` is price and stock in one message. */
export type OfferKind = 'price' | 'stock' | 'offer';

/** What the form says; may differ from item to item when it holds expressions. */
export interface OfferSettings extends PriceForm, StockForm {
	change: OfferKind;
	skuField: string;
	brakePercent: unknown;
	soldOutPercent: unknown;
	options: IDataObject;
	/** How the items write numbers and dates. */
	notation: NotationConfig;
	/** The chosen marketplaces, or the account's only one; empty when every item must name its own. */
	marketplaces: Marketplace[];
}

const PARAMETERS = [
	...[
		'marketplaceIds',
		'skuField',
		'priceField',
		'changePriceBy',
		'endPricesIn',
		'lowestPrice',
		'brakePercent',
	],
	...['priceRules', 'quantityField', 'keepBack', 'shippedBy', 'soldOutPercent', 'stockRules', 'options'],
];

/** Reads the settings of an item; the same object for all items when nothing varies. */
export function settingsReader(context: Context): (item: number) => OfferSettings {
	if (PARAMETERS.some((name) => context.params.varies(name))) return (item) => readSettings(context, item);
	const settings = readSettings(context, 0);
	return () => settings;
}

function readSettings({ params, account, n8n }: Context, item: number): OfferSettings {
	const options = params.group('options', item);
	const text = (name: string) => params.text(name, item);
	return {
		change: toKind(text('change')),
		skuField: text('skuField'),
		priceField: text('priceField'),
		changePriceBy: text('changePriceBy'),
		endPricesIn: text('endPricesIn'),
		lowestPrice: text('lowestPrice'),
		brakePercent: params.value('brakePercent', item, ''),
		priceRules: params.group('priceRules', item),
		quantityField: text('quantityField'),
		keepBack: params.value('keepBack', item, ''),
		shippedBy: text('shippedBy'),
		soldOutPercent: params.value('soldOutPercent', item, ''),
		stockRules: params.group('stockRules', item),
		options,
		notation: toNotation(options, n8n.getTimezone()),
		marketplaces: chosenMarketplaces(params.list('marketplaceIds', item), account.marketplaceIds),
	};
}

function toKind(value: string): OfferKind {
	return value === 'price' || value === 'stock' ? value : 'offer';
}

/** @param workflowZone time zone of the workflow: its dates are the shopkeeper's own */
function toNotation({ decimalStyle, timeZone }: IDataObject, workflowZone: string): NotationConfig {
	return {
		decimalStyle: toText(decimalStyle) === '' ? undefined : (decimalStyle as DecimalStyle),
		timeZone: toText(timeZone).trim() || workflowZone,
	};
}

function chosenMarketplaces(chosen: readonly string[], ofAccount: readonly string[]): Marketplace[] {
	const ids = chosen.length > 0 ? chosen : ofAccount.length === 1 ? ofAccount : [];
	const marketplaces = ids.map((id) => {
		const marketplace = findMarketplace(id);
		if (marketplace !== undefined && ofAccount.includes(marketplace.id)) return marketplace;
		throw new ConfigError('Marketplaces', `marketplaces of the credential: ${namesOf(ofAccount)}`, id);
	});
	return [...new Set(marketplaces)];
}

export function namesOf(marketplaceIds: readonly string[]): string {
	return marketplaceIds.map((id) => marketplaceById(id)?.name ?? id).join(', ');
}

export interface RunOptions {
	chunkSize: number;
	separateMarketplaces: boolean;
	dryRun: boolean;
	trace: boolean;
	stockOnce: boolean;
	soldOutBrake?: { maxPercent: number; atLeastItems: number };
}

/** What holds for the whole run: one feed cannot have several chunk sizes, so the first item's count. */
export function toRunOptions({ options, soldOutPercent }: OfferSettings): RunOptions {
	return {
		chunkSize: toChunkSize(options.chunkSize ?? 5000),
		separateMarketplaces: options.separateMarketplaces !== false,
		dryRun: options.dryRun === true,
		trace: options.trace === true,
		stockOnce: options.stockOnce === true,
		soldOutBrake: toBrake(optionalNumber(soldOutPercent, 'Sold-Out Brake (%)'), options.soldOutAtLeast),
	};
}

function toBrake(maxPercent = 100, atLeastItems: unknown = 20): RunOptions['soldOutBrake'] {
	if (maxPercent === 100) return undefined;
	return { maxPercent, atLeastItems: toNumber(atLeastItems, 'Sold-Out Brake From Items') };
}

function toChunkSize(value: unknown): number {
	if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 25_000) return value;
	throw new ConfigError('Feed Chunk Size', 'a whole number from 1 to 25,000', value);
}

export function keptFields(options: IDataObject): string[] {
	return toList(options.keepFields);
}
