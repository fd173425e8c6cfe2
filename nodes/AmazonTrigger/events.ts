import type { TriggerEvent } from './event';
import { feedFinished } from './feedFinished';
import { newOrder } from './newOrder';
import { orderCancelled } from './orderCancelled';
import { orderUpdated } from './orderUpdated';
import { reportFinished } from './reportFinished';
import { ConfigError } from '../rules/verdict/verdict';

/** Those that ask Amazon for pages of orders, of which it gives twenty in an hour. */
export const ORDER_EVENTS: readonly TriggerEvent[] = [newOrder, orderUpdated, orderCancelled];

/** What the trigger can wait for, as the form lists it. */
export const EVENTS: readonly TriggerEvent[] = [...ORDER_EVENTS, feedFinished, reportFinished];

/** Throws a `ConfigError` for an event that there is not. */
export function findEvent(value: unknown): TriggerEvent {
	const event = EVENTS.find((candidate) => candidate.value === value);
	if (event !== undefined) return event;
	throw new ConfigError('Event', EVENTS.map(({ name }) => name).join(', '), value);
}
