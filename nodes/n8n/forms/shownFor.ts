import type { INodeProperties } from 'n8n-workflow';

/** The field under one more condition. n8n joins the conditions of a field with "and" only, so what two environments ask for is there twice. */
export function shownFor(
	condition: Record<string, string[]>,
	{ displayOptions, ...field }: INodeProperties,
): INodeProperties {
	return { ...field, displayOptions: { show: { ...condition, ...displayOptions?.show } } };
}
