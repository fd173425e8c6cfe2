import { writeFileSync } from 'node:fs';

import { measureChanges } from './changes';
import { measureDocuments } from './documents';
import { measureHostile } from './hostile';
import { measureLimiter } from './limiter';
import { measureLoading } from './loading';
import { measureNodeItems } from './nodeItems';
import { measureOrders } from './orders';
import { measureReports } from './reports';
import { printTable, type Row } from './row';

/** `npm run bench`: prints the table; with `-- --json FILE` writes it there too; fails when a bound is missed. */
async function main(): Promise<void> {
	const rows: Row[] = [];
	for (const measure of [
		measureLoading,
		measureDocuments,
		measureHostile,
		measureReports,
		measureNodeItems,
		measureLimiter,
		measureChanges,
		measureOrders,
	]) {
		console.error(`measuring: ${measure.name.replace('measure', '').toLowerCase()} ...`);
		rows.push(...(await measure()));
	}
	printTable(rows);
	const file = process.argv[process.argv.indexOf('--json') + 1];
	if (process.argv.includes('--json') && file !== undefined)
		writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
	if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
}

void main();
