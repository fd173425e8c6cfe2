import type { INode } from 'n8n-workflow';
import { code } from '../codeStep';
import { nothing } from '../everyday';
import { type Place } from '../step';

/** The place for a person's own step that sends the messages. */
export function yourOwnMessages(place: Place): INode {
	return nothing('Connect Your E-Mail or Slack Here', { ...place });
}

/** A second place for it, where the wires would cross otherwise. */
export function yourOwnMessagesToo(place: Place): INode {
	return nothing('Connect It Here Too', { ...place });
}

/** A message about each feed that is stuck. */
export function stuckFeedMessage(place: Place): INode {
	return code('Write a Message About a Stuck Feed', { ...place, runs: 'feeds/stuckMessages' });
}
