import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { isGroup, type Params, toList } from '../params';

/** The forms in which something can be answered. */
export interface AnswerForms {
	/** In a shopkeeper's terms. */
	simple: () => IDataObject;
	/** As Amazon wrote it, where that is another form. */
	raw?: () => IDataObject;
}

export interface OutputSpec {
	/** The field that every answer has, whatever else is chosen. */
	idName: string;
	/** Names that people may choose, such as `total, lines.sku`. */
	example: string;
	/** Whether Amazon's own form can be chosen too. */
	hasRaw: boolean;
}

const SIMPLIFIED: INodePropertyOptions = {
	name: 'Simplified',
	value: 'simple',
	description: 'What people look for, under plain names',
};
const RAW: INodePropertyOptions = {
	name: 'Raw',
	value: 'raw',
	description: 'All that Amazon answers, under its names',
};
const SELECTED: INodePropertyOptions = {
	name: 'Selected Fields',
	value: 'fields',
	description: 'Only the fields that you name, and the ID',
};

/** The fields "Output" and "Fields", the names that n8n's own nodes use; made anew, so that they stand in their operation's place. */
export function outputFields({ idName, example, hasRaw }: OutputSpec): INodeProperties[] {
	const places = hasRaw ? 'the simplified answer, or else of the raw one' : 'the answer';
	return [
		{
			displayName: 'Output',
			name: 'output',
			type: 'options',
			options: hasRaw ? [SIMPLIFIED, RAW, SELECTED] : [SIMPLIFIED, SELECTED],
			default: 'simple',
			description: 'How much of each answer to return; few fields keep an AI agent quick and cheap',
		},
		{
			displayName: 'Fields',
			name: 'outputFields',
			type: 'string',
			displayOptions: { show: { output: ['fields'] } },
			default: '',
			placeholder: `e.g. ${example}`,
			description: `Names of fields of ${places}, separated by commas. A dot leads into a field and through lists; ${idName} is always there.`,
			builderHint: {
				propertyHint:
					'Name only what the next node or the agent needs, as field names separated by commas; no expressions.',
			},
		},
	];
}

/** Gives answers the form that was chosen for an item. */
export function shaperOf(params: Params, item: number, idName: string): (forms: AnswerForms) => IDataObject {
	const output = params.text('output', item);
	if (output === 'raw') return ({ simple, raw = simple }) => raw();
	if (output !== 'fields') return ({ simple }) => simple();
	const paths = [idName, ...toList(params.value('outputFields', item))].map((path) => path.split('.'));
	return ({ simple, raw }) => selected(paths, simple(), raw);
}

function selected(
	paths: readonly Path[],
	simple: IDataObject,
	raw: AnswerForms['raw'] = () => ({}),
): IDataObject {
	const isThere = (path: Path) => partOf(simple, [path]) !== undefined;
	const others = paths.filter((path) => !isThere(path));
	const fromRaw = others.length > 0 ? partOf(raw(), others) : undefined;
	return { ...toPart(partOf(simple, paths.filter(isThere))), ...toPart(fromRaw) };
}

type Path = readonly string[];

/** What the paths name of a value, in its own structure: `lines.sku` gives of each line its SKU, `lines.0` the first line. */
function partOf(value: unknown, paths: readonly Path[]): unknown {
	if (paths.some(({ length }) => length === 0)) return value;
	if (Array.isArray(value)) {
		const parts = value.map((one, index) => partOf(one, paths.map(withoutIndex(index))));
		return orNothing(parts.filter((part) => part !== undefined));
	}
	if (!isGroup(value)) return undefined;
	const names = new Set(paths.flatMap(([name = '']) => (Object.hasOwn(value, name) ? [name] : [])));
	const entries = [...names].map((name) => {
		const inner = paths.filter(([first]) => first === name).map(([, ...rest]) => rest);
		return [name, partOf(value[name], inner)] as const;
	});
	const found = entries.filter(([, part]) => part !== undefined);
	return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function withoutIndex(index: number): (path: Path) => Path {
	return (path) => (path[0] === String(index) ? path.slice(1) : path);
}

function orNothing(list: unknown[]): unknown[] | undefined {
	return list.length > 0 ? list : undefined;
}

function toPart(part: unknown): IDataObject {
	return isGroup(part) ? part : {};
}
