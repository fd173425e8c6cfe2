import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallLogEntry } from './callLog';
import { systemClock, type SimClock } from './clock';
import { answerAmazon } from './exchange';
import type { Fault, FaultSpec } from './faults';
import { answerAdmin, isAdminPath } from './routes/admin';
import type { OrderSpec } from './orders/addOrder';
import type { OrderChange } from './orders/changeOrder';
import type { OrderSeed } from './orders/generate';
import type { SimOrder } from './orders/simOrder';
import { addReport, type ReportSpec } from './reports/addReport';
import type { StoredReport } from './reports/report';
import { completeSeed, type CatalogueSeed, type Seed } from './seed';
import { SimState, type Settings } from './state';

export interface SimulatorOptions {
	/** Default 0: any free port. Listens on 127.0.0.1 only. */
	port?: number;
	clock?: SimClock;
	seed?: Partial<Seed>;
	/** Amazon's rate limits; default true. */
	limits?: boolean;
	/** How many times the usual rates Amazon grants, and names in its answers; default 1. */
	rateFactor?: number;
	/** From `createFeed` to DONE; default 3000. A third of it IN_QUEUE, the rest IN_PROGRESS. */
	feedDelayMs?: number;
	/** From `createReport` to its end; default as for feeds. */
	reportDelayMs?: number;
	/** Life of presigned addresses; default 5 minutes. */
	documentTtlMs?: number;
	/**
	 * How old orders are before a search shows them: the default of its "before", which the answer names; default two
	 * minutes.
	 */
	orderLagMs?: number;
	/** Life of access tokens; default 3600. */
	tokenTtlSeconds?: number;
	/** Calls remembered; default 100,000. */
	callLogSize?: number;
}

export interface Simulator {
	/** `http://127.0.0.1:8098`: Login with Amazon and the APIs of every region. */
	url: string;
	/** Read through this after `reset()` too: it always is the present state. */
	readonly state: SimState;
	/** What was asked, oldest first; no tokens, no signatures. */
	calls(): CallLogEntry[];
	faults: { add(fault: FaultSpec): number; clear(id?: number): void; list(): Fault[] };
	/** Adds listings that exist by rule; 100,000 cost nothing. */
	seedCatalogue(seed: CatalogueSeed): void;
	/** Adds drawn orders; they are made when they are looked at, so 100,000 cost a second or so. */
	seedOrders(seed: OrderSeed): SimOrder[];
	/** Adds an order made to measure, at this moment unless it says otherwise. Throws for what no order can be. */
	addOrder(spec?: OrderSpec): SimOrder;
	/** Cancels, ships, pays or touches an order. Throws when there is no such order, or it cannot be. */
	changeOrder(orderId: string, change: OrderChange): SimOrder;
	/** An order as it stands now, refunds included. Throws when there is none. */
	order(orderId: string): SimOrder;
	/** A seller's orders as they stand now, in the order in which they were added. */
	orders(sellerId: string): SimOrder[];
	/**
	 * Adds a report made to measure, with any document; with `whenRequested` the answer to the next createReport of its
	 * type, and nothing is given back. Throws for what no report can be.
	 */
	addReport(spec: ReportSpec): StoredReport | undefined;
	/** A seller's reports as they stand now, newest first. */
	reports(sellerId: string): StoredReport[];
	/** As freshly started: seed, empty log, full buckets, no faults. */
	reset(): void;
	/** Stops listening: connections are refused. The state stays. */
	pause(): Promise<void>;
	/** Listens again, on the same port. */
	resume(): Promise<void>;
	stop(): Promise<void>;
}

function completeSettings(options: SimulatorOptions): Settings {
	return {
		clock: options.clock ?? systemClock,
		seed: completeSeed(options.seed),
		limits: options.limits ?? true,
		rateFactor: options.rateFactor ?? 1,
		feedDelayMs: options.feedDelayMs ?? 3000,
		reportDelayMs: options.reportDelayMs ?? options.feedDelayMs ?? 3000,
		documentTtlMs: options.documentTtlMs ?? 300_000,
		orderLagMs: options.orderLagMs ?? 120_000,
		tokenTtlSeconds: options.tokenTtlSeconds ?? 3600,
		callLogSize: options.callLogSize ?? 100_000,
	};
}

function listen(server: Server, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			server.off('error', reject);
			resolve((server.address() as AddressInfo).port);
		});
	});
}

function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}

type Answerer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A server that turns a defect of the simulator into a 500 that says so. */
function serve(answer: Answerer, isDown: () => boolean): Server {
	const server = createServer((request, response) => {
		if (isDown()) {
			request.socket.resetAndDestroy();
			return;
		}
		answer(request, response).catch((error: unknown) => {
			if (request.destroyed && !request.complete) return;
			const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
			if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
			response.end(`Defect in the simulator: ${text}`);
		});
	});
	return server;
}

/** Starts Amazon on 127.0.0.1. Rejects when the port is taken or the seed names an unknown marketplace. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const settings = completeSettings(options);
	let state = new SimState(settings);
	const reset = () => {
		state = new SimState(settings);
	};
	const answer: Answerer = (request, response) =>
		isAdminPath(request.url ?? '')
			? answerAdmin({ state, reset }, request, response)
			: answerAmazon(state, request, response, `http://127.0.0.1:${port}`);
	const server = serve(answer, () => state.faults.isDown());
	const port = await listen(server, options.port ?? 0);
	return {
		url: `http://127.0.0.1:${port}`,
		get state() {
			return state;
		},
		calls: () => state.calls.list(),
		faults: {
			add: (fault) => state.faults.add(fault),
			clear: (id) => state.faults.clear(id),
			list: () => state.faults.list(),
		},
		seedCatalogue: (seed) => state.seedCatalogue(seed),
		seedOrders: (seed) => state.orderBook.seed(seed, state.amazonMs()),
		addOrder: (spec = {}) => state.orderBook.add(spec, state.amazonMs()),
		changeOrder: (orderId, change) => state.changeOrder(orderId, change),
		order: (orderId) => state.order(orderId),
		addReport: (spec) => addReport(state, spec),
		reports: (sellerId) => {
			state.settle();
			return state.reports.list(sellerId);
		},
		orders: (sellerId) => state.orders(sellerId).list(),
		reset,
		pause: () => close(server),
		resume: async () => {
			await listen(server, port);
		},
		stop: () => close(server),
	};
}
