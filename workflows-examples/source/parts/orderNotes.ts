import type { INode } from 'n8n-workflow';
import { note, type Place } from '../step';

/** What Catch Up compares. */
export function noteOnCatchUp(number: number, place: Place): INode {
	return note(number, {
		...place,
		size: [400, 260],
		color: 7,
		text: [
			'### Catch Up',
			"Once an hour Amazon's orders of the last 3 days are held against the table **Amazon Orders**. What has no row there, because a run was cut off or the store did not answer, is imported now.",
			'',
			'Amazon gives 20 pages of 100 orders an hour, for all workflows together. With more than 300 open orders at a time, look back less.',
		],
	});
}

/** Why nothing comes in twice. */
export function noteOnClaims(number: number, place: Place): INode {
	return note(number, {
		...place,
		size: [680, 270],
		color: 7,
		text: [
			'### Nothing comes in twice',
			'Every new order gets a row first, `importing`, with the number of this run in **claim**. Then all rows of that order are read: only if there is no other, the order is **ours**. Of two runs at the same moment the later row gives way, the other one looks again five seconds later. If both give way, Catch Up brings the order in. An order goes into **one** store.',
			'',
			'If a run is cut off, the row stays. After **cutOffAfterMinutes** it is given up, and Catch Up begins anew: by looking for the order in the store. The upper branches run first; keep them above.',
		],
	});
}

/** Where the rules stand. */
export function noteOnConvert(number: number, place: Place): INode {
	return note(number, {
		...place,
		size: [440, 350],
		color: 6,
		text: [
			'### Your rules',
			'All are in *Turn Into Store Orders*: which orders you want, what happens when a product is missing, disabled or out of stock, customer, address, tax, order number.',
			'',
			'Orders that Amazon ships stay out; whoever wants them in the books chooses *Amazon or You* in **Shipped By**, there and in the first two Amazon steps.',
			'',
			'**Import** goes into the store. **Failed** is explained below. **Skipped** orders are not wanted by your rules; their rows are deleted, so that they are looked at again.',
		],
	});
}

/** Why an order is looked for before it is created. */
export function noteOnLooking(number: number, place: Place): INode {
	return note(number, {
		...place,
		size: [460, 280],
		color: 3,
		text: [
			'### Looked for before it is created',
			"An import that was cut off may have got that far: the order is found by Amazon's number, and taken as it is.",
			'',
			'*Create the Order* has no **Retry On Fail** and must not get one: when only the answer is lost, the order is there, and a second try would double it.',
			'',
			'*Renew Their Claims* lets only those orders through that are still ours.',
		],
	});
}

/** What becomes of orders that fail. */
export function noteOnFailures(number: number, place: Place): INode {
	return note(number, {
		...place,
		size: [740, 370],
		color: 3,
		text: [
			'## What happens to a failed order',
			'A product is missing, disabled or out of stock, the amounts cannot be booked, or the store refuses the order. Then its row in **Amazon Orders** says `failed` with the reason, and you get a message.',
			'',
			'**To try it again**: put the cause right, such as stock or a product, and **delete the row**. The next Catch Up imports the order; run *Every Hour: Catch Up* by hand to try at once. A changed rule must be published again.',
			'',
			'**To have it cancelled at Amazon**: open *Turn Into Store Orders* and switch on **Ask Amazon to Cancel Failed Orders**. It is off, because cancellations count against your account. It only concerns unshipped orders that you ship yourself, when a product is missing, disabled or out of stock; never those that the store refused. *Amazon 10: Order Feed Results* writes down what Amazon says.',
		],
	});
}

/** How Amazon gets the number of the store. */
export function noteOnAcknowledging(number: number, place: Place): INode {
	return note(number, {
		...place,
		size: [440, 190],
		color: 7,
		text: [
			'### Amazon gets your order number',
			'It shows it beside its own. What cannot be sent now goes with the next import. Orders that Amazon ships itself need none, nor any when **Acknowledge at Amazon** is off in *Turn Into Store Orders*.',
		],
	});
}

/** Where a person's own step for messages goes. */
export function noteOnMessages(number: number, place: Place): INode {
	return note(number, {
		...place,
		size: [400, 200],
		color: 6,
		text: [
			'### Tell somebody',
			'One message about new orders and one about failed ones, with **subject** and **text**. Replace this step by **Send Email**, **Slack** or another node and use `{{ $json.subject }}` and `{{ $json.text }}`. They name no buyers.',
		],
	});
}
