import type { INode } from 'n8n-workflow';
import { code } from '../codeStep';
import { MAGENTO } from '../credentials';
import { every, setFields } from '../everyday';
import { getRows, upsertRow } from '../rows';
import { note, step, type Ids, type NoteOptions, type Place } from '../step';
import { ALL_PAGES, ASK_AGAIN, BEARER_TOKEN, query } from '../storeCalls';
import { PROGRESS } from '../tables';
import type { Part } from '../workflow';

/** What is read from Magento: where, and which of it. */
interface Search {
	/** The address of the list, as an expression. */
	url: string;
	/** Only those in this state, in Magento's word or number for it. */
	state?: string;
	/** Only these fields of them, as Magento's parameter `fields` names them. */
	fields?: string;
}

interface Changes {
	/** The ids of the steps, and of the fields that *Magento Settings* sets. */
	ids: Ids<
		| 'Every 5 Minutes: Magento'
		| 'Magento Settings'
		| ('magentoUrl' | 'overlapMinutes' | 'firstLookBackHours')
		| 'Look Up How Far We Got'
		| 'Choose Since When'
	>;
	/** How far down the steps lie on the canvas. */
	y: number;
	/** The row of the table of progress. */
	progress: string;
	/** The step that reads what has changed: its id, its name, and what Magento calls the list, such as `shipments`. */
	download: Omit<Search, 'url'> & { id: string; name: string; list: string };
}

/** Magento has no webhooks: it is asked every 5 minutes for what has changed since the last time. */
export function changesInMagento({
	ids,
	y,
	progress,
	download: { id, name, list, ...which },
}: Changes): Part {
	const url = `={{ $('Magento Settings').first().json.magentoUrl }}/rest/V1/${list}`;
	return {
		steps: [
			every('Every 5 Minutes: Magento', { id: ids['Every 5 Minutes: Magento'], at: [0, y], minutes: 5 }),
			setFields('Magento Settings', {
				id: ids['Magento Settings'],
				at: [240, y],
				fields: [
					[ids.magentoUrl, 'magentoUrl', 'http://127.0.0.1:8099'],
					[ids.overlapMinutes, 'overlapMinutes', 5],
					[ids.firstLookBackHours, 'firstLookBackHours', 24],
				],
				alone: true,
			}),
			lookUpProgress({ id: ids['Look Up How Far We Got'], at: [480, y], progress }),
			code('Choose Since When', { id: ids['Choose Since When'], at: [720, y], runs: 'magento/since' }),
			changedSince(name, { id, at: [960, y], url, ...which }),
		],
		wires: {
			'Every 5 Minutes: Magento': ['Magento Settings'],
			'Magento Settings': ['Look Up How Far We Got'],
			'Look Up How Far We Got': ['Choose Since When'],
			'Choose Since When': [name],
		},
	};
}

/** Up to when Magento was read before; `progress` names the row. */
export function lookUpProgress({ progress, ...place }: Place & { progress: string }): INode {
	return getRows('Look Up How Far We Got', PROGRESS, {
		...place,
		where: [['store', 'eq', progress]],
		limit: 1,
		alwaysOutputData: true,
	});
}

/** Up to when Magento has been read now; `progress` names the row. */
export function noteProgress({ progress, ...place }: Place & { progress: string }): INode {
	return upsertRow('Note How Far We Got', PROGRESS, {
		...place,
		where: [['store', 'eq', progress]],
		set: {
			store: progress,
			changedSince: "={{ $('Choose Since When').first().json.changedSince }}",
		},
		executeOnce: true,
	});
}

/** Why progress is noted by the lower branch; `what` is what is read, such as `shipments`. */
export function noteOnProgress(
	number: number,
	{
		what,
		done = 'written',
		...place
	}: Place & Pick<NoteOptions, 'size'> & { what: string; done?: 'written' | 'queued' },
): INode {
	return note(number, {
		...place,
		color: 3,
		text: [
			`### Only noted once the rows are ${done}`,
			`The upper branch runs first: keep it above this one. If it fails, the next run reads the same ${what} again.`,
		],
	});
}

/** All that has changed in a list of Magento since the time in the item's field `since`, the oldest first. */
export function changedSince(name: string, { url, state, fields, ...place }: Place & Search): INode {
	return step('httpRequest', name, {
		...place,
		parameters: {
			method: 'GET',
			url,
			...BEARER_TOKEN,
			...query({
				...filter(0, 'updated_at', 'gteq', '={{ $json.since }}'),
				...(state === undefined ? {} : filter(1, 'state', 'eq', state)),
				'searchCriteria[sortOrders][0][field]': 'entity_id',
				'searchCriteria[sortOrders][0][direction]': 'ASC',
				'searchCriteria[pageSize]': '100',
				...(fields === undefined ? {} : { fields }),
			}),
			options: ALL_PAGES,
		},
		credentials: MAGENTO,
		...ASK_AGAIN,
	});
}

/** The orders whose ids the items hold. */
export function lookUpOrders(place: Place): INode {
	return step('httpRequest', 'Look Up the Orders in Magento', {
		...place,
		parameters: {
			method: 'GET',
			url: "={{ $('Magento Settings').first().json.magentoUrl }}/rest/V1/orders",
			...BEARER_TOKEN,
			...query({
				...filter(0, 'entity_id', 'in', '={{ $json.orderIds }}'),
				'searchCriteria[pageSize]': '100',
				fields: 'items[entity_id,ext_order_id,items[item_id,ext_order_item_id,sku]],total_count',
			}),
			options: {},
		},
		credentials: MAGENTO,
		...ASK_AGAIN,
	});
}

/** One condition of a search in Magento, as parameters of its address; all groups must hold. */
export function filter(group: number, field: string, is: 'eq' | 'in' | 'gteq', value: string) {
	const at = `searchCriteria[filter_groups][${group}][filters][0]`;
	return { [`${at}[field]`]: field, [`${at}[condition_type]`]: is, [`${at}[value]`]: value };
}
