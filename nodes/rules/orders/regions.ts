import { ConfigError } from '../verdict';

/** A state, province or region as stores know it. */
export interface Region {
	code: string;
	name: string;
}

/** Countries whose orders need a region in most stores, by ISO 3166-1; codes are the second half of ISO 3166-2. */
const LISTS: Readonly<Record<string, string>> = {
	US: 'AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming,AS American Samoa,GU Guam,MP Northern Mariana Islands,PR Puerto Rico,VI Virgin Islands,AA Armed Forces Americas,AE Armed Forces Europe,AP Armed Forces Pacific',
	CA: 'AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,NS Nova Scotia,NT Northwest Territories,NU Nunavut,ON Ontario,PE Prince Edward Island,QC Quebec,SK Saskatchewan,YT Yukon',
	AU: 'ACT Australian Capital Territory,NSW New South Wales,NT Northern Territory,QLD Queensland,SA South Australia,TAS Tasmania,VIC Victoria,WA Western Australia',
	MX: 'AGU Aguascalientes,BCN Baja California,BCS Baja California Sur,CAM Campeche,CHP Chiapas,CHH Chihuahua,CMX Ciudad de México,COA Coahuila,COL Colima,DUR Durango,GUA Guanajuato,GRO Guerrero,HID Hidalgo,JAL Jalisco,MEX Estado de México,MIC Michoacán,MOR Morelos,NAY Nayarit,NLE Nuevo León,OAX Oaxaca,PUE Puebla,QUE Querétaro,ROO Quintana Roo,SLP San Luis Potosí,SIN Sinaloa,SON Sonora,TAB Tabasco,TAM Tamaulipas,TLA Tlaxcala,VER Veracruz,YUC Yucatán,ZAC Zacatecas',
	BR: 'AC Acre,AL Alagoas,AP Amapá,AM Amazonas,BA Bahia,CE Ceará,DF Distrito Federal,ES Espírito Santo,GO Goiás,MA Maranhão,MT Mato Grosso,MS Mato Grosso do Sul,MG Minas Gerais,PA Pará,PB Paraíba,PR Paraná,PE Pernambuco,PI Piauí,RJ Rio de Janeiro,RN Rio Grande do Norte,RS Rio Grande do Sul,RO Rondônia,RR Roraima,SC Santa Catarina,SP São Paulo,SE Sergipe,TO Tocantins',
	IN: 'AN Andaman and Nicobar Islands,AP Andhra Pradesh,AR Arunachal Pradesh,AS Assam,BR Bihar,CH Chandigarh,CG Chhattisgarh,DH Dadra and Nagar Haveli and Daman and Diu,DL Delhi,GA Goa,GJ Gujarat,HR Haryana,HP Himachal Pradesh,JK Jammu and Kashmir,JH Jharkhand,KA Karnataka,KL Kerala,LA Ladakh,LD Lakshadweep,MP Madhya Pradesh,MH Maharashtra,MN Manipur,ML Meghalaya,MZ Mizoram,NL Nagaland,OD Odisha,PY Puducherry,PB Punjab,RJ Rajasthan,SK Sikkim,TN Tamil Nadu,TS Telangana,TR Tripura,UP Uttar Pradesh,UK Uttarakhand,WB West Bengal',
};

const REGIONS: ReadonlyMap<string, readonly Region[]> = new Map(
	Object.entries(LISTS).map(([country, list]) => [country, list.split(',').map(toRegion)]),
);

const indices = new Map<string, ReadonlyMap<string, Region>>();

/** Names and codes as people write them, without case, accents, points and spaces -> region; made when first asked. */
function indexOf(country: string): ReadonlyMap<string, Region> {
	const known = indices.get(country);
	if (known !== undefined) return known;
	const regions = REGIONS.get(country) ?? [];
	const index = new Map(
		regions.flatMap((region) => [region.code, region.name].map((word) => [plain(word), region] as const)),
	);
	// Countries without regions come from addresses, in any number.
	if (hasRegions(country)) indices.set(country, index);
	return index;
}

/** Whether orders into this country need a region that we can check. */
export function hasRegions(country: string): boolean {
	return REGIONS.has(country);
}

/** The region behind a code or a name in any spelling; undefined when the country has no such one. */
export function findRegion(country: string, text: string): Region | undefined {
	const word = plain(text);
	const index = indexOf(country);
	// Some write "US-GA".
	return index.get(word) ?? index.get(word.startsWith(plain(country)) ? word.slice(country.length) : '');
}

/** The codes of a list of US states that a person typed. @throws ConfigError naming what is no state */
export function requireStates(states: readonly string[], field: string): string[] {
	return states.map((state) => {
		const region = findRegion('US', state);
		if (region !== undefined) return region.code;
		throw new ConfigError(field, 'a list of US states, such as GA, FL, NC', state);
	});
}

function toRegion(entry: string): Region {
	const [code = '', ...words] = entry.split(' ');
	return { code, name: words.join(' ') };
}

function plain(text: string): string {
	const bare = text.normalize('NFD').replace(/\p{M}/gu, '');
	return bare.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}
