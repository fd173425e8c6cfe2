import type { Address } from './amazonOrder';
import { firstLine, type Oddity } from './oddity';

function named(name: string): Oddity {
	return {
		apply(draft) {
			draft.buyer = { ...draft.buyer, buyerName: name };
			draft.address = { ...draft.address, name };
		},
	};
}

function addressed(change: Address): Oddity['apply'] {
	return (draft) => {
		draft.address = { ...draft.address, ...change };
	};
}

/** What Amazon leaves out, or withholds. */
export const WITHOUT_DATA = {
	'no-address': { apply: (draft) => delete draft.address },
	'no-buyer': { apply: (draft) => delete draft.buyer },
	'no-sku': { apply: (draft) => delete firstLine(draft).sku },
	/** Amazon names no total yet. */
	pending: { status: 'PENDING' },
	/** Amazon names no total any more. */
	cancelled: { status: 'CANCELLED' },
} satisfies Record<string, Oddity>;

/** Names that a split into first and last name trips over. */
export const PEOPLE = {
	'one-letter-name': named('X'),
	'single-word-name': named('Madonna'),
	'name-japanese': named('山田 太郎'),
	'name-arabic': named('محمد بن سلمان'),
	'name-umlauts': named('Jörg Öztürk-Weißmüller'),
	'name-emoji': named('Zoë 🦊 Fox'),
} satisfies Record<string, Oddity>;

/** Addresses of every shape. */
export const ADDRESSES = {
	'three-address-lines': {
		apply: addressed({
			addressLine1: 'Gate 3',
			addressLine2: 'Building B, 2nd floor',
			addressLine3: '5 Park Lane',
		}),
	},
	'no-region': {
		countries: ['DE', 'FR', 'NL', 'BE', 'SE', 'SG', 'SA'],
		apply: (draft) => delete draft.address?.stateOrRegion,
	},
	'us-state-name': {
		countries: ['US'],
		apply: addressed({ city: 'Atlanta', stateOrRegion: 'Georgia', postalCode: '30303' }),
	},
	'us-state-code': {
		countries: ['US'],
		apply: addressed({ city: 'Atlanta', stateOrRegion: 'GA', postalCode: '30303' }),
	},
	'street-in-parts': {
		countries: ['BR'],
		apply(draft) {
			const { addressLine1: _line, addressLine2: _more, city, ...address } = draft.address ?? {};
			const street = { streetName: 'Rua das Flores', streetNumber: '123', complement: 'Apto 4' };
			draft.address = {
				...address,
				municipality: city,
				extendedFields: { ...street, neighborhood: 'Centro' },
			};
		},
	},
	'pick-up-point': {
		apply(draft) {
			draft.address = { ...draft.address, addressType: 'PICKUP_POINT', addressLine2: 'Locker 117' };
			draft.addressInstruction = 'Collect within three days';
		},
	},
	/** The buyer fetches it from the seller's shop. */
	'in-store-pick-up': {
		fulfilledBy: 'MERCHANT',
		apply: (draft) => draft.programs.push('IN_STORE_PICK_UP'),
	},
} satisfies Record<string, Oddity>;
