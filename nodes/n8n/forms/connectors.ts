import type { Resource } from '../operation';

/** The node's inputs as n8n's expression: one, but for operations that name more. */
export function inputsOf(resources: readonly Resource[]): `={{${string}}}` {
	return portsOf(resources, ({ inputs }) => inputs);
}

/** The node's outputs as n8n's expression: one, but for operations that name several. */
export function outputsOf(resources: readonly Resource[]): `={{${string}}}` {
	return portsOf(resources, ({ outputs }) => outputs);
}

type Names = (operation: Resource['operations'][number]) => readonly string[] | undefined;

function portsOf(resources: readonly Resource[], namesOf: Names): `={{${string}}}` {
	const special = resources.flatMap(({ value: resource, operations }) =>
		operations.flatMap((operation) => {
			const names = namesOf(operation);
			if (names === undefined) return [];
			const isChosen = `$parameter["resource"] === "${resource}" && $parameter["operation"] === "${operation.value}"`;
			return [`${isChosen} ? ${JSON.stringify(names.map(toPort))}`];
		}),
	);
	return `={{ ${[...special, JSON.stringify([toPort('')])].join(' : ')} }}`;
}

function toPort(name: string): { type: 'main'; displayName?: string } {
	return name === '' ? { type: 'main' } : { type: 'main', displayName: name };
}
