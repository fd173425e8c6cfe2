import { parseArgs } from 'node:util';
import { startSimulator } from './index';
import { DEFAULT_SELLERS, demoOrders, orderStreams } from './seed';

const USAGE =
	'Usage: npm run simulator -- [--port 8080] [--feed-delay-ms 3000] [--order-every-s 0] [--no-limits]';

function readNumber(value: string, name: string): number {
	if (!/^\d+$/.test(value)) throw new Error(`--${name} must be a whole number, not "${value}". ${USAGE}`);
	return Number(value);
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '8080' },
			'feed-delay-ms': { type: 'string', default: '3000' },
			'order-every-s': { type: 'string', default: '0' },
			'no-limits': { type: 'boolean', default: false },
		},
	});
	// 0: no orders but those at the start.
	const everyMs = readNumber(values['order-every-s'], 'order-every-s') * 1000;
	const streams = everyMs === 0 ? [] : orderStreams(DEFAULT_SELLERS, everyMs);
	const simulator = await startSimulator({
		port: readNumber(values.port, 'port'),
		feedDelayMs: readNumber(values['feed-delay-ms'], 'feed-delay-ms'),
		limits: !values['no-limits'],
		seed: { orders: [...demoOrders(DEFAULT_SELLERS), ...streams] },
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
