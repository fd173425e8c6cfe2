import { setTimeout as sleep } from 'node:timers/promises';
import { NotDone } from '../formInput';
import * as shopify from '../shopify/shopkeeper';
import { json, Refusal, type StoreAnswer, type StoreRequest, type StoreRoute } from '../storeRoute';
import type { StoreState } from '../storeState';
import { giveBack } from '../wooCommerce/giveBack';
import { cancel, changeProduct, saveAllProducts, ship } from '../wooCommerce/shopkeeper';
import { addNotice } from './desk';

/** A person waits this long for n8n's answers; after that the page says that they are still to come. */
const PATIENCE_MS = 4_000;

/** Does it, and says in a sentence what was done. @throws NotDone */
type Work = (state: StoreState, id: string, form: URLSearchParams) => string;

/** The buttons of the pages. */
export const actionRoutes: readonly StoreRoute[] = [
	action(/^\/orders\/(\d+)\/ship$/, '/', ship),
	action(/^\/orders\/(\d+)\/refund$/, '/', giveBack),
	action(/^\/orders\/(\d+)\/cancel$/, '/', cancel),
	action(/^\/products\/(\d+)$/, '/products', changeProduct),
	action(/^\/products$/, '/products', (state) => {
		saveAllProducts(state);
		return 'All products and variations are saved.';
	}),
	action(/^\/shopify\/orders\/(\d+)\/ship$/, '/shopify', shopify.ship),
	action(/^\/shopify\/orders\/(\d+)\/refund$/, '/shopify', shopify.refund),
	action(/^\/shopify\/orders\/(\d+)\/cancel$/, '/shopify', shopify.cancel),
	action(/^\/shopify\/products\/(\d+)$/, '/shopify/products', shopify.changeVariant),
	action(/^\/messages\/(\d+)\/activate$/, '/messages', ({ desk }, id) => {
		const webhook = desk.deliveries.activate(Number(id));
		if (webhook === undefined) throw new NotDone(`There is no webhook ${id}.`);
		return `The webhook to ${webhook.workflow.name} is active.`;
	}),
];

function action(path: RegExp, page: string, work: Work): StoreRoute {
	return {
		...{ method: 'POST', path, operation: 'action' },
		answer: async (state, request, [id = '']) => {
			requireOwnPage(request);
			const notice = await carryOut(state, () => work(state, id, request.form));
			return backTo(page, request.form, notice.id);
		},
	};
}

/** A page of another address may send a form here, too: it cannot leave out or forge its Origin. */
function requireOwnPage({ headers }: StoreRequest): void {
	if (headers['origin'] === `http://${String(headers['host'])}`) return;
	throw new Refusal(json(403, { message: "Only the demo store's own pages may press its buttons." }));
}

async function carryOut({ desk }: StoreState, work: () => string) {
	let told: Pick<Parameters<typeof addNotice>[1], 'text' | 'isRefused'> = { text: '', isRefused: false };
	const deliveries = desk.deliveries.during(() => {
		try {
			told = { text: work(), isRefused: false };
		} catch (error) {
			told = { text: reasonOf(error), isRefused: true };
		}
	});
	const end = new AbortController();
	const patience = sleep(PATIENCE_MS, undefined, { signal: end.signal }).catch(() => undefined);
	await Promise.race([Promise.all(deliveries.map(({ answered }) => answered)), patience]);
	end.abort();
	return addNotice(desk, { ...told, deliveries });
}

/** @throws what is neither a person's mistake nor the store's own refusal */
function reasonOf(error: unknown): string {
	if (error instanceof NotDone) return error.message;
	if (!(error instanceof Refusal)) throw error;
	const { message } = JSON.parse(error.answer.body) as { message: string };
	return `The store refuses: ${message}`;
}

/** To the page with the button, so that reloading it presses nothing again. */
function backTo(page: string, form: URLSearchParams, noticeId: number): StoreAnswer {
	const place = ['find', 'page'].flatMap((name) => {
		const value = form.get(name) ?? '';
		return value === '' ? [] : [[name, value]];
	});
	const search = new URLSearchParams([...place, ['done', String(noticeId)]]);
	return { status: 303, contentType: 'text/plain', body: '', headers: { location: `${page}?${search}` } };
}
