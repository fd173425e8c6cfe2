import { CARRIERS, isOpen, isShippedByAmazon, orderSeen } from '../wooCommerce/shopkeeper';
import { EVERYTHING, leftOf } from '../wooCommerce/giveBack';
import type { PlacedWoo } from '../storeState';
import { checkbox, choice, form, textField } from './form';
import { html, lines, type Html, type Part } from './html';

/** The id of the list of carriers that the field proposes. */
const CARRIER_LIST = 'carriers';

export const carrierList: Html = html`<datalist id="${CARRIER_LIST}">
	${CARRIERS.map((name) => html`<option value="${name}"></option>`)}
</datalist>`;

/** The buttons of an order of WooCommerce. */
export function orderActions(placed: PlacedWoo): Part {
	const { raw } = placed;
	const canShip = isOpen(raw) && !isShippedByAmazon(raw);
	return lines([canShip && shipForm(placed), refundForm(placed), isOpen(raw) && cancelForm(placed)]);
}

function shipForm({ raw }: PlacedWoo): Html {
	const fields = [
		textField('carrier', { label: 'Carrier', value: CARRIERS[0] ?? '', list: CARRIER_LIST }),
		textField('trackingNumber', { label: 'Tracking number', value: trackingNumber(raw.id), size: 20 }),
	];
	return form(`/orders/${raw.id}/ship`, { seen: orderSeen(raw) }, fields, 'Ship');
}

/** Made up, in the form of DHL's. */
function trackingNumber(orderId: number): string {
	return `003404341610${String(orderId).padStart(8, '0')}`;
}

function refundForm(placed: PlacedWoo): Part {
	const { raw } = placed;
	const { amount, lines: left } = leftOf(placed);
	if (amount === '0.00' || raw.status === 'cancelled') return undefined;
	const all: [string, string] = [EVERYTHING, `everything, ${amount} ${raw.currency}`];
	const some = left.map(({ id, sku, units }): [string, string] => [String(id), `${sku} (of ${units})`]);
	const fields = [
		choice('what', '', [all, ...some]),
		textField('units', { label: 'units', value: '1', size: 2 }),
		checkbox('restock', 'back into stock'),
		textField('reason', { label: 'Reason', value: '', size: 10 }),
	];
	const refund = form(`/orders/${raw.id}/refund`, { seen: orderSeen(raw) }, fields, 'Refund');
	return html`<details>
		<summary>Refund</summary>
		${refund}
	</details>`;
}

function cancelForm({ raw }: PlacedWoo): Html {
	return form(`/orders/${raw.id}/cancel`, { seen: orderSeen(raw) }, '', 'Cancel');
}
