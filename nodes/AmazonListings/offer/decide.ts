import type { IDataObject } from 'n8n-workflow';

import { toText } from '../../n8n/params';
import { keptFields, namesOf, type OfferKind, type OfferSettings } from './settings';
import { toPriceConfig } from '../price/config';
import { toStockConfig } from '../stock/config';
import { findMarketplace, type Marketplace } from '../../amazon/tables/marketplaces';
import { compilePath } from '../../rules/attribute';
import { supersededBy } from '../../rules/changes';
import { compilePrice } from '../../rules/price';
import type { PriceChange } from '../../rules/priceConfig';
import { readSku } from '../../rules/sku';
import { compileStock } from '../../rules/stock';
import { brakeSoldOut } from '../../rules/stockBrake';
import type { StockChange } from '../../rules/stockConfig';
import type { Hold, Verdict } from '../../rules/verdict';

/** What the rules say about one item in one marketplace. */
export interface Decision {
	/** Index of the input item. */
	item: number;
	sku: string;
	marketplace?: Marketplace;
	price?: Verdict<PriceChange>;
	stock?: Verdict<StockChange>;
	/** Why nothing of it is sent, whatever the parts say. */
	hold?: Hold;
	/** Quantity Amazon was last sent, when known. */
	lastQuantity?: number;
	kept?: IDataObject;
}

/** The settings with everything compiled that does not depend on the item. */
interface Compiled {
	settings: OfferSettings;
	readSku: (item: Record<string, unknown>) => unknown;
	readMarketplace: (item: Record<string, unknown>) => unknown;
	readLastQuantity: (item: Record<string, unknown>) => unknown;
	keep: Array<{ name: string; read: (item: Record<string, unknown>) => unknown }>;
	byMarketplace: Map<string, Rules>;
}

interface Rules {
	price?: ReturnType<typeof compilePrice>;
	stock?: ReturnType<typeof compileStock>;
}

export interface DecideInput {
	kind: OfferKind;
	items: readonly IDataObject[];
	settingsOf: (item: number) => OfferSettings;
	/** Marketplaces of the account. */
	marketplaceIds: readonly string[];
	/** Milliseconds since 1970. */
	now: number;
	soldOutBrake?: { maxPercent: number; atLeastItems: number };
}

/**
 * Decides every item in every marketplace it goes to, in the items' order: at least one decision per item.
 * A newer value of a SKU overtakes the older ones of the same run. Throws a `ConfigError` for bad rules.
 */
export function decideAll(input: DecideInput): Decision[] {
	const compiledOf = compiler();
	const decisions = input.items.flatMap((json, item) =>
		decideItem(input, compiledOf(input.settingsOf(item)), json, item),
	);
	supersede(decisions);
	if (input.soldOutBrake !== undefined && input.kind !== 'price') brake(decisions, input.soldOutBrake);
	return decisions;
}

function compiler(): (settings: OfferSettings) => Compiled {
	let last: Compiled | undefined;
	return (settings) => {
		if (last?.settings !== settings) last = compile(settings);
		return last;
	};
}

function compile(settings: OfferSettings): Compiled {
	const { options } = settings;
	return {
		settings,
		readSku: compilePath(settings.skuField),
		readMarketplace: compilePath(fieldName(options.marketplaceField, 'marketplace')),
		readLastQuantity: compilePath(fieldName(options.lastQuantityField, 'lastQuantity')),
		keep: keptFields(options).map((name) => ({ name, read: compilePath(name) })),
		byMarketplace: new Map(),
	};
}

function fieldName(given: unknown, fallback: string): string {
	return typeof given === 'string' && given.trim() !== '' ? given.trim() : fallback;
}

function rulesFor(compiled: Compiled, kind: OfferKind, marketplace: Marketplace): Rules {
	const known = compiled.byMarketplace.get(marketplace.id);
	if (known !== undefined) return known;
	const rules: Rules = {
		price: kind === 'stock' ? undefined : compilePriceRules(compiled.settings, marketplace),
		stock: kind === 'price' ? undefined : compileStockRules(compiled.settings),
	};
	compiled.byMarketplace.set(marketplace.id, rules);
	return rules;
}

function compilePriceRules({ priceField, priceRules, options }: OfferSettings, marketplace: Marketplace) {
	return compilePrice({
		...toPriceConfig(priceField, priceRules, marketplace.currency),
		brakePercent: options.brakePercent === undefined ? undefined : Number(options.brakePercent),
		lastPrice: fieldName(options.lastPriceField, 'lastPrice'),
		lastSale: fieldName(options.lastSaleField, 'lastSale'),
		lastBusiness: fieldName(options.lastBusinessField, 'lastBusiness'),
		onlyChanges: options.onlyChanges === true,
	});
}

function compileStockRules({ quantityField, stockRules, options }: OfferSettings) {
	return compileStock({
		...toStockConfig(quantityField, stockRules),
		lastQuantity: fieldName(options.lastQuantityField, 'lastQuantity'),
		onlyChanges: options.onlyChanges === true,
	});
}

function decideItem(input: DecideInput, compiled: Compiled, json: IDataObject, item: number): Decision[] {
	const kept = compiled.keep.length > 0 ? keep(compiled, json) : undefined;
	const given = compiled.readSku(json);
	const sku = readSku(given);
	if (typeof sku !== 'string')
		return [{ item, sku: typeof given === 'string' ? given.slice(0, 60) : '', hold: sku, kept }];
	const base = { item, sku, kept, lastQuantity: toQuantity(compiled.readLastQuantity(json)) };
	const targets = marketplacesOf(input, compiled, json);
	if (!Array.isArray(targets)) return [{ ...base, hold: targets }];
	return targets.map((marketplace) => {
		const rules = rulesFor(compiled, input.kind, marketplace);
		return { ...base, marketplace, price: rules.price?.(json, input.now), stock: rules.stock?.(json) };
	});
}

function keep(compiled: Compiled, json: IDataObject): IDataObject {
	return Object.fromEntries(compiled.keep.map(({ name, read }) => [name, read(json) as IDataObject]));
}

function toQuantity(value: unknown): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const quantity = Number(value);
	return Number.isFinite(quantity) ? quantity : undefined;
}

/** Where an item goes, or why it goes nowhere. */
function marketplacesOf(input: DecideInput, compiled: Compiled, json: IDataObject): Marketplace[] | Hold {
	const own = toText(compiled.readMarketplace(json)).trim();
	if (own === '') {
		if (compiled.settings.marketplaces.length > 0) return compiled.settings.marketplaces;
		const message = `The item names no marketplace and none is chosen in the node; choose one of: ${namesOf(input.marketplaceIds)}`;
		return { reason: 'unknown-marketplace', message };
	}
	const marketplace = findMarketplace(own);
	if (marketplace !== undefined && input.marketplaceIds.includes(marketplace.id)) return [marketplace];
	const message = `The marketplace "${own.slice(0, 40)}" is not one of the account's: ${namesOf(input.marketplaceIds)}`;
	return { reason: 'unknown-marketplace', message };
}

function supersede(decisions: Decision[]): void {
	const sendable = decisions.filter(({ hold }) => hold === undefined);
	const overtaken = supersededBy(sendable.map(({ sku, marketplace }) => `${marketplace?.id ?? ''} ${sku}`));
	for (const [older, newer] of overtaken) {
		const decision = sendable[older];
		const item = sendable[newer]?.item;
		if (decision === undefined) continue;
		const message = `A newer value of this SKU came later in the same run (item ${item}); only that one counts`;
		decision.hold = { reason: 'superseded', message };
	}
}

function brake(decisions: Decision[], settings: { maxPercent: number; atLeastItems: number }): void {
	const moving = decisions.filter(({ hold, stock }) => hold === undefined && stock?.kind === 'change');
	const moves = moving.map(({ stock, lastQuantity }) => ({
		from: lastQuantity,
		to: stock?.kind === 'change' ? (stock.change.quantity ?? 0) : 0,
	}));
	const { tripped, soldOut, message } = brakeSoldOut(moves, settings);
	if (!tripped) return;
	for (const index of soldOut) {
		const decision = moving[index];
		if (decision === undefined) continue;
		const trace = decision.stock?.trace ?? [];
		decision.stock = { kind: 'hold', reason: 'too-many-sold-out', message, trace };
	}
}
