import type { NodeHint } from 'n8n-workflow';

import type { Resource } from '../operation';

/** Shown in the node's form while one of its operations is chosen with a risky setting. */
export function hintsOf(resources: readonly Resource[]): NodeHint[] {
	return resources.flatMap(({ value: resource, operations }) =>
		operations.flatMap(({ value: operation, risks = [] }) =>
			risks.map(({ when, message, isFinal }): NodeHint => {
				const isChosen = `$parameter["resource"] === "${resource}" && $parameter["operation"] === "${operation}"`;
				return {
					type: isFinal ? 'danger' : 'warning',
					message,
					location: 'ndv',
					whenToDisplay: 'always',
					displayCondition: `={{ ${isChosen} && (${when}) }}`,
				};
			}),
		),
	);
}
