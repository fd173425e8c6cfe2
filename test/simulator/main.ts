import { parseArgs } from 'node:util';
import { startSimulator } from './index';

const USAGE = 'Usage: npm run simulator -- [--port 8080] [--feed-delay-ms 3000] [--no-limits]';

function readNumber(value: string, name: string): number {
	if (!/^\d+$/.test(value)) throw new Error(`--${name} must be a whole number, not "${value}". ${USAGE}`);
	return Number(value);
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '8080' },
			'feed-delay-ms': { type: 'string', default: '3000' },
			'no-limits': { type: 'boolean', default: false },
		},
	});
	const simulator = await startSimulator({
		port: readNumber(values.port, 'port'),
		feedDelayMs: readNumber(values['feed-delay-ms'], 'feed-delay-ms'),
		limits: !values['no-limits'],
	});
	const stop = () => void simulator.stop().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	console.log(`Amazon simulator ready at ${simulator.url}`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
