/** One measured line: what was measured, what it came to, and how far it has to reach. */
export interface Row {
	name: string;
	value: number;
	unit: string;
	/** The bound as a person reads it, e.g. `<= 30`. */
	reach: string;
	ok: boolean;
	/** What the figure was compared with or made of. */
	note?: string;
}

export function atMost(name: string, value: number, bound: number, unit: string, note?: string): Row {
	return { name, value: rounded(value), unit, reach: `<= ${bound}`, ok: value <= bound, note };
}

export function atLeast(name: string, value: number, bound: number, unit: string, note?: string): Row {
	return { name, value: rounded(value), unit, reach: `>= ${bound}`, ok: value >= bound, note };
}

function rounded(value: number): number {
	return Math.round(value * 1000) / 1000;
}

export function printTable(rows: readonly Row[]): void {
	const cells = rows.map(({ name, value, unit, reach, ok, note }) => [
		ok ? 'ok' : 'MISSED',
		name,
		`${value} ${unit}`,
		reach,
		note ?? '',
	]);
	const header = ['', 'what', 'measured', 'reach', ''];
	const widths = header.map((_, column) =>
		Math.max(...[header, ...cells].map((row) => (row[column] ?? '').length)),
	);
	for (const row of [header, ...cells]) {
		console.log(
			row
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd(),
		);
	}
}
