import { drawName } from './generateDraft';
import { AMOUNTS, LINES } from './oddAmounts';
import { NO_AMOUNTS, type Oddity } from './oddity';
import { ADDRESSES, PEOPLE, WITHOUT_DATA } from './oddPeople';

const EUROPE = ['UK', 'IE', 'DE', 'FR', 'IT', 'ES', 'NL', 'BE', 'SE', 'PL'];

const KINDS_OF_ORDER = {
	replacement: {
		apply(draft, chance) {
			const digits = String(1_000_000 + chance.below(9_000_000));
			const associationType = 'REPLACEMENT_ORIGINAL_ID';
			draft.associatedOrders = [{ orderId: `302-${digits}-${digits}`, associationType }];
			for (const line of draft.lines) Object.assign(line, NO_AMOUNTS);
		},
	},
	/** Bought by a company: VAT number, order number of its own, business price, invoice. */
	business: {
		countries: EUROPE,
		apply(draft, chance) {
			const { marketplace } = draft;
			const legalName = `${drawName(chance, marketplace)} & Co.`;
			const taxRegistrationNumber = `${marketplace.iso}${100_000_000 + chance.below(900_000_000)}`;
			draft.programs.push('AMAZON_BUSINESS');
			draft.paymentMethod = 'Invoice';
			draft.buyer = {
				...draft.buyer,
				buyerCompanyName: legalName,
				buyerPurchaseOrderNumber: `PO-${chance.hex(6)}`,
			};
			draft.address = { ...draft.address, companyName: legalName, addressType: 'COMMERCIAL' };
			draft.taxRegistrations = [
				{ entityType: 'BUYER', legalName, taxRegistrationType: 'VAT', taxRegistrationNumber },
			];
			for (const line of draft.lines) line.isBusinessPrice = true;
		},
	},
	'shipped-by-amazon': { fulfilledBy: 'AMAZON', status: 'SHIPPED' },
	/** Of the seller's own shop, shipped by Amazon (Multi-Channel Fulfilment). */
	'multi-channel': { fulfilledBy: 'AMAZON', apply: (draft) => (draft.channelName = 'NON_AMAZON') },
	/** Goods that leave Amazon's warehouse for the seller's. */
	removal: {
		fulfilledBy: 'AMAZON',
		apply(draft) {
			draft.channelName = 'NON_AMAZON';
			delete draft.buyer;
			for (const line of draft.lines) Object.assign(line, NO_AMOUNTS);
		},
	},
	/** Amazon confirms the shipment itself: `confirmShipment` is refused. */
	'ship-plus': { fulfilledBy: 'MERCHANT', apply: (draft) => draft.programs.push('FBM_SHIP_PLUS') },
} satisfies Record<string, Oddity>;

const ODDITIES = { ...WITHOUT_DATA, ...PEOPLE, ...ADDRESSES, ...AMOUNTS, ...LINES, ...KINDS_OF_ORDER };

export type OddKind = keyof typeof ODDITIES;

export const ODD_KINDS = Object.keys(ODDITIES) as OddKind[];

/** What a kind of oddness needs and does. Throws for a kind that does not exist. */
export function oddity(kind: OddKind): Oddity {
	const found: Oddity | undefined = Object.hasOwn(ODDITIES, kind) ? ODDITIES[kind] : undefined;
	if (found === undefined) throw new Error(`Unknown kind of order "${kind}". Known: ${ODD_KINDS.join(', ')}`);
	return found;
}
