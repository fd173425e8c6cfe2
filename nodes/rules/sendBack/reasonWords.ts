import type { AdjustmentReason, CancelReason } from './reasons';

/** Amazon's reason -> what stores write for it, several between ` | `. */
export type ReasonWords<R extends string> = Readonly<Partial<Record<R, readonly string[]>>>;

/** Shopify's cancel reasons (`INVENTORY`, `CUSTOMER`, `FRAUD`, `DECLINED`, `STAFF`) are among them. */
export const CANCEL_WORDS: ReasonWords<CancelReason> = {
	NoInventory: [
		'out of stock | product out of stock | no stock | not in stock | inventory | sold out | not available',
		'unavailable | discontinued | ausverkauft | nicht lieferbar | nicht auf Lager | rupture de stock',
		'sin existencias | esaurito',
	],
	ShippingAddressUndeliverable: [
		'undeliverable | undeliverable address | address undeliverable | address | wrong address | invalid address',
		'bad address | incorrect address | customer address incorrect | cannot deliver | unzustellbar',
		'falsche Adresse | adresse invalide',
	],
	CustomerExchange: ['exchange | replacement | Umtausch'],
	BuyerCanceled: [
		'customer | buyer | customer request | buyer request | requested by customer | requested by buyer',
		'customer cancel | customer canceled | customer cancelled | buyer cancelled | canceled by customer',
		'cancelled by customer | canceled by buyer | cancelled by buyer | changed mind | customer changed mind',
		'ordered by mistake | duplicate order | no longer needed | Kundenwunsch | vom Kunden storniert',
	],
	RiskAssessmentInformationNotValid: [
		'fraud | fraudulent | suspected fraud | risk | declined | payment declined',
	],
	MerchandiseNotReceived: ['not received from supplier | supplier'],
	CannotVerifyInformation: ['cannot verify | not verified | unverified'],
	PricingError: ['price error | wrong price | price mistake | Preisfehler | erreur de prix'],
	RejectOrder: ['reject | rejected'],
	WeatherDelay: ['weather'],
	GeneralAdjustment: ['other | staff | unknown | general'],
};

/** Shopify's return reasons (`SIZE_TOO_SMALL`, `WRONG_ITEM`, `DEFECTIVE`) are among them. */
export const ADJUSTMENT_WORDS: ReasonWords<AdjustmentReason> = {
	NoInventory: ['inventory | no stock'],
	CustomerReturn: [
		'return | returned | buyer return | RMA | size too small | size too large | unwanted | style | color | colour',
		'changed mind | customer changed mind | no longer needed | defective | damaged | damaged in transit | faulty',
		'broken | withdrawal | Retoure | Rücksendung | Widerruf | defekt | retour | devolución | reso',
	],
	GeneralAdjustment: [
		'adjustment | goodwill | compensation | discount | courtesy | appeasement | partial refund | Kulanz',
		'Gutschrift',
	],
	CouldNotShip: ['cannot ship | not shipped | unable to ship'],
	DifferentItem: ['wrong item | wrong product | not as described | item not as described | falscher Artikel'],
	CustomerCancel: [
		'customer | buyer | customer request | customer canceled | customer cancelled | buyer canceled',
		'buyer cancelled | canceled by customer | cancelled by customer',
	],
	PriceError: ['pricing error | wrong price | price mistake | overcharged | Preisfehler'],
	ProductOutofStock: ['sold out | unavailable | not available | out of stock | ausverkauft'],
	CustomerAddressIncorrect: ['wrong address | incorrect address | invalid address | bad address'],
	Exchange: ['exchanged | replacement | Umtausch'],
	RiskAssessmentInformationNotValid: ['fraud | fraudulent | risk'],
	Undeliverable: [
		'lost | lost in transit | not received | not delivered | never arrived | returned to sender | unzustellbar',
		'shipping address undeliverable | verloren',
	],
	RefusedDelivery: ['refused | delivery refused | Annahme verweigert'],
	Other: ['unknown'],
};
