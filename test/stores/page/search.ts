import { textField } from './form';
import { html, type Html } from './html';

/** Whether one of the texts holds what a person looks for. */
export function isFound(query: URLSearchParams, ...texts: string[]): boolean {
	const wanted = (query.get('find') ?? '').trim().toLowerCase();
	return texts.some((text) => text.toLowerCase().includes(wanted));
}

export function findForm(path: string, query: URLSearchParams): Html {
	const field = textField('find', { label: 'Find', value: query.get('find') ?? '', size: 20 });
	return html`<form method="get" action="${path}">${field}<button>Find</button></form>`;
}
