import type { INode } from 'n8n-workflow';
import type { WorkflowJson } from './harness';

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

interface Line {
	from: string;
	to: string;
	start: [number, number];
	end: [number, number];
}

/** A node's square on n8n's canvas, in its pixels; the name below it takes more room. */
const NODE_SIZE = 96;
const NAME_HEIGHT = 40;
const STICKY = 'n8n-nodes-base.stickyNote';

export const isSticky = ({ type }: INode): boolean => type === STICKY;

/** Pairs of nodes and notes that lie on each other. */
export function overlaps({ nodes }: WorkflowJson): string[] {
	const boxes = nodes.map(toBox);
	return boxes.flatMap((box, index) =>
		boxes
			.slice(index + 1)
			.filter((other) => intersect(box, other))
			.map((other) => `${box.name} / ${other.name}`),
	);
}

/** Connections that run backwards, and pairs of connections that cross, seen as straight lines. */
export function tangles(workflow: WorkflowJson): string[] {
	const lines = linesOf(workflow);
	const backward = lines
		.filter(({ start, end }) => end[0] <= start[0])
		.map(({ from, to }) => `${from} -> ${to}`);
	const crossing = lines.flatMap((line, index) =>
		lines
			.slice(index + 1)
			.filter((other) => cross(line, other))
			.map((other) => `${line.from} -> ${line.to} x ${other.from} -> ${other.to}`),
	);
	return [...backward, ...crossing];
}

function toBox({ name, type, position: [left, top], parameters }: INode): Box {
	const isNote = type === STICKY;
	const width = isNote ? Number(parameters['width']) : NODE_SIZE;
	const height = isNote ? Number(parameters['height']) : NODE_SIZE + NAME_HEIGHT;
	return { name, left, top, right: left + width, bottom: top + height };
}

function intersect(one: Box, other: Box): boolean {
	return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function linesOf({ nodes, connections }: WorkflowJson): Line[] {
	const at = new Map(nodes.map(({ name, position }) => [name, position]));
	return Object.entries(connections).flatMap(([from, { main = [] }]) =>
		main.flatMap((targets, output) =>
			(targets ?? []).map(({ node: to }) => {
				const [fromX, fromY] = at.get(from) ?? [0, 0];
				const [toX, toY] = at.get(to) ?? [0, 0];
				const port = fromY + (NODE_SIZE * (output + 1)) / (main.length + 1);
				return { from, to, start: [fromX + NODE_SIZE, port], end: [toX, toY + NODE_SIZE / 2] } satisfies Line;
			}),
		),
	);
}

/** Lines that share an end do not count as crossing there. */
function cross(one: Line, other: Line): boolean {
	if (one.to === other.to || (one.from === other.from && one.start[1] === other.start[1])) return false;
	const side = ([ax, ay]: number[], [bx, by]: number[], [px, py]: number[]) =>
		Math.sign(
			((bx ?? 0) - (ax ?? 0)) * ((py ?? 0) - (ay ?? 0)) - ((by ?? 0) - (ay ?? 0)) * ((px ?? 0) - (ax ?? 0)),
		);
	return (
		side(one.start, one.end, other.start) * side(one.start, one.end, other.end) < 0 &&
		side(other.start, other.end, one.start) * side(other.start, other.end, one.end) < 0
	);
}
