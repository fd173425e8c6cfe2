import { keptFields, type OfferKind, type OfferSettings } from './settings';
import type { OfferHold } from './decision';
import { toPriceConfig } from './price/config';
import { toStockConfig } from './stock/config';
import type { Marketplace } from '../../amazon/tables/marketplaces';
import { optionalNumber } from '../../n8n/params';
import { compilePath } from '../../rules/item/attribute';
import { toShownText } from '../../rules/money/decimalText';
import { readLastNumber } from '../../rules/item/lastValue';
import { compileNotation } from '../../rules/item/notation';
import { decidePrice } from '../../rules/price/decide';
import { decideStock } from '../../rules/stock/decide';
import { Hold, type Item } from '../../rules/verdict/verdict';

type Read = (item: Item) => unknown;

export interface Rules {
	price?: ReturnType<typeof decidePrice>;
	stock?: ReturnType<typeof decideStock>;
}

/** Settings with everything compiled that does not depend on the item. */
export interface Compiled {
	settings: OfferSettings;
	readSku: Read;
	readMarketplace: Read;
	/** The quantity Amazon was last sent, when known, or why it cannot be read. */
	readLastQuantity: (item: Item) => number | OfferHold | undefined;
	keep: Array<{ name: string; read: Read }>;
	/**
	 * Compiled when the first item goes to the marketplace. Throws a `ConfigError` for bad rules.
	 * @param targets all marketplaces that the item goes to
	 */
	rulesFor(marketplace: Marketplace, targets: readonly Marketplace[]): Rules;
}

export function compile(settings: OfferSettings, kind: OfferKind): Compiled {
	const { options } = settings;
	const byMarketplace = new Map<string, Rules>();
	return {
		settings,
		readSku: compilePath(settings.skuField),
		readMarketplace: compilePath(fieldName(options.marketplaceField, 'marketplace')),
		readLastQuantity: compileLastQuantity(settings),
		keep: keptFields(options).map((name) => ({ name, read: compilePath(name) })),
		rulesFor(marketplace, targets) {
			const severalCurrencies = targets.some(({ currency }) => currency !== marketplace.currency);
			const key = severalCurrencies ? `${marketplace.id} of several currencies` : marketplace.id;
			const known = byMarketplace.get(key);
			if (known !== undefined) return known;
			const rules: Rules = {
				price: kind === 'stock' ? undefined : compilePriceRules(settings, marketplace, severalCurrencies),
				stock: kind === 'price' ? undefined : compileStockRules(settings),
			};
			byMarketplace.set(key, rules);
			return rules;
		},
	};
}

function compileLastQuantity({ notation, options }: OfferSettings): Compiled['readLastQuantity'] {
	const path = fieldName(options.lastQuantityField, 'lastQuantity');
	const read = compilePath(path);
	const compiled = compileNotation(notation);
	return (item) => {
		const last = readLastNumber(read(item), path, compiled);
		return last === undefined || last instanceof Hold ? last : Number(toShownText(last, 0));
	};
}

function compilePriceRules(settings: OfferSettings, marketplace: Marketplace, severalCurrencies: boolean) {
	const { options, notation } = settings;
	return decidePrice({
		...notation,
		...toPriceConfig(settings, marketplace.currency),
		brakePercent: brakePercentOf(settings),
		lastPrice: fieldName(options.lastPriceField, 'lastPrice'),
		lastSale: fieldName(options.lastSaleField, 'lastSale'),
		lastBusiness: fieldName(options.lastBusinessField, 'lastBusiness'),
		lastBounds: fieldName(options.lastBoundsField, 'lastBounds'),
		lastOfItemCurrency: severalCurrencies,
		onlyChanges: options.onlyChanges === true,
	});
}

function compileStockRules(settings: OfferSettings) {
	const { options, notation } = settings;
	return decideStock({
		...notation,
		...toStockConfig(settings),
		lastQuantity: fieldName(options.lastQuantityField, 'lastQuantity'),
		onlyChanges: options.onlyChanges === true,
	});
}

/** Undefined when the brake is off. */
export function brakePercentOf({ brakePercent }: OfferSettings): number | undefined {
	const percent = optionalNumber(brakePercent, 'Maximum Price Move (%)');
	return percent === 0 ? undefined : percent;
}

export function fieldName(given: unknown, fallback: string): string {
	return typeof given === 'string' && given.trim() !== '' ? given.trim() : fallback;
}
