import type { DemoStore } from '../../stores';

/** A form of a page. */
export interface PageForm {
	action: string;
	/** What a browser sends when nobody changes anything. */
	values: Record<string, string>;
}

/** Where a button led to. */
export interface Pressed {
	status: number;
	/** The page that a browser then shows. */
	page: string;
}

/** Reads the pages of a demo store and presses their buttons as a browser does. */
export class StoreBrowser {
	constructor(private readonly store: Pick<DemoStore, 'url'>) {}

	async open(path: string): Promise<string> {
		return await (await fetch(this.store.url + path)).text();
	}

	/** The form that leads to an address. Throws when the page has none. */
	async form(path: string, action: string): Promise<PageForm> {
		const form = formsIn(await this.open(path)).find((candidate) => candidate.action === action);
		if (form === undefined) throw new Error(`${path} has no form to ${action}`);
		return form;
	}

	/** Presses the button of a form, with some fields filled in otherwise; null leaves a box unticked. */
	async press(form: PageForm, changed: Record<string, string | null> = {}): Promise<Pressed> {
		const { url } = this.store;
		const fields = Object.entries({ ...form.values, ...changed }).filter(([, value]) => value !== null);
		const response = await fetch(url + form.action, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: url },
			body: new URLSearchParams(fields as Array<[string, string]>),
		});
		const location = response.headers.get('location');
		return { status: response.status, page: location === null ? '' : await this.open(location) };
	}

	/** Opens a page and presses a button on it. */
	async pressOn(path: string, action: string, changed: Record<string, string | null> = {}): Promise<Pressed> {
		return await this.press(await this.form(path, action), changed);
	}
}

/** The forms with a button that does something. */
export function formsIn(page: string): PageForm[] {
	const forms = page.matchAll(/<form method="post" action="([^"]*)">([\s\S]*?)<\/form>/g);
	return [...forms].map(([, action = '', content = '']) => ({ action, values: valuesIn(content) }));
}

function valuesIn(content: string): Record<string, string> {
	const inputs = [...content.matchAll(/<input\b[^>]*>/g)].map(([tag]) => [
		attribute(tag, 'name'),
		attribute(tag, 'value'),
	]);
	const selects = [...content.matchAll(/<select name="([^"]*)"[^>]*>\s*<option value="([^"]*)"/g)].map(
		([, name = '', first = '']) => [name, first],
	);
	return Object.fromEntries([...inputs, ...selects]) as Record<string, string>;
}

function attribute(tag: string, name: string): string {
	const [, value = ''] = new RegExp(` ${name}="([^"]*)"`).exec(tag) ?? [];
	return value.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
