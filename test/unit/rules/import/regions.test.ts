import { REGION_LISTS } from '../../../../nodes/rules/import/regionList';
import { findRegion, needsRegion, requireStates } from '../../../../nodes/rules/import/regions';

describe('findRegion', () => {
	it.each([
		['US', 'GA', 'GA'],
		['US', 'us-ga', 'GA'],
		['US', 'US GA', 'GA'],
		['US', 'Georgia, USA', 'GA'],
		['US', 'Georgia, U.S.A.', 'GA'],
		['US', 'GA, US', 'GA'],
		['US', 'Georgia, United States', 'GA'],
		['US', 'State of Georgia, United States of America', 'GA'],
		['US', 'USA', undefined],
		['US', 'United States', undefined],
		['US', 'Uska', undefined],
		['CA', 'Ontario, Canada', 'ON'],
		['MX', 'State of Mexico', 'MEX'],
		['MX', 'Jalisco, Mexico', 'JAL'],
		['CH', 'Chur', undefined],
		['CH', 'CH-UR', 'UR'],
		['IT', 'Itri', undefined],
		['IT', 'IT RI', 'RI'],
		['US', 'District Of Columbia', 'DC'],
		['US', 'D.C.', 'DC'],
		['US', 'State of Georgia', 'GA'],
		['CA', 'québec', 'QC'],
		['CA', 'Newfoundland & Labrador', 'NL'],
		['MX', 'Nuevo Leon', 'NLE'],
		['MX', 'CDMX', 'CMX'],
		['MX', 'Distrito Federal', 'CMX'],
		['MX', 'Estado de Mexico', 'MEX'],
		['MX', 'Estado de Jalisco', 'JAL'],
		['BR', 'SAO PAULO', 'SP'],
		['AU', 'New South Wales', 'NSW'],
		['IN', 'KARNATAKA', 'KA'],
		['IN', 'Orissa', 'OD'],
		['IN', 'CHHATTISGARH', 'CG'],
		['IN', 'Jammu & Kashmir', 'JK'],
		['DE', 'Bayern', 'BY'],
		['DE', 'Bavaria', 'BY'],
		['DE', 'NRW', 'NW'],
		['DE', 'Thueringen', 'TH'],
		['ES', 'A Coruña', 'C'],
		['ES', 'La Coruna', 'C'],
		['ES', 'Provincia de Barcelona', 'B'],
		['ES', 'Islas Baleares', 'PM'],
		['IT', 'RM', 'RM'],
		['IT', 'Provincia di Torino', 'TO'],
		['IT', 'TO', 'TO'],
		['IT', 'Florence', 'FI'],
		['IT', "L'Aquila", 'AQ'],
		['IE', 'County Dublin', 'D'],
		['IE', 'Co. Dublin', 'D'],
		['IE', 'CO', 'CO'],
		['TR', 'Istanbul', '34'],
		['TR', 'Diyarbakır', '21'],
		['TR', 'DIYARBAKIR', '21'],
		['TR', 'İzmir ili', '35'],
		['ZA', 'KwaZulu Natal', 'KZN'],
		['EG', 'Cairo', 'C'],
		['EG', 'القاهرة', 'C'],
		['EG', 'Giza Governorate', 'GZ'],
		['AE', 'Dubai', 'DU'],
		['JP', '東京都', '13'],
		['JP', 'Tokyo', '13'],
		['JP', 'Osaka-fu', '27'],
		['JP', 'Hokkaido', '01'],
		['AR', 'CABA', 'C'],
		['CN', '广东省', 'GD'],
		['PL', 'lodzkie', '10'],
		['SE', 'Skåne län', 'M'],
		['SE', 'Stockholm', 'AB'],
		['US', 'Ontario', undefined],
		['US', '', undefined],
		['US', 'US', undefined],
		['US', 'State of', undefined],
		['GB', 'Kent', undefined],
		['constructor', 'Kent', undefined],
	])('%s: "%s" is %s', (country, text, code) => {
		expect(findRegion(country, text)?.code).toBe(code);
	});

	const countries = Object.keys(REGION_LISTS);
	const entriesOf = (country: string) =>
		(REGION_LISTS[country] ?? '').split(';').map((entry) => {
			const [code = ''] = entry.split(' ');
			return { code, names: entry.slice(code.length + 1).split('|') };
		});

	it.each(countries)('%s: every name of the list is that of its region alone', (country) => {
		for (const { code, names } of entriesOf(country)) {
			for (const name of [code, ...names])
				expect([name, findRegion(country, name)?.code]).toEqual([name, code]);
		}
	});

	it.each(countries)('%s: every name is found in small and in capital letters', (country) => {
		for (const { code, names } of entriesOf(country)) {
			for (const name of names) {
				const found = [name.toLowerCase(), name.toUpperCase()].map((text) => findRegion(country, text)?.code);
				expect([name, ...found]).toEqual([name, code, code]);
			}
		}
	});
});

it.each([
	['US', true],
	['JP', true],
	['DE', false],
	['SG', false],
])('an address in %s needs a region: %s', (country, needed) => {
	expect(needsRegion(country)).toBe(needed);
});

it('reads a list of states, and names what is none', () => {
	expect(requireStates(['ga', 'Florida', 'NC'], 'US States')).toEqual(['GA', 'FL', 'NC']);
	expect(() => requireStates(['GA', 'Bavaria'], 'US States')).toThrow(
		'US States is "Bavaria", but it must be a list of US states, such as GA, FL, NC',
	);
});
