import {
	asFieldName,
	asFieldNames,
	FieldMissing,
	requireField,
} from '../../../../nodes/n8n/forms/fieldNames';
import { ConfigError } from '../../../../nodes/rules/verdict/verdict';

const ITEMS = [
	{ sku: 'DEMO-0101', price: 10, quantity: 3 },
	{ sku: 'DEMO-0102', variants: [{ ean: '4006381333931' }] },
];

describe('the field that a form names', () => {
	it.each(['sku', 'price', 'variants.0.ean'])('may be one that any item has: %s', (path) => {
		expect(() => requireField(ITEMS, path, 'SKU Field')).not.toThrow();
	});

	it('may be empty: that is the item’s problem, not the form’s', () => {
		expect(() => requireField([{ sku: null }, { sku: '' }], 'sku', 'SKU Field')).not.toThrow();
	});

	it('is not asked of no items', () => {
		expect(() => requireField([], 'sku', 'SKU Field')).not.toThrow();
	});

	it.each([
		['artikelnummer', 'No item has a field "artikelnummer" (SKU Field)'],
		['sku DEMO-0101', 'No item has a field "sku DEMO-0101" (SKU Field)'],
		['variants.1.ean', 'No item has a field "variants.1.ean" (SKU Field)'],
	])('stops the run when no item has it: %s', (path, message) => {
		expect(() => requireField(ITEMS, path, 'SKU Field')).toThrow(
			new FieldMissing('SKU Field', path, ['sku', 'price', 'quantity', 'variants']),
		);
		expect(() => requireField(ITEMS, path, 'SKU Field')).toThrow(
			`${message}. The items have: sku, price, quantity, variants.`,
		);
	});

	it('must have a name', () => {
		expect(() => requireField(ITEMS, ' ', 'SKU Field')).toThrow(ConfigError);
	});

	it('does not list hundreds of names', () => {
		const wide = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}`, index]));
		expect(() => requireField([wide], 'sku', 'SKU Field')).toThrow('f18, f19 and 280 more.');
	});

	it('says so when the items are empty', () => {
		expect(() => requireField([{}], 'sku', 'SKU Field')).toThrow('The items have no fields at all.');
	});
});

describe('a parameter that names a field', () => {
	const field = { displayName: 'SKU Field', name: 'skuField', type: 'string' as const, default: 'sku' };

	it('takes the path of a dragged field', () => {
		expect(asFieldName(field)).toMatchObject({ ...field, requiresDataPath: 'single' });
		expect(asFieldNames(field)).toMatchObject({ ...field, requiresDataPath: 'multiple' });
	});
});
