/** Platforms whose own region codes we know. */
export type RegionPlatform = 'wooCommerce' | 'shopify' | 'magento';

/**
 * What each platform makes of our code (ISO's, see `regionList`): `*` stands for it, `code=its` is an exception, and
 * `code=` a region that the platform does not have. Countries that are not named have no codes there.
 */
const CODES: Readonly<Record<RegionPlatform, Readonly<Record<string, string>>>> = {
	/** WooCommerce 11.0, `i18n/states.php`. */
	wooCommerce: {
		US: '*;AS=;FM=;GU=;MH=;MP=;PR=;PW=;VI=',
		CA: '*',
		MX: 'CMX=DF;JAL=JA;NLE=NL;AGU=AG;BCN=BC;BCS=BS;CAM=CM;CHP=CS;CHH=CH;COA=CO;COL=CL;DUR=DG;GUA=GT;GRO=GR;HID=HG;MEX=MX;MIC=MI;MOR=MO;NAY=NA;OAX=OA;PUE=PU;QUE=QT;ROO=QR;SLP=SL;SIN=SI;SON=SO;TAB=TB;TAM=TM;TLA=TL;VER=VE;YUC=YU;ZAC=ZA',
		BR: '*',
		IE: '*',
		DE: 'DE-*',
		IT: '*;CI=;OG=;OT=;VS=',
		ES: '*;CB=S',
		TR: 'TR*',
		ZA: '*',
		EG: 'EG*;HU=;SU=',
		IN: '*;CG=CT',
		AU: '*',
		JP: 'JP*',
		AR: '*',
		CL: 'CL-*',
		CO: 'CO-*',
		PE: '*',
		NZ: '*;CIT=',
		CH: '*',
		GR: '*',
		RO: '*',
		MY: '01=JHR;02=KDH;03=KTN;15=LBN;04=MLK;05=NSN;06=PHG;07=PNG;08=PRK;09=PLS;12=SBH;13=SWK;10=SGR;11=TRG;16=PJY;14=KUL',
		HK: 'HK=HONG KONG;KL=KOWLOON;NT=NEW TERRITORIES',
		CN: 'YN=CN1;BJ=CN2;TJ=CN3;HE=CN4;SX=CN5;NM=CN6;LN=CN7;JL=CN8;HL=CN9;SH=CN10;JS=CN11;ZJ=CN12;AH=CN13;FJ=CN14;JX=CN15;SD=CN16;HA=CN17;HB=CN18;HN=CN19;GD=CN20;GX=CN21;HI=CN22;CQ=CN23;SC=CN24;GZ=CN25;SN=CN26;GS=CN27;QH=CN28;NX=CN29;MO=CN30;XZ=CN31;XJ=CN32',
		TH: 'TH-*;S=',
		PH: '*;DVO=DAC;SIG=SIQ',
		ID: '*',
		BG: 'BG-*',
		HU: '*',
	},
	/** Shopify's open data, github.com/Shopify/worldwide, `data/regions`: zones and their codes. */
	shopify: {
		US: '*',
		CA: '*',
		MX: '*;AGU=AGS;BCN=BC;CAM=CAMP;CHH=CHIH;CHP=CHIS;CMX=DF;COA=COAH;DUR=DGO;GUA=GTO;HID=HGO;MIC=MICH;NLE=NL;QUE=QRO;ROO=Q ROO;TAM=TAMPS;TLA=TLAX',
		BR: '*',
		IE: '*',
		IT: '*;SU=',
		ES: '*;CB=S',
		ZA: '*;KZN=NL',
		EG: '*',
		AE: '*',
		IN: '*;DH=;OD=OR',
		AU: '*',
		JP: 'JP-*',
		AR: '*',
		CL: '*',
		CO: '*',
		PE: 'PE-*',
		NZ: '*',
		PT: 'PT-*',
		RO: '*',
		MY: '01=JHR;02=KDH;03=KTN;14=KUL;15=LBN;04=MLK;05=NSN;06=PHG;07=PNG;08=PRK;09=PLS;16=PJY;12=SBH;13=SWK;10=SGR;11=TRG',
		KR: 'KR-*',
		HK: '*',
		CN: '*;HK=;MO=;TW=;XZ=YZ',
		TH: 'TH-*',
		PH: 'PH-*',
		ID: '*',
	},
	/**
	 * Magento 2.4.4 to 2.4.8, table `directory_country_region`, from `Magento/Directory/Setup/Patch/Data`. The Spanish
	 * code of A Coruña has a Cyrillic letter there.
	 */
	magento: {
		US: '*',
		CA: '*',
		MX: '*',
		BR: '*',
		IE: '*',
		DE: 'BW=BAW;BY=BAY;BE=BER;HB=BRE;BB=BRG;HH=HAM;HE=HES;MV=MEC;NI=NDS;NW=NRW;RP=RHE;ST=SAC;SL=SAR;SN=SAS;SH=SCN;TH=THE',
		IT: '*',
		ES: 'C=A Coruсa;VI=Alava;AB=Albacete;A=Alicante;AL=Almeria;O=Asturias;AV=Avila;BA=Badajoz;PM=Baleares;B=Barcelona;BU=Burgos;CC=Caceres;CA=Cadiz;CB=Cantabria;CS=Castellon;CE=Ceuta;CR=Ciudad Real;CO=Cordoba;CU=Cuenca;GI=Girona;GR=Granada;GU=Guadalajara;SS=Guipuzcoa;H=Huelva;HU=Huesca;J=Jaen;LO=La Rioja;GC=Las Palmas;LE=Leon;L=Lleida;LU=Lugo;M=Madrid;MA=Malaga;ML=Melilla;MU=Murcia;NA=Navarra;OR=Ourense;P=Palencia;PO=Pontevedra;SA=Salamanca;TF=Santa Cruz de Tenerife;SG=Segovia;SE=Sevilla;SO=Soria;T=Tarragona;TE=Teruel;TO=Toledo;V=Valencia;VA=Valladolid;BI=Vizcaya;ZA=Zamora;Z=Zaragoza',
		IN: '*;CG=CT;OD=OR;TS=TG;UK=UT;DH=',
		AU: '*',
		AR: 'AR-*',
		CL: 'CL-*',
		CO: 'CO-*;DC=',
		PE: 'PE-*',
		CH: '*',
		PT: 'PT-*',
		GR: 'GR-*',
		RO: '*',
		CN: 'CN-*',
		BG: 'BG-*',
		AT: '1=BL;2=KN;3=NO;4=OO;5=SB;6=ST;7=TI;8=VB;9=WI',
		BE: '*',
		PL: 'PL-*',
		SE: 'SE-*',
	},
};

interface CountryCodes {
	pattern: string;
	exceptions: ReadonlyMap<string, string>;
}

const read = new Map<string, CountryCodes | undefined>();

/** The platform's code of a region, by our own code; empty where it has none, and then a text stands in. */
export function platformRegionCode(
	platform: RegionPlatform,
	{ country, regionCode }: { country: string; regionCode: string },
): string {
	const codes = regionCode === '' ? undefined : codesOf(platform, country);
	return codes?.exceptions.get(regionCode) ?? codes?.pattern.replace('*', regionCode) ?? '';
}

/** Read when first asked for: most shops sell to few countries. */
function codesOf(platform: RegionPlatform, country: string): CountryCodes | undefined {
	const key = `${platform} ${country}`;
	if (!read.has(key) && Object.hasOwn(CODES[platform], country)) {
		read.set(key, readCodes(CODES[platform][country] ?? ''));
	}
	return read.get(key);
}

function readCodes(list: string): CountryCodes {
	const entries = list.split(';').map((entry) => entry.split('='));
	const exceptions = entries.flatMap(([code = '', own]) => (own === undefined ? [] : [[code, own] as const]));
	const pattern = entries.find((entry) => entry.length === 1)?.[0] ?? '';
	return { pattern, exceptions: new Map(exceptions) };
}
