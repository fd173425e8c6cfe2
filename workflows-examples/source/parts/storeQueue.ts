import type { INode } from 'n8n-workflow';
import { answer } from '../everyday';
import { upsertRow } from '../rows';
import { note, type Place } from '../step';
import { OFFERS } from '../tables';

/** A row for the product, unless the table has news of it that are newer. */
export function putIntoQueue(place: Place): INode {
	return upsertRow('Put Into the Queue', OFFERS, {
		...place,
		where: [
			['storeItem', 'eq', '={{ $json.storeItem }}'],
			['updatedAtStore', 'lte', '={{ $json.updatedAtStore }}'],
		],
		set: 'input',
	});
}

/** Tells the store that the change is in the table. */
export function queued(place: Place): INode {
	return answer('Answer 200 (Queued)', { ...place, status: 200, text: 'OK' });
}

/** Refuses a call that the store has not signed. */
export function wrongSignature(place: Place): INode {
	return answer('Answer 401 (Wrong Signature)', { ...place, status: 401, text: 'The signature is wrong' });
}

/** Which settings a store needs. */
export function noteOnSettings(number: number, place: Place): INode {
	return note(number, {
		...place,
		size: [340, 200],
		color: 6,
		text: [
			'### 2. Your settings',
			'**marketplaces**: where you sell, by country: `DE` or `DE, FR, IT`. Each gets its own row.',
			'',
			"**currency**: your store's currency. Prices for a marketplace with another one need an exchange rate in *Amazon 3: Queue to Amazon*.",
		],
	});
}

/** Which rows are overwritten. */
export function noteOnQueue(number: number, place: Place): INode {
	return note(number, {
		...place,
		size: [400, 280],
		color: 7,
		text: [
			'### 4. Into the queue',
			'A row belongs to one product of the store and one marketplace (column **storeItem**). It is overwritten unless it is **newer** than the message, and made when it is not there.',
			'',
			'A message that comes too late makes a row of its own; *Amazon 3: Queue to Amazon* finds the newer one, sends that, and deletes the late one.',
			'',
			'A message that comes twice puts the row back into the queue, where it turns out to be **unchanged**.',
		],
	});
}

/** When the store hears 200. */
export function noteOnAnswer(number: number, place: Place): INode {
	return note(number, {
		...place,
		size: [400, 150],
		color: 3,
		text: [
			'### Answered last',
			'The store hears **200** only when the change is in the table: keep this step **below** the branch that puts it there. If that fails, the answer is an error, and the store sends the change again.',
		],
	});
}

/** What becomes of products without a SKU. */
export function noteOnNoSku(number: number, place: Place): INode {
	return note(number, {
		...place,
		size: [400, 150],
		color: 3,
		text: [
			'### No SKU?',
			'Amazon knows products by their SKU. One without it cannot be sent: its row says **held: no-sku**, and joins the queue by itself once the store gives it a SKU.',
		],
	});
}
