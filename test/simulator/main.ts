import { explainStart, greeting, readCommandLine } from './commandLine';
import { GUIDE } from './guide';
import { startSimulator } from './index';

/** `npm run simulator`: the simulated Amazon alone. */
async function main(): Promise<void> {
	const args = process.argv.slice(2);
	if (args.includes('--help')) return console.log(GUIDE);
	const options = readCommandLine(args);
	const simulator = await startSimulator(options).catch((error: unknown) => {
		throw new Error(explainStart(error, options.port));
	});
	const stop = () => void simulator.stop().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	console.log(greeting(simulator.url).join('\n'));
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
