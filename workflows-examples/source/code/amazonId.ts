import { text } from './text';

/** Amazon's order id, or nothing when it is an id of another kind. */
export function amazonId(...candidates: unknown[]): string {
	return candidates.map(text).find((id) => /^[A-Z0-9]{3}-\d{7}-\d{7}$/i.test(id)) ?? '';
}
