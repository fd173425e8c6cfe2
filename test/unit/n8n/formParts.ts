import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';

import { AmazonListings } from '../../../nodes/AmazonListings/AmazonListings.node';
import { AmazonOrders } from '../../../nodes/AmazonOrders/AmazonOrders.node';
import { AmazonReports } from '../../../nodes/AmazonReports/AmazonReports.node';
import { AmazonTrigger } from '../../../nodes/AmazonTrigger/AmazonTrigger.node';

/** What the nodes show. */
export const DESCRIPTIONS: readonly INodeTypeDescription[] = [
	new AmazonListings(),
	new AmazonOrders(),
	new AmazonReports(),
	new AmazonTrigger(),
].map(({ description }) => description);

type Part = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/** Something of a form with the way to it, such as `Amazon Listings > Options > Dry Run`. */
export interface Place<P extends Part> {
	way: string;
	part: P;
}

/** Every parameter of the nodes, also inside collections; each once. */
export function allFields(): Array<Place<INodeProperties>> {
	return allParts().filter((place): place is Place<INodeProperties> => 'type' in place.part);
}

/** Every choice that a list of the nodes offers; each once. */
export function allChoices(): Array<Place<INodePropertyOptions>> {
	return allParts().filter((place): place is Place<INodePropertyOptions> => 'value' in place.part);
}

function allParts(): Array<Place<Part>> {
	const places = DESCRIPTIONS.flatMap(({ displayName, properties }) =>
		properties.flatMap((part) => withParts(part, displayName)),
	);
	const seen = new Set<string>();
	return places.filter(({ way, part }) => {
		const sight = `${way} ${JSON.stringify({ ...part, displayOptions: undefined })}`;
		return !seen.has(sight) && seen.add(sight);
	});
}

function withParts(part: Part, before: string): Array<Place<Part>> {
	const way = `${before} > ${'displayName' in part ? part.displayName : part.name}`;
	const parts: Part[] = 'values' in part ? part.values : 'options' in part ? (part.options ?? []) : [];
	return [{ way, part }, ...parts.flatMap((one) => withParts(one, way))];
}
