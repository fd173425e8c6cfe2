import { parseArgs } from 'node:util';
import { startDemoStore } from './index';

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { port: { type: 'string', default: '8099' } } });
	if (!/^\d+$/.test(values.port)) throw new Error(`--port must be a whole number, not "${values.port}"`);
	const store = await startDemoStore({ port: Number(values.port) });
	const stop = () => void store.stop().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	console.log(`Demo store ready at ${store.url}`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
