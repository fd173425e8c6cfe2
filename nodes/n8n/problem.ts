import type { IDataObject } from 'n8n-workflow';

import type { UnreadableRecord } from '../amazon/transport/unreadable';

/** The item of a record that cannot be read: its id under the name that all items of its kind use, and what is wrong. */
export function toProblemJson(idName: string, { id, problem }: UnreadableRecord): IDataObject {
	return { ...(id !== undefined && { [idName]: id }), problem };
}
