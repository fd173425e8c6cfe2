import { html, type Html } from './html';

const SIZE = 25;

export interface Shown<Item> {
	items: Item[];
	page: number;
	pages: number;
	total: number;
}

/** One page of a list; a page that is not there is the nearest one. */
export function pageOf<Item>(all: Item[], query: URLSearchParams): Shown<Item> {
	const pages = Math.max(1, Math.ceil(all.length / SIZE));
	const wanted = Math.trunc(Number(query.get('page') ?? 1)) || 1;
	const page = Math.min(Math.max(wanted, 1), pages);
	return { items: all.slice((page - 1) * SIZE, page * SIZE), page, pages, total: all.length };
}

/** The way to the other pages. */
export function pager(path: string, { page, pages, total }: Shown<unknown>, query: URLSearchParams): Html {
	if (pages === 1) return html``;
	const link = (to: number, text: string) => html`<a href="${addressOf(path, query, to)}">${text}</a> `;
	return html`<p>
		${page > 1 && link(page - 1, 'Previous')} Page ${page} of ${pages} (${total} in all)
		${page < pages && link(page + 1, 'Next')}
	</p>`;
}

function addressOf(path: string, query: URLSearchParams, page: number): string {
	const find = query.get('find');
	const search = new URLSearchParams({ ...(find === null ? {} : { find }), page: String(page) });
	return `${path}?${search}`;
}
