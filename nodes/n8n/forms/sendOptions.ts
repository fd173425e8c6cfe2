import type { INodeProperties } from 'n8n-workflow';

/** For operations that send something to Amazon. */
export const dryRun: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to send nothing and show the exact message each item would send',
	builderHint: {
		propertyHint:
			'Turn it on while a workflow is built: nothing reaches Amazon, and each item shows its message in wouldSend. Turn it off when a person has looked at that.',
	},
};

/** For operations whose rules decide what is sent. */
export const explain: INodeProperties = {
	displayName: 'Explain Every Item',
	name: 'trace',
	type: 'boolean',
	default: false,
	description: 'Whether to show every step of the rules for sent items too. Held items always show them.',
};
