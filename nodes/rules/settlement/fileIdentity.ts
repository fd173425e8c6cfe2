import { currencyDecimals, parseCurrency } from '../money/currencies';
import { Hold } from '../verdict/verdict';
import { cellOf, type Cells } from './columns';
import type { RowReason } from './verdict';

/** One file is one settlement in one currency: whichever it names first. */
export class FileIdentity {
	settlementId = '';
	currency = '';
	/** Of the currency; undefined until it is known. */
	decimals: number | undefined;

	/** Learns from a row, and holds one of another settlement or in another currency. */
	heldFor(cells: Cells): Hold<RowReason> | undefined {
		const id = cellOf(cells, 'settlementId');
		if (this.settlementId === '') this.settlementId = id;
		if (id !== '' && id !== this.settlementId) {
			const message = `it belongs to settlement ${id}, the file to ${this.settlementId}`;
			return new Hold('several-settlements', message);
		}
		const currency = cellOf(cells, 'currency');
		if (currency === '' || currency === this.currency) return undefined;
		if (this.currency !== '') {
			return new Hold('mixed-currencies', `it is in ${currency}, the file in ${this.currency}`);
		}
		this.currency = currency;
		if (parseCurrency(currency) !== undefined) this.decimals = currencyDecimals(currency);
		return undefined;
	}
}
