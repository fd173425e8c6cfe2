import type { INodeProperties } from 'n8n-workflow';

import type { TriggerEvent } from './event';

/** The form of the trigger: the selector of the event, and every field, shown for the events that have it. */
export function describeEvents(
	events: readonly TriggerEvent[],
	{ value: defaultEvent }: TriggerEvent,
): INodeProperties[] {
	const selector: INodeProperties = {
		displayName: 'Event',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: events.map(({ name, value, action, description }) => ({ name, value, action, description })),
		default: defaultEvent,
	};
	return [selector, ...fieldsInOrder(events).map((field) => shownForItsEvents(field, events))];
}

/** Every field once, in an order that is each event's own: a field stands right behind the one before it. */
function fieldsInOrder(events: readonly TriggerEvent[]): INodeProperties[] {
	const order: INodeProperties[] = [];
	// From the last to the first, so that of two fields that want the same place the first event's comes first.
	for (const { fields } of [...events].reverse()) {
		let place = fields.some((field) => order.includes(field)) ? 0 : order.length;
		for (const field of fields) {
			if (!order.includes(field)) order.splice(place, 0, field);
			place = order.indexOf(field) + 1;
		}
	}
	return order;
}

function shownForItsEvents(field: INodeProperties, events: readonly TriggerEvent[]): INodeProperties {
	const event = events.filter(({ fields }) => fields.includes(field)).map(({ value }) => value);
	return { ...field, displayOptions: { show: { event, ...field.displayOptions?.show } } };
}

/** The chosen event as the canvas shows it below the node: `On new order` as `New order`. */
export function subtitleOf(events: readonly TriggerEvent[]): string {
	const names = events.map(({ value, action }) => [value, capitalised(action.replace(/^On /, ''))]);
	return `={{ (${JSON.stringify(Object.fromEntries(names))})[$parameter["event"]] }}`;
}

function capitalised(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** An expression: whether one of the events is polled more often than every three minutes. n8n's own default is every minute. */
export function polledTooOften(events: readonly TriggerEvent[]): string {
	const values = JSON.stringify(events.map(({ value }) => value));
	return `={{ ${values}.includes($parameter["event"]) && ($parameter["pollTimes"]?.item ?? [{ mode: "everyMinute" }]).some((time) => time.mode === "everyMinute" || (time.mode === "everyX" && time.unit === "minutes" && time.value < 3)) }}`;
}
