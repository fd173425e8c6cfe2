/** A list written as text: entries between ` | ` and line ends. */
function listOf(text: string): string[] {
	return text
		.split(/[|\n]/)
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}

/**
 * Amazon's carrier codes (`CarrierCode` in amzn-base.xsd): each once, without its other spellings and without those that
 * say `Other` in another language. `confirmShipment` takes any text, the XML feed these only.
 */
export const CARRIER_CODES: readonly string[] = listOf(`
	UPS | UPSMI | UPS Mail Innovations | UPS Freight | USPS | FedEx | FedEx SmartPost | Fedex Freight | FEDEX_JP
	AFL/Fedex | DHL | DHL eCommerce | DHL Express | DHL Freight | DHL Global Mail | DHL Home Delivery | DHL Kargo
	DHL-Paket | DHLPL | Deutsche Post | DPD | DPD Local | GLS | GO! | TNT | TNTIT | TNT Kargo | Other | Self Delivery
	Amazon Shipping | AMZL | AMZL_UK | AMAUK | Digital Delivery

	A-1 | AAA Cooper | ABF | Asendia | ATS | Best Buy | Canada Post | CEVA | Conway | ECMS | Estes | First Mile
	Home Logistics | Hunter Logistics | ICC Worldwide | iParcel | Landmark | Landmark Global | Lasership | Newgistics
	Old Dominion | OneWorldExpress | OnTrac | OSM | Panther | Pilot | Pilot Freight | PUROLATOR | R+L | Roadrunner
	RR Donnelley | Saia | Ship Global US | ShipEconomy | ShipGlobal | Smartmail | South Eastern Freight Lines
	Streamlite | Target | Urban Express | Watkins and Shepard | Estafeta | XPO | XPO Freight | Yellow Freight | iMile
	Blue Package | Correios | DirectLog | Total Express | TransFolha

	Royal Mail | RMLGB | Parcelforce | Parcelnet | City Link | Yodel | Hermes | Hermes UK | Hermes (Corporate) | APC
	APC Overnight | Arrow XL | BJS | B2C | B2C Europe | Caribou | Citypost | DEL Deliveries | Delivery Group
	The Delivery Group | DX | DX Express | DX Freight | DX Secure | GFS | honesteye | Hotpoint Logistics | HubEurope
	Huxloe | Huxloe Logistics | Interlink | Intersoft | ITD Global | Jersey Post | JPL UPU | Kybotech | MBE | MHI
	OCS Worldwide | Palletline | Palletways | Parcel2go | PARCEL2GO.COM | ParcelDenOnline | Parcelhub
	Parcelink Logistics | Parcel Monkey | Parcel Station | PDC Logistics | RBNA | Shipmate | Spring GDS | SPRING | STG
	Trakpak | Truline | Tuffnells | UKMail | UPakWeShip | Upsilon | Verage Shipping | Whistl | XDP

	Hermes Logistik Gruppe | Hermes Einrichtungsservice | AO | AO Deutschland | Asgard | AT POST | Assett | CargoLine
	DACHSER | DB Schenker | Der Kurier | DSV | Emons | Europaczka | FRACHTPOST | GEL | GEL Express | Hellmann | Hlog
	IDS | IDS Netzwerk | InPost | Kuehne+Nagel | Mail Alliance | Mainpost | MZZ-Briefdienst | NOVEO | ParcelOne | PIN
	Polish Post | Post Modern | PostNord | Raben | Raben Group | Rhenus | Rieck | Schweizer Post | Swiss post
	Sendcloud | Seven Senders | Stahlmann and Sachs | Stampit | Trans-o-Flex | Post NL | BPOST | DPB | EKI Trans

	La Poste | Colissimo | Coliposte | COLIS PRIVE | Chronopost | Cubyn | Delivengo | Exapaq | France Express | geodis
	Geodis Calberson | Heppner | Mondial Relay | VIR | WPX | Correos | Correos Express | Seur | MRW | Nacex | CBL
	CELERITAS | Centex | Chrono Express | CTTExpress | DYNAMIC EXPRESS | EINSA SOURCING | Endopack | Energo | Envialia
	GRUPO LOGISTIC | HRP | KEAVO | NTL | ONTIME | REDUR | Sending | Sprint | Susa | Szendex | TDN | TIPSA | Tourline
	Transaher | TransaragonÃ©s | TSB | TWS | TXT | TyD | Via Xpress | Zeleris

	Poste Italiane | SDA | BRT | Bartolini | Arco Spedizioni | Consegna Mezzi Propri | FAST EST | FERCAM | Interno
	Liccardi | Mezzi propri | Milkman | Nexive | Sailpost | Translink | Zust Ambrosetti | Aras Kargo | Arkas | Balnak
	Ceva Lojistik | Fillo Kargo | Geopost Kargo | Horoz Lojistik | Kargokar | Metro Kargo | MNG Kargo | Narpost Kargo
	PTT Kargo | Selem Kargo | Speedex | Tezel Lojistik | Emirates Post | Aramex

	YAMATO | YamatoTransport | SAGAWA | SagawaExpress | Japan Post | JP_EXPRESS | NITTSU | NipponExpress | Seino
	SEINO TRANSPORTATION | Australia Post | AUSSIE_POST | Australia Post-ArticleId | Australia Post-Consignment
	CouriersPlease | Fastway | Sendle | StarTrack-ArticleID | StarTrack-Consignment | Toll Global Express
	Singapore Post | Ninjavan | Qxpress | QExpress

	BlueDart | Bombax | Cart2India | CDC | Cititrans | Delhivery | Dotzot | DTDC | Ecom Express | First Flight | Gati
	India Post | Overnite Express | Professional | The Professional Couriers | Rivigo | Safexpress | Ship Delight
	Shree Maruti Courier | Shree Tirupati Courier | Spoton | Trackon | Whizzard | Xpressbees

	4PX | ALLJOY | Beijing Quanfeng Express | Best Express | China Post | Chukou1 | CNE | Equick | EUB
	First Flight China | Hongkong Post | JCEX | SF Express | SFC | Shunfeng Express | STO Express | Sunyou | UBI | VNLIN
	WanbExpress | WINIT | Yanwen | YDH | YTO Express | Yunda Express | Yun Express | ZTO Express
`);

/**
 * Carrier code -> how stores write it: names in Shopify's list of tracking companies, in WooCommerce's and Magento's
 * shipping extensions, and what people type. Where Amazon's code is for another name of the carrier, the newer name is an
 * alias (`Evri` was Hermes UK).
 */
export const CARRIER_ALIASES: Readonly<Record<string, readonly string[]>> = {
	UPS: listOf('United Parcel Service | United Parcel Service of America'),
	'UPS Mail Innovations': [],
	'UPS Freight': [],
	USPS: listOf('United States Postal Service | US Postal Service | U.S. Postal Service | US Post | US Mail'),
	FedEx: listOf('Federal Express | FDX'),
	'FedEx SmartPost': listOf('FedEx Smart Post'),
	'Fedex Freight': [],
	DHL: listOf(
		'Deutsche Post DHL | Deutsche Post DHL Group | DHL Deutsche Post | DHL DE | DHL Germany | DHL UK | DHL US',
	),
	'DHL-Paket': listOf('DHL Paket DE | DHL Paket Germany | DHL Paket National'),
	'DHL Express': listOf('DHL Express DE | DHL Worldwide Express'),
	'DHL eCommerce': listOf(
		'DHL eCommerce Asia | DHL eCommerce Solutions | DHL eCommerce US | DHL Ecommerce - US',
	),
	'DHL Global Mail': [],
	'DHL Freight': [],
	'Deutsche Post': listOf('Deutsche Post AG | Deutsche Post (DE) | Deutsche Post Brief'),
	DPD: listOf('Dynamic Parcel Distribution | DPD DE | DPD Germany | DPD UK | DPD FR | DPD Group | Geopost'),
	'DPD Local': [],
	GLS: listOf('General Logistics Systems | GLS Germany | GLS Italy | GLS (US) | GLS US'),
	TNT: listOf('TNT Express | TNT International | TNT UK'),
	'Amazon Shipping': listOf('Amazon | Amazon Logistics | Amazon Logistics UK | Amazon Logistics US'),
	'Self Delivery': listOf('Local Delivery | Own Delivery | Hand Delivery'),
	Other: listOf('Otro | Otros | Andere | Sonstige | Altro | Autre | Custom | Custom Value'),

	'Canada Post': listOf('Postes Canada | Canada Post Corporation'),
	PUROLATOR: listOf('Purolator Courier'),
	OnTrac: [],
	Lasership: listOf('LaserShip | Laser Ship'),
	OSM: listOf('OSM Worldwide'),
	Estes: listOf('Estes Express | Estes Express Lines'),
	'R+L': listOf('RL Carriers | R+L Carriers'),
	'Old Dominion': listOf('Old Dominion Freight Line | ODFL'),
	XPO: listOf('XPO Logistics'),
	Correios: [],

	'Royal Mail': listOf('Royal Mail UK | Royal Mail Group'),
	Parcelforce: listOf('Parcelforce Worldwide | Parcel Force'),
	'Hermes UK': listOf('Evri | Evri UK | myHermes'),
	'Hermes Logistik Gruppe': listOf('Hermes Germany | Hermes DE | Hermes Versand'),
	Hermes: [],
	Yodel: listOf('Yodel Direct'),
	'APC Overnight': [],
	UKMail: [],
	Whistl: [],

	'AT POST': listOf('Austrian Post | Österreichische Post | Post.at'),
	'Swiss post': listOf('Schweizerische Post | Die Schweizerische Post | La Poste Suisse'),
	'Polish Post': listOf('Poczta Polska'),
	InPost: listOf('Paczkomaty | InPost Paczkomaty'),
	PostNord: listOf('PostNord Sweden | PostNord Sverige'),
	DACHSER: listOf('DASCHER | DACSHER'),
	'DB Schenker': listOf('Schenker'),
	'Kuehne+Nagel': listOf('Kühne + Nagel'),
	'Post NL': listOf('PostNL International | TNT Post'),
	BPOST: listOf('Belgian Post | bpost international | bpack'),

	'La Poste': [],
	Colissimo: listOf('Colissimo (La Poste) | La Poste Colissimo | ColiShip'),
	'COLIS PRIVE': [],
	Chronopost: listOf('Chronopost International | Chronopost France'),
	'Mondial Relay': listOf('Mondial Relais'),
	Correos: listOf('Correos España | Correos Spain'),
	'Correos Express': listOf('Correos Express España'),
	Seur: [],
	MRW: [],
	Nacex: [],
	CTTExpress: listOf('CTT Expresso'),
	'TransaragonÃ©s': listOf('Transaragonés'),
	'Poste Italiane': [],
	SDA: listOf('SDA Express Courier'),
	BRT: listOf('BRT Bartolini | Bartolini BRT | BRT Corriere Espresso'),

	YAMATO: listOf('Yamato (EN) | Kuroneko Yamato | ヤマト運輸 | クロネコヤマト'),
	SAGAWA: listOf('Sagawa (EN) | 佐川急便'),
	'Japan Post': listOf('Japan Post (EN) | 日本郵便 | ゆうパック'),
	NITTSU: listOf('Nippon Express Japan | 日本通運'),
	'Australia Post': listOf('AusPost | Aus Post | Australia Post eParcel | eParcel'),
	'StarTrack-Consignment': listOf('StarTrack | StarTrack Express'),
	'Toll Global Express': listOf('Toll | Toll IPEC | Toll Priority'),
	CouriersPlease: [],
	Fastway: listOf('Fastway Couriers'),
	Sendle: [],
	Aramex: listOf('Aramex International'),
	'Singapore Post': listOf('SingPost'),
	'Hongkong Post': [],
	BlueDart: listOf('Blue Dart Express'),
	Delhivery: [],
	DTDC: [],
	'India Post': [],
	'4PX': listOf('4PX Express'),
	'China Post': listOf('China EMS | 中国邮政'),
	EUB: listOf('ePacket | China Post ePacket'),
	'SF Express': listOf('SF Express CN | 顺丰 | 顺丰速运'),
	'Yun Express': [],
};
