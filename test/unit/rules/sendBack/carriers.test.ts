import fc from 'fast-check';
import { CARRIER_ALIASES, CARRIER_CODES } from '../../../../nodes/amazon/tables/carriers';
import { createCarrierFinder } from '../../../../nodes/rules/sendBack/shipment/carrier';
import { nameKey } from '../../../../nodes/rules/item/nameKey';
import { describeWithModels, readModelText } from '../../../contract/models';

const find = createCarrierFinder(CARRIER_CODES, CARRIER_ALIASES);

describe('a whole name', () => {
	it.each([
		['UPS', 'UPS'],
		['ups', 'UPS'],
		['U.P.S.', 'UPS'],
		['United Parcel Service', 'UPS'],
		['usps', 'USPS'],
		['U.S.P.S.', 'USPS'],
		['United States Postal Service', 'USPS'],
		['fedex', 'FedEx'],
		['Federal Express', 'FedEx'],
		['DHL', 'DHL'],
		['dhl_de', 'DHL'],
		['Deutsche Post DHL', 'DHL'],
		['DHL Paket', 'DHL-Paket'],
		['DHL-Express', 'DHL Express'],
		['DHL Ecommerce - US', 'DHL eCommerce'],
		['Deutsche Post', 'Deutsche Post'],
		['royalmail', 'Royal Mail'],
		['ROYAL_MAIL', 'Royal Mail'],
		['Evri', 'Hermes UK'],
		['Hermes', 'Hermes'],
		['colissimo', 'Colissimo'],
		['La Poste Colissimo', 'Colissimo'],
		['Colis Privé', 'COLIS PRIVE'],
		['postnl', 'Post NL'],
		['PostNL', 'Post NL'],
		['australia post', 'Australia Post'],
		['AusPost', 'Australia Post'],
		['Österreichische Post', 'AT POST'],
		['Kühne + Nagel', 'Kuehne+Nagel'],
		['Dachser', 'DACHSER'],
		['Correos España', 'Correos'],
		['Transaragonés', 'TransaragonÃ©s'],
		['ヤマト運輸', 'YAMATO'],
		['佐川急便', 'SAGAWA'],
		['4px', '4PX'],
		['go!', 'GO!'],
		['  dpd\n local ', 'DPD Local'],
		['DX', 'DX'],
		['Target', 'Target'],
		['Upsilon', 'Upsilon'],
	])('%s is %s', (name, code) => {
		expect(find(name)).toEqual({ code, name: code, known: true });
	});
});

describe('a name that begins with a carrier', () => {
	it.each([
		['UPS Ground', 'UPS', 'Ground'],
		['ups_2nd_day_air', 'UPS', '2nd_day_air'],
		['UPS Mail Innovations Expedited', 'UPS Mail Innovations', 'Expedited'],
		['FedEx 2Day', 'FedEx', '2Day'],
		['FedEx Ground (Residential)', 'FedEx', 'Ground (Residential)'],
		['fedex ground', 'FedEx', 'ground'],
		['DHL Express Worldwide', 'DHL Express', 'Worldwide'],
		['DHL (Europaket)', 'DHL', 'Europaket'],
		['Royal Mail - Tracked 48', 'Royal Mail', 'Tracked 48'],
		['GLS Express Parcel', 'GLS', 'Express Parcel'],
		['TNT: Economy', 'TNT', 'Economy'],
	])('%s is %s with %s', (name, code, method) => {
		expect(find(name)).toEqual({ code, name: code, known: true, method });
	});
});

describe('a name nobody knows', () => {
	it.each([
		['Upside Logistics', 'Upside Logistics'],
		['Upsala Express', 'Upsala Express'],
		['DX Couriers of Kent', 'DX Couriers of Kent'],
		['Target Practice', 'Target Practice'],
		['My UPS Store', 'My UPS Store'],
		['Custom Freight Inc', 'Custom Freight Inc'],
		['Bob\tand\n Bike', 'Bob and Bike'],
		['', ''],
		['???', '???'],
		['x'.repeat(60), 'x'.repeat(50)],
		['🚚'.repeat(60), '🚚'.repeat(50)],
	])('%p stays Other with its name', (given, name) => {
		expect(find(given)).toEqual({ code: 'Other', name, known: false });
	});

	it.each(['Other', 'Andere', 'Otro', 'custom'])('%s says that it is another one', (name) => {
		expect(find(name)).toEqual({ code: 'Other', name, known: true });
	});
});

it('the finder is stable: what it answers it finds again, and it never throws', () => {
	const names = [...CARRIER_CODES, ...Object.values(CARRIER_ALIASES).flat()];
	const piece = fc.oneof(
		fc.constantFrom(...names, ' ', '-', '.'),
		fc.string(),
		fc.string({ unit: 'grapheme' }),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
			const { method: _method, ...found } = find(pieces.join(' '));
			const again = find(found.code === 'Other' ? found.name : found.code);
			expect(again.code).toBe(found.code);
			expect([...again.name].length).toBeLessThanOrEqual(50);
			expect(again.name).toBe(found.name);
		}),
		{ numRuns: 1000 },
	);
});

describe('the table', () => {
	it('names each carrier once, and aliases only carriers it has', () => {
		const keys = CARRIER_CODES.map(nameKey);
		expect(keys).toHaveLength(new Set(keys).size);
		expect(Object.keys(CARRIER_ALIASES).filter((code) => !CARRIER_CODES.includes(code))).toEqual([]);
	});

	it('gives no name to two carriers', () => {
		const owners = new Map<string, string>(CARRIER_CODES.map((code) => [nameKey(code), code]));
		const conflicts = Object.entries(CARRIER_ALIASES).flatMap(([code, names]) =>
			names.filter((name) => {
				const owner = owners.get(nameKey(name));
				owners.set(nameKey(name), code);
				return owner !== undefined && owner !== code;
			}),
		);
		expect(conflicts).toEqual([]);
	});
});

describeWithModels("the table and Amazon's XML", ['schemas/amzn-base.xsd'], () => {
	const xsd = readModelText('schemas/amzn-base.xsd');
	const start = xsd.indexOf('name="CarrierCode"');
	const element = xsd.slice(start, xsd.indexOf('</xsd:simpleType>', start));
	const allowed = [...element.matchAll(/enumeration value="([^"]*)"/g)].map(([, value]) => value ?? '');

	it('has only codes that the XML takes', () => {
		expect(allowed.length).toBeGreaterThan(300);
		expect(CARRIER_CODES.filter((code) => !allowed.includes(code))).toEqual([]);
	});

	it('finds every code of the XML but one that is no carrier', () => {
		expect(allowed.filter((code) => !find(code).known)).toEqual(['HS code']);
	});
});
