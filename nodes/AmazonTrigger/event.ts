import type { IDataObject, INodeProperties, IPollFunctions } from 'n8n-workflow';

/** What the trigger can wait for: what its form shows, and what happens, as one value. */
export interface TriggerEvent {
	/** Never changes after a release: workflows store it. */
	value: string;
	name: string;
	/** Sentence case, "On ..."; shown in n8n's node list. */
	action: string;
	description: string;
	/** A field that several events share is the same object in each. */
	fields: readonly INodeProperties[];
	/** What happened since the last poll. A manual run shows something recent and moves nothing. */
	poll(poll: IPollFunctions): Promise<IDataObject[]>;
}
