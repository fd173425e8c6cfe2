import type { OrderWindow } from './orderWatch';
import { REPEATS_ALLOWED } from '../../amazon/transport/pages';

/** The pages that one poll has read: whether Amazon's list leads on, or back to where it was. */
export class PageTrail {
	private readonly tokens = new Set<string>();

	/** Where the window goes on; undefined when its list does not end, so that the next poll begins it anew. */
	next(window: OrderWindow, token: string): OrderWindow | undefined {
		const isRepeated = token === window.token || this.tokens.has(token);
		this.tokens.add(token);
		const repeats = (window.repeats ?? 0) + (isRepeated ? 1 : 0);
		if (repeats > REPEATS_ALLOWED) return undefined;
		return { ...window, token, ...(repeats > 0 && { repeats }) };
	}
}
