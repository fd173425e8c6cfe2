import type { WorkflowJson } from './harness';

/** Changes a field of the step Settings, as a person would on the canvas. Throws when the step has no such field. */
export function changeSetting(workflow: WorkflowJson, name: string, value: unknown): void {
	const settings = workflow.nodes.find((node) => node.name === 'Settings');
	const { assignments } = (settings?.parameters['assignments'] ?? { assignments: [] }) as {
		assignments: Array<{ name: string; value: unknown }>;
	};
	const field = assignments.find((assignment) => assignment.name === name);
	if (field === undefined) throw new Error(`Settings has no field ${name}`);
	field.value = value;
}
