import type { IDataObject } from 'n8n-workflow';

import { toPlacement } from './placement';
import { productFieldsOf, toStoreKind, type StoreKind } from './storeField';
import type { Context } from '../../n8n/operation';
import { toStatuses } from '../../n8n/forms/orderChoices';
import { isFilled, optionalText, toEntries, toList, toText, type Params } from '../../n8n/params';
import type { OrderImportConfig } from '../../rules/import/config';
import { findRegion, requireStates } from '../../rules/import/regions';
import type { ProductFields } from '../../rules/import/skuMap';
import type { StoreAddress } from '../../rules/import/storeOrder';
import type { WooCommerceRules } from '../../rules/stores/wooCommerce/rules';
import { ConfigError } from '../../rules/verdict/verdict';

/** What the form of Convert says, decided for the whole run. */
export interface ConvertSettings {
	store: StoreKind;
	config: OrderImportConfig;
	wooCommerce: WooCommerceRules;
	products: ProductFields & { list: string };
	nextNumber: number;
	knownField: string;
	trace: boolean;
}

/** Reads the form, with its defaults. @throws ConfigError naming the field that cannot be what it is */
export function readConvertSettings({ params }: Context): ConvertSettings {
	const store = toStoreKind(params.text('store', 0));
	const number = params.group('numberRules', 0);
	const products = params.group('productFields', 0);
	const customer = params.group('customerRules', 0);
	const options = params.group('options', 0);
	return {
		store,
		config: {
			filter: toFilter(params),
			products: {
				whenMissing: oneOf(params.text('whenMissing', 0), ['fail', 'create', 'drop']),
				whenOutOfStock: oneOf(params.text('whenOutOfStock', 0), ['fail', 'backorder']),
				whenDisabled: oneOf(products.whenDisabled, ['fail', 'import']),
			},
			customer: toCustomer(customer),
			address: toAddressRules(customer),
			...toTaxRules(params.group('taxRules', 0)),
			orderNumber: {
				base: oneOf(params.text('orderNumber', 0), ['store', 'amazonOrderId', 'nextNumber']),
				prefix: toText(number.prefix).trim(),
				addChannel: number.addChannel === true,
				addMarketplace: number.addMarketplace === true,
			},
			...toPlacement(params.group('placement', 0), store),
			cancelOnFail: params.flag('cancelOnFail', 0),
		},
		wooCommerce: toWooCommerceRules(params.group('wooCommerceRules', 0)),
		products: toProductFields(store, products),
		nextNumber: toNextNumber(number.nextNumber),
		knownField: toText(options.knownField).trim(),
		trace: options.trace === true,
	};
}

/** The chosen word, or the first when none is chosen. */
function oneOf<T extends string>(value: unknown, words: readonly [T, ...T[]]): T {
	return words.find((word) => word === value) ?? words[0];
}

function toFilter(params: Params): OrderImportConfig['filter'] {
	const filters = params.group('filters', 0);
	const statuses = toStatuses(toList(filters.statuses));
	const days = filters.lookBackDays === undefined ? 30 : Number(filters.lookBackDays);
	if (!(days >= 0))
		throw new ConfigError('Bought in the Last (Days)', 'a number of days, 0 or more', filters.lookBackDays);
	return {
		statuses: statuses.length > 0 ? statuses : ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'],
		channel: oneOf(params.text('fulfillmentChannel', 0), ['all', 'AFN', 'MFN']),
		includeMultiChannel: filters.includeMultiChannel === true,
		marketplaceIds: toList(filters.marketplaceIds),
		lookBackDays: days,
	};
}

function toCustomer(rules: IDataObject): OrderImportConfig['customer'] {
	const kind = oneOf(rules.kind, ['guest', 'default', 'buyer']);
	const email = toText(rules.email).trim();
	if (kind === 'default' && !email.includes('@')) {
		throw new ConfigError(
			'Default Customer Email',
			'the e-mail address of the customer that all orders go to',
			email,
		);
	}
	const [address] = toEntries(rules.billingAddress, 'address').filter(isFilled);
	return {
		kind,
		email,
		billingAddress: address && toAddress(address),
		placeholderName: optionalText(rules.placeholderName) ?? 'Amazon Customer',
		placeholderEmail: optionalText(rules.placeholderEmail) ?? 'amazon-{orderId}@customer.invalid',
	};
}

function toAddress(given: IDataObject): StoreAddress {
	const text = (name: string) => toText(given[name]).trim();
	const country = text('country').toUpperCase();
	const region = findRegion(country, text('region'));
	return {
		firstName: text('firstName'),
		lastName: text('lastName'),
		company: text('company'),
		street: [text('street')],
		city: text('city'),
		region: region?.name ?? text('region'),
		regionCode: region?.code ?? '',
		postalCode: text('postalCode'),
		country,
		phone: text('phone'),
	};
}

function toAddressRules(rules: IDataObject): OrderImportConfig['address'] {
	return {
		placeholderText: optionalText(rules.placeholderText) ?? 'Withheld by Amazon',
		whenRegionUnknown: oneOf(rules.whenRegionUnknown, ['default', 'create', 'fail']),
		defaultRegion: toText(rules.defaultRegion).trim(),
	};
}

function toTaxRules(rules: IDataObject): Pick<OrderImportConfig, 'tax' | 'onTotalsDiffer'> {
	const items = oneOf(rules.items, ['always', 'never', 'listedStates']);
	return {
		tax: {
			items,
			states: requireStates(toList(optionalText(rules.states) ?? 'GA, FL, NC'), 'US States'),
			shipping: rules.shipping !== false,
		},
		onTotalsDiffer: oneOf(rules.onTotalsDiffer, ['adjust', 'fail']),
	};
}

function toWooCommerceRules(rules: IDataObject): WooCommerceRules {
	return {
		mailsBuyers: rules.mailsBuyers === true,
		unpaidStatus: oneOf(rules.unpaidStatus, ['on-hold', 'pending', 'processing']),
		tax: oneOf(rules.tax, ['amazon', 'store']),
	};
}

/** The store's own fields, and those that the form names instead. */
function toProductFields(store: StoreKind, given: IDataObject): ConvertSettings['products'] {
	const fields = productFieldsOf(store);
	const changes = Object.keys({ ...fields, parentId: '', inStock: '', type: '' }).flatMap((name) => {
		const path = toText(given[name]).trim();
		return path === '' ? [] : [[name, path] as const];
	});
	return { ...fields, ...Object.fromEntries(changes) };
}

function toNextNumber(value: unknown): number {
	if (value === undefined) return 1;
	const number = Number(value);
	if (Number.isSafeInteger(number) && number >= 0) return number;
	throw new ConfigError('Next Number', 'a whole number, such as 1100001', value);
}
