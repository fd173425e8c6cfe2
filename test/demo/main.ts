import { runDemo } from './priceListDemo';
import { toReport } from './report';

const ITEMS = 2000;

/** `npm run demo`: 2,000 products of a price list through n8n's engine to a simulated Amazon and back. */
async function main(): Promise<void> {
	const print = (line: string): void => void process.stdout.write(`${line}\n`);
	print(`\nSending a price list of ${ITEMS.toLocaleString('en')} products to a simulated Amazon ...`);
	const outcome = await runDemo(ITEMS);
	for (const line of toReport(outcome)) print(line);
	if (outcome.unaccounted.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
	process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
