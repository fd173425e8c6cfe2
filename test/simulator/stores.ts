/** Domain and main language per marketplace country (developer documentation, "Marketplace IDs"). */
const STORES: Readonly<Record<string, readonly [domain: string, language: string]>> = {
	CA: ['www.amazon.ca', 'en_CA'],
	US: ['www.amazon.com', 'en_US'],
	MX: ['www.amazon.com.mx', 'es_MX'],
	BR: ['www.amazon.com.br', 'pt_BR'],
	IE: ['www.amazon.ie', 'en_IE'],
	ES: ['www.amazon.es', 'es_ES'],
	UK: ['www.amazon.co.uk', 'en_GB'],
	FR: ['www.amazon.fr', 'fr_FR'],
	BE: ['www.amazon.com.be', 'fr_BE'],
	NL: ['www.amazon.nl', 'nl_NL'],
	DE: ['www.amazon.de', 'de_DE'],
	IT: ['www.amazon.it', 'it_IT'],
	SE: ['www.amazon.se', 'sv_SE'],
	ZA: ['www.amazon.co.za', 'en_ZA'],
	PL: ['www.amazon.pl', 'pl_PL'],
	EG: ['www.amazon.eg', 'ar_AE'],
	TR: ['www.amazon.com.tr', 'tr_TR'],
	SA: ['www.amazon.sa', 'ar_AE'],
	AE: ['www.amazon.ae', 'en_AE'],
	IN: ['www.amazon.in', 'en_IN'],
	SG: ['www.amazon.sg', 'en_SG'],
	AU: ['www.amazon.com.au', 'en_AU'],
	JP: ['www.amazon.co.jp', 'ja_JP'],
};

export interface Store {
	/** `Amazon.de`. */
	name: string;
	/** `www.amazon.de`. */
	domain: string;
	/** `de_DE`. */
	language: string;
}

/** The shop behind a marketplace, by Amazon's country code. Throws for a country without one. */
export function storeOf(country: string): Store {
	const [domain, language] = STORES[country] ?? [];
	if (domain === undefined || language === undefined) throw new Error(`Amazon has no store in ${country}`);
	return { name: `Amazon.${domain.replace('www.amazon.', '')}`, domain, language };
}
