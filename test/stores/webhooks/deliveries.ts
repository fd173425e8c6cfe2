import { post } from './post';
import { toRequest } from './requests';
import { exampleWebhooks, isTaken, type Delivery, type StoreNews, type Webhook } from './webhook';

/** Where messages go, and where they say to come from. */
export interface Route {
	n8nUrl: string;
	storeUrl: string;
}

interface Waiting {
	delivery: Delivery;
	answer: () => void;
	news: StoreNews;
	route: Route;
}

const REMEMBERED = 500;

/** How long each waits for an answer: `WC_Webhook::deliver`, and Shopify's documentation. */
const TIMEOUT_MS = { wooCommerce: 60_000, shopify: 5_000 };

/** More failures in a row than this, and WooCommerce disables the webhook (`WC_Webhook::failed_delivery`). */
const MOST_FAILURES = 5;

/**
 * The messages of the stores to n8n: one after the other, each once. WooCommerce never repeats one. Shopify does, up to
 * eight times in four hours, which nobody would wait for here.
 */
export class Deliveries {
	readonly webhooks: readonly Webhook[] = exampleWebhooks();
	/** Oldest first. */
	readonly log: Delivery[] = [];
	private route?: Route;
	private readonly waiting: Waiting[] = [];
	private working: Promise<void> | undefined;
	private readonly end = new AbortController();
	private count = 0;
	private noted: Set<Delivery> | undefined;

	constructor(private readonly nowMs: () => number) {}

	/** From now on what happens is told. */
	connect(route: Route): void {
		this.route = route;
	}

	get isConnected(): boolean {
		return this.route !== undefined;
	}

	/** Lets every active webhook of the topic tell it. */
	tell(news: StoreNews): void {
		const { route } = this;
		if (route === undefined) return;
		const concerned = this.webhooks.filter(
			({ platform, topic, isActive }) => platform === news.platform && topic === news.topic && isActive,
		);
		for (const webhook of concerned) {
			const delivery = this.enqueue(webhook, news, route);
			this.noted?.add(delivery);
		}
		if (this.waiting.length > 0) this.working ??= this.work();
	}

	/** The messages that some work of a store causes. */
	during(work: () => void): Delivery[] {
		const noted = new Set<Delivery>();
		this.noted = noted;
		try {
			work();
		} finally {
			this.noted = undefined;
		}
		return [...noted];
	}

	/** Resolves when nothing is on its way any more. */
	async settled(): Promise<void> {
		await this.working;
	}

	/** As the merchant does in the store's settings. */
	activate(id: number): Webhook | undefined {
		const webhook = this.webhooks.find((candidate) => candidate.id === id);
		if (webhook !== undefined) Object.assign(webhook, { isActive: true, failures: 0 });
		return webhook;
	}

	stop(): void {
		this.route = undefined;
		this.end.abort();
	}

	/**
	 * WooCommerce builds its message when it is sent, and makes no second one of the same resource while one still
	 * waits (`wc_webhook_process_delivery`).
	 */
	private enqueue(webhook: Webhook, news: StoreNews, route: Route): Delivery {
		const same = this.waiting.find(
			({ delivery }) => delivery.webhook === webhook && delivery.about === news.about,
		);
		if (same !== undefined && webhook.platform === 'wooCommerce') return same.delivery;
		let answer = () => {};
		const answered = new Promise<void>((resolve) => (answer = resolve));
		const delivery: Delivery = { webhook, about: news.about, atMs: this.nowMs(), answered };
		this.waiting.push({ delivery, answer, news, route });
		this.log.push(delivery);
		if (this.log.length > REMEMBERED) this.log.shift();
		return delivery;
	}

	private async work(): Promise<void> {
		for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift())
			await this.deliver(next);
		this.working = undefined;
	}

	private async deliver({ delivery, answer, news, route }: Waiting): Promise<void> {
		const { webhook, atMs } = delivery;
		this.count += 1;
		const request = toRequest(webhook, news, { storeUrl: route.storeUrl, count: this.count, atMs });
		delivery.outcome = await post(`${route.n8nUrl}/webhook/${webhook.path}`, request, {
			...{ timeoutMs: TIMEOUT_MS[webhook.platform], end: this.end.signal },
		});
		webhook.failures = isTaken(webhook, delivery.outcome) ? 0 : webhook.failures + 1;
		if (webhook.platform === 'wooCommerce' && webhook.failures > MOST_FAILURES) webhook.isActive = false;
		answer();
	}
}
