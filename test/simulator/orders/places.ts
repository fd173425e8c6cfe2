/** People and addresses of a marketplace's country, all made up. */
export interface Place {
	given: readonly string[];
	family: readonly string[];
	streets: readonly string[];
	/** City, postal code and region as addresses there name it; empty where they name none. */
	cities: readonly (readonly [city: string, postalCode: string, region: string])[];
	/** Country code in front of a phone number. */
	dial: string;
}

const SPANISH = {
	given: ['Lucía', 'Mateo', 'Sofía', 'Íñigo'],
	family: ['García López', 'Martínez', 'Muñoz', 'Peña'],
};
const ENGLISH = {
	given: ['Olivia', 'Jack', 'Amelia', 'Harry'],
	family: ['Smith', "O'Brien", 'Taylor-Jones', 'Walker'],
};
const FRENCH = {
	given: ['Chloé', 'Léo', 'Manon', 'Théo'],
	family: ['Lefèvre', 'Dubois', 'Bernard', 'Caron'],
};
const GERMAN = {
	given: ['Jürgen', 'Anna', 'Käthe', 'Lukas'],
	family: ['Müller', 'Weiß', 'von der Heide', 'Schmidt'],
};
const ARABIC = {
	given: ['Omar', 'Layla', 'Yusuf', 'Nour'],
	family: ['Al Farsi', 'Hassan', 'El-Sayed', 'Mansour'],
};

/** By Amazon's country code. */
export const PLACES: Readonly<Record<string, Place>> = {
	US: {
		...ENGLISH,
		streets: ['12 Peachtree St NE', '4500 Elm Avenue', '77 Ocean Dr Apt 5'],
		cities: [
			['Atlanta', '30303', 'GA'],
			['Miami', '33139', 'FL'],
			['Charlotte', '28202', 'NC'],
			['Seattle', '98101-1234', 'WA'],
			['Austin', '78701', 'TX'],
		],
		dial: '+1',
	},
	CA: {
		...ENGLISH,
		streets: ['101 Maple Road', '9 Rue Sainte-Catherine'],
		cities: [
			['Toronto', 'M5V 2T6', 'ON'],
			['Montréal', 'H2X 1Y4', 'QC'],
		],
		dial: '+1',
	},
	MX: {
		...SPANISH,
		streets: ['Av. Insurgentes Sur 1602', 'Calle 5 de Mayo 12'],
		cities: [
			['Ciudad de México', '03940', 'CDMX'],
			['Guadalajara', '44100', 'Jalisco'],
		],
		dial: '+52',
	},
	BR: {
		given: ['João', 'Maria', 'Antônio', 'Beatriz'],
		family: ['da Silva', 'Gonçalves', 'Souza', 'Araújo'],
		streets: ['Rua das Flores, 123', 'Avenida Paulista, 1000'],
		cities: [
			['São Paulo', '01310-100', 'SP'],
			['Rio de Janeiro', '20040-002', 'RJ'],
		],
		dial: '+55',
	},
	UK: {
		...ENGLISH,
		streets: ['45 Oak Avenue', 'Flat 2A, 10 High Street', 'The Old Rectory'],
		cities: [
			['London', 'SW1A 1AA', ''],
			['Manchester', 'M1 1AE', 'Greater Manchester'],
		],
		dial: '+44',
	},
	IE: {
		given: ['Aoife', 'Seán', 'Niamh', 'Conor'],
		family: ["O'Connor", 'Murphy', 'Ní Bhriain'],
		streets: ['12 Main Street'],
		cities: [['Dublin', 'D02 AF30', 'County Dublin']],
		dial: '+353',
	},
	DE: {
		...GERMAN,
		streets: ['Straße des 17. Juni 135', 'Hauptstr. 1a', 'Am Böhmerwald 7'],
		cities: [
			['Berlin', '10623', ''],
			['München', '80331', 'Bayern'],
			['Köln', '50667', ''],
		],
		dial: '+49',
	},
	FR: {
		...FRENCH,
		streets: ['8 rue de la Paix', '14 bis avenue de l’Opéra'],
		cities: [
			['Paris', '75002', ''],
			['Lyon', '69001', ''],
		],
		dial: '+33',
	},
	BE: { ...FRENCH, streets: ['Rue Neuve 5'], cities: [['Bruxelles', '1000', '']], dial: '+32' },
	NL: {
		given: ['Sanne', 'Daan', 'Fleur', 'Bram'],
		family: ['de Vries', 'van den Berg', 'Jansen'],
		streets: ['Prinsengracht 263-H', 'Dorpsstraat 1'],
		cities: [['Amsterdam', '1016 GV', '']],
		dial: '+31',
	},
	IT: {
		given: ['Giulia', 'Niccolò', 'Francesca', 'Matteo'],
		family: ['Rossi', 'Esposito', "D'Angelo"],
		streets: ['Via Roma 12', 'Piazza del Duomo 1'],
		cities: [
			['Milano', '20121', 'MI'],
			['Roma', '00184', 'RM'],
		],
		dial: '+39',
	},
	ES: {
		...SPANISH,
		streets: ['Calle Mayor 7, 3º B', 'Gran Vía 28'],
		cities: [
			['Madrid', '28013', 'Madrid'],
			['A Coruña', '15001', 'A Coruña'],
		],
		dial: '+34',
	},
	SE: {
		given: ['Åsa', 'Björn', 'Elin', 'Göran'],
		family: ['Svensson', 'Lindström', 'Öberg'],
		streets: ['Drottninggatan 5 lgh 1101'],
		cities: [['Göteborg', '411 14', '']],
		dial: '+46',
	},
	PL: {
		given: ['Łukasz', 'Zofia', 'Michał', 'Żaneta'],
		family: ['Wiśniewski', 'Wójcik', 'Kowalska'],
		streets: ['ul. Świętokrzyska 14/3'],
		cities: [['Łódź', '90-001', 'łódzkie']],
		dial: '+48',
	},
	TR: {
		given: ['Mehmet', 'Ayşe', 'Çağlar', 'İrem'],
		family: ['Yılmaz', 'Öztürk', 'Şahin'],
		streets: ['İstiklal Caddesi No:42'],
		cities: [['İstanbul', '34430', 'İstanbul']],
		dial: '+90',
	},
	ZA: {
		...ENGLISH,
		streets: ['1 Long Street'],
		cities: [['Cape Town', '8001', 'Western Cape']],
		dial: '+27',
	},
	EG: { ...ARABIC, streets: ['5 Talaat Harb St'], cities: [['Cairo', '11511', 'Cairo']], dial: '+20' },
	SA: { ...ARABIC, streets: ['King Fahd Rd 7'], cities: [['Riyadh', '12211', '']], dial: '+966' },
	AE: { ...ARABIC, streets: ['Villa 3, Al Wasl Rd'], cities: [['Dubai', '', 'Dubai']], dial: '+971' },
	IN: {
		given: ['Aarav', 'Priya', 'Vikram', 'Ananya'],
		family: ['Sharma', 'Iyer', 'Singh'],
		streets: ['Flat 12, MG Road'],
		cities: [
			['BENGALURU', '560001', 'KARNATAKA'],
			['MUMBAI', '400001', 'MAHARASHTRA'],
		],
		dial: '+91',
	},
	SG: {
		given: ['Wei Ling', 'Jia Hao', 'Siti'],
		family: ['Tan', 'Lim', 'Binte Rahman'],
		streets: ['Blk 123 Ang Mo Kio Ave 3 #08-45'],
		cities: [['Singapore', '560123', '']],
		dial: '+65',
	},
	AU: {
		...ENGLISH,
		streets: ['Unit 4/12 Beach Rd'],
		cities: [
			['Sydney', '2000', 'NSW'],
			['Melbourne', '3000', 'VIC'],
		],
		dial: '+61',
	},
	JP: {
		given: ['太郎', '花子', '健', 'さくら'],
		family: ['山田', '佐藤', '高橋'],
		streets: ['渋谷2-24-12', '北区梅田1-1-3'],
		cities: [
			['渋谷区', '150-0002', '東京都'],
			['大阪市', '530-0001', '大阪府'],
		],
		dial: '+81',
	},
};

/** Value added or sales tax in ten-thousandths; on top of prices in the United States and Canada. */
export const TAX_RATES: Readonly<Record<string, number>> = {
	...{ US: 725, CA: 1300, MX: 1600, BR: 1700, UK: 2000, IE: 2300, DE: 1900, FR: 2000, BE: 2100, NL: 2100 },
	...{ IT: 2200, ES: 2100, SE: 2500, PL: 2300, TR: 2000, ZA: 1500, EG: 1400, SA: 1500, AE: 500, IN: 1800 },
	...{ SG: 900, AU: 1000, JP: 1000 },
};

/** Countries where prices are without tax. */
export const TAX_ON_TOP: readonly string[] = ['US', 'CA'];
