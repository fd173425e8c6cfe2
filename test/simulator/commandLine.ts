import { parseArgs } from 'node:util';
import { SIMULATED_ACCOUNTS, SIMULATOR_PORT } from '../../nodes/amazon/tables/simulator';
import { credentialValues } from './accounts';
import { USUAL_MISHAPS } from './feeds/mishaps';
import { USAGE } from './guide';
import { DEFAULT_SELLERS, demoOrders, orderStreams } from './seed';
import type { SimulatorOptions } from './server';

/** What `npm run simulator` was asked for. Without a word it listens where the credential's Mock mode looks. */
export function readCommandLine(args: string[]): SimulatorOptions & { port: number } {
	const { values } = parseArgs({
		args,
		options: {
			mishaps: { type: 'boolean', default: false },
			port: { type: 'string', default: String(SIMULATOR_PORT) },
			'feed-delay-ms': { type: 'string', default: '3000' },
			'order-every-s': { type: 'string', default: '0' },
			'no-limits': { type: 'boolean', default: false },
		},
	});
	// 0: no orders but those at the start.
	const everyMs = readNumber(values['order-every-s'], 'order-every-s') * 1000;
	const streams = everyMs === 0 ? [] : orderStreams(DEFAULT_SELLERS, everyMs);
	return {
		port: readNumber(values.port, 'port'),
		feedDelayMs: readNumber(values['feed-delay-ms'], 'feed-delay-ms'),
		limits: !values['no-limits'],
		seed: {
			orders: [...demoOrders(DEFAULT_SELLERS), ...streams],
			faults: values.mishaps ? USUAL_MISHAPS : [],
		},
	};
}

function readNumber(value: string, name: string): number {
	if (!/^\d+$/.test(value)) throw new Error(`--${name} must be a whole number, not "${value}". ${USAGE}`);
	return Number(value);
}

/** What a person needs to know once the simulator listens: where, and what the credential says then. */
export function greeting(url: string): string[] {
	const others = SIMULATED_ACCOUNTS.slice(1).map(({ name }) => `"${name}"`);
	return [
		`Amazon simulator ready at ${url}`,
		'',
		'In n8n: credential "Amazon Selling Partner API", environment Mock. It asks for no keys, and looks here:',
		'',
		...credentialValues(url).map(([label, value]) => `    ${label.padEnd(18)} ${value}`),
		'',
		`Other made-up accounts: ${others.join(', ')}.`,
		'',
		'Ctrl-C stops it.',
	];
}

/** Says what to do when somebody else, such as `npm start`, already listens on the port. */
export function explainStart(error: unknown, port: number): string {
	const { code, message } = error as NodeJS.ErrnoException;
	if (code !== 'EADDRINUSE') return message;
	return `Port ${port} is taken, maybe by the simulator of "npm start", which serves as well. For another port: npm run simulator -- --port ${port + 1000}, and the same in the credential's Simulator Address.`;
}
