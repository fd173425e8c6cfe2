import { Deliveries } from '../webhooks/deliveries';
import type { Delivery } from '../webhooks/webhook';

/** What the simulated Amazon has, as far as it can be seen beside the store. */
export interface AmazonSide {
	/** Of its own page. */
	url: string;
	/** Of the marketplace that the demo sells in; undefined for a SKU that Amazon does not have. */
	offer(sku: string): AmazonOffer | undefined;
	order(orderId: string): AmazonOrderState | undefined;
	/** What changed last comes first. */
	orders(): AmazonOrderState[];
}

export interface AmazonOffer {
	sku: string;
	title: string;
	/** Decimal texts, with what the currency is; empty where there is none. */
	price: string;
	salePrice: string;
	currency: string;
	/** Empty where Amazon counts the stock itself. */
	quantity: string;
	isBuyable: boolean;
	updatedAtMs: number;
}

export interface AmazonOrderState {
	orderId: string;
	/** Amazon's word: `UNSHIPPED`. */
	status: string;
	isShippedByAmazon: boolean;
	updatedAtMs: number;
	/** With its currency. */
	total: string;
	/** The same; empty when nothing was. */
	refunded: string;
	/** The store's number, once Amazon has been told. */
	storeNumber: string;
	/** Carrier and tracking number of each. */
	packages: string[];
}

export interface Link {
	name: string;
	url: string;
}

/** What runs around the store. */
export interface Surroundings {
	/** n8n's own pages. */
	n8n: Link[];
	/** Where a workflow is opened, by its id. */
	workflowUrl?: (id: string) => string;
	amazon?: AmazonSide;
}

/** What a button did. */
export interface Notice {
	id: number;
	text: string;
	/** Nothing was done. */
	isRefused: boolean;
	deliveries: Delivery[];
}

/** What the pages for people know beside the stores themselves. */
export interface Desk {
	deliveries: Deliveries;
	surroundings: Surroundings;
	/** Oldest first. */
	notices: Notice[];
}

const REMEMBERED_NOTICES = 50;

export function openDesk(nowMs: () => number): Desk {
	return { deliveries: new Deliveries(nowMs), surroundings: { n8n: [] }, notices: [] };
}

/** A page shows it after the button was pressed, and again when it is reloaded. */
export function addNotice({ notices }: Desk, notice: Omit<Notice, 'id'>): Notice {
	const added = { ...notice, id: (notices.at(-1)?.id ?? 0) + 1 };
	notices.push(added);
	if (notices.length > REMEMBERED_NOTICES) notices.shift();
	return added;
}
