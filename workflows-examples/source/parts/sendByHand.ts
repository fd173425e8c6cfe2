import type { INode } from 'n8n-workflow';
import { byHand } from '../everyday';
import { type Place } from '../step';

/** For a person who does not want to wait. */
export function sendByHand(place: Place): INode {
	return byHand('Send by Hand', { ...place });
}

/** For a person who does not want to wait. */
export function runByHand(place: Place): INode {
	return byHand('Run by Hand', { ...place });
}
