import type { INodeProperties } from 'n8n-workflow';

import { describeEvents, subtitleOf } from '../../../nodes/AmazonTrigger/describeEvents';
import type { TriggerEvent } from '../../../nodes/AmazonTrigger/event';
import { EVENTS, findEvent } from '../../../nodes/AmazonTrigger/events';

function field(name: string, show?: Record<string, string[]>): INodeProperties {
	return { displayName: name, name, type: 'string', default: '', ...(show && { displayOptions: { show } }) };
}

function anEvent(value: string, fields: INodeProperties[]): TriggerEvent {
	const poll = async () => await Promise.resolve([]);
	return { value, name: value, action: `On ${value} seen`, description: value, fields, poll };
}

const [notice, filter] = [field('notice'), field('filter')];
const first = anEvent('first', [notice, field('ofFirst'), filter]);
const second = anEvent('second', [notice, field('ofSecond', { on: ['yes'] }), filter]);
const events = [first, second, anEvent('third', [field('ofThird')])];

describe('describeEvents', () => {
	it('lets choose every event, and starts with the given one', () => {
		const [selector] = describeEvents(events, second);
		expect(selector).toMatchObject({ name: 'event', default: 'second' });
		expect(selector?.options).toMatchObject(
			events.map(({ value }) => ({ value, action: `On ${value} seen` })),
		);
	});

	it('shows each field once, for the events that have it and under its own conditions', () => {
		const shown = describeEvents(events, first).slice(1);
		expect(Object.fromEntries(shown.map(({ name, displayOptions }) => [name, displayOptions?.show]))).toEqual(
			{
				notice: { event: ['first', 'second'] },
				ofFirst: { event: ['first'] },
				ofSecond: { event: ['second'], on: ['yes'] },
				filter: { event: ['first', 'second'] },
				ofThird: { event: ['third'] },
			},
		);
		expect(shown).toHaveLength(5);
	});

	it.each([
		{ name: 'made up', of: events },
		{ name: "the trigger's own", of: EVENTS },
	])('keeps the order of the fields of every event ($name)', ({ of }) => {
		const [start] = of;
		const form = start === undefined ? [] : describeEvents(of, start);
		for (const { value, fields } of of) {
			const visible = form.filter(({ displayOptions }) => displayOptions?.show?.event?.includes(value));
			expect(visible.map(({ name }) => name)).toEqual(fields.map(({ name }) => name));
		}
	});
});

it('the subtitle names the event', () => {
	expect(subtitleOf(events)).toBe(
		'={{ ({"first":"First seen","second":"Second seen","third":"Third seen"})[$parameter["event"]] }}',
	);
});

it('an event that there is not is named with those that there are', () => {
	expect(() => findEvent('newOrders')).toThrow(/New Order, Order Updated, Order Cancelled, Feed Finished/);
});
