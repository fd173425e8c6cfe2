import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';

import { VirtualTime } from './virtualTime';
import type { Account } from '../../nodes/amazon/transport/account';
import { createClient } from '../../nodes/amazon/transport/client';
import { createThrottle } from '../../nodes/amazon/transport/throttle';
import { createTokenStore } from '../../nodes/amazon/transport/token';
import type { Context } from '../../nodes/n8n/operation';
import { Params } from '../../nodes/n8n/params';
import { DEFAULT_SELLERS, startSimulator, type Simulator, type SimulatorOptions } from '../simulator';

/** A seller's account at a simulator whose clock is virtual. */
export interface Setting {
	time: VirtualTime;
	simulator: Simulator;
	account: Account;
	contextWith(parameters: IDataObject): Context;
	close(): Promise<void>;
}

export async function openSetting(options: SimulatorOptions): Promise<Setting> {
	const time = new VirtualTime();
	const simulator = await startSimulator({ ...options, clock: time });
	const account = accountAt(simulator.url);
	const throttle = createThrottle(time);
	const client = createClient({
		account,
		http: time.http,
		clock: time,
		log: () => undefined,
		throttle,
		tokens: createTokenStore(),
	});
	return {
		time,
		simulator,
		account,
		contextWith: (parameters) => {
			const n8n = fakeN8n(parameters);
			const params = new Params(n8n);
			return { n8n, client, account, clock: time, params, secondInput: () => undefined };
		},
		async close() {
			throttle.close();
			time.close();
			await simulator.stop();
		},
	};
}

function accountAt(mockUrl: string): Account {
	const seller = DEFAULT_SELLERS.find(({ region }) => region === 'eu');
	if (seller === undefined) throw new Error('the simulator has no European seller');
	const { sellerId, clientId, clientSecret, refreshToken } = seller;
	const marketplaceIds = ['A1PA6795UKMFR9'];
	return {
		environment: 'mock',
		mockUrl,
		region: 'eu',
		marketplaceIds,
		sellerId,
		clientId,
		clientSecret,
		refreshToken,
	};
}

/** The few functions of n8n that an operation uses outside the real thing. */
function fakeN8n(parameters: IDataObject): IExecuteFunctions {
	const node = { parameters } as unknown as INode;
	return {
		getMode: () => 'trigger',
		getNode: () => node,
		getNodeParameter: (name: string, _item: number, fallback: unknown) => parameters[name] ?? fallback,
		addExecutionHints: () => undefined,
		sendMessageToUI: () => undefined,
		getTimezone: () => 'UTC',
	} as unknown as IExecuteFunctions;
}
