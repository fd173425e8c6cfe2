import { EVERYTHING } from '../formInput';
import { checkbox, choice, form, textField } from './form';
import { html, lines, type Html, type Part } from './html';

/** What can be done about an order, whatever the platform. */
export interface Doable {
	/** Below which its buttons lead. */
	path: string;
	seen: string;
	/** Prefilled; absent when it cannot be shipped. */
	ship?: { carriers: readonly string[]; trackingNumber: string };
	/** Absent when nothing is left to refund. */
	refund?: { left: string; lines: ReadonlyArray<{ id: string; sku: string; units: number }> };
	canCancel: boolean;
}

/** The buttons of an order. */
export function orderActions({ path, seen, ship, refund, canCancel }: Doable): Part {
	return lines([
		ship !== undefined && shipForm(path, seen, ship),
		[
			canCancel && form(`${path}/cancel`, { seen }, '', 'Cancel'),
			refund !== undefined && refundForm(path, seen, refund),
		],
	]);
}

/** Proposals for the field of that name. */
export function carrierList(carriers: readonly string[]): Html {
	return html`<datalist id="carriers">
		${carriers.map((name) => html`<option value="${name}"></option>`)}
	</datalist>`;
}

function shipForm(
	path: string,
	seen: string,
	{ carriers, trackingNumber }: NonNullable<Doable['ship']>,
): Html {
	const fields = [
		textField('carrier', { hint: 'Carrier', value: carriers[0] ?? '', list: 'carriers' }),
		textField('trackingNumber', { hint: 'Tracking number', value: trackingNumber, size: 19 }),
	];
	return form(`${path}/ship`, { seen }, fields, 'Ship');
}

function refundForm(path: string, seen: string, refund: NonNullable<Doable['refund']>): Html {
	const all: [string, string] = [EVERYTHING, `everything, ${refund.left}`];
	const some = refund.lines.map(({ id, sku, units }): [string, string] => [id, `${sku} (of ${units})`]);
	const fields = [
		choice('what', 'What is refunded', [all, ...some]),
		textField('units', { label: 'units of a line', value: '1', size: 2 }),
		checkbox('restock', 'back into stock'),
		textField('reason', { label: 'Reason', value: '', size: 10 }),
	];
	return html`<details>
		<summary>Refund</summary>
		${form(`${path}/refund`, { seen }, fields, 'Refund')}
	</details>`;
}

/** Made up, in the form of DHL's. */
export function demoTrackingNumber(orderId: number): string {
	return `003404341610${String(orderId % 100_000_000).padStart(8, '0')}`;
}
