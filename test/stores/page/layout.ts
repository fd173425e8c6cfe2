import type { StoreAnswer, StoreRequest } from '../storeRoute';
import type { Desk, Notice } from './desk';
import { Html, html, lines, type Part } from './html';
import { toOutcome } from './outcome';

const PAGES: ReadonlyArray<[path: string, name: string]> = [
	['/', 'Orders'],
	['/products', 'Products'],
	['/amazon', 'What Amazon has'],
	['/messages', 'Messages to n8n'],
	['/shopify', 'Shopify orders'],
	['/shopify/products', 'Shopify products'],
];

const STYLE = `
body{font:15px/1.45 system-ui,sans-serif;margin:0;color:#222;background:#fff}
header{background:#20303f;color:#fff;padding:.7rem 1.5rem;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;align-items:baseline}
header b{font-size:1.1rem}header span{flex-basis:100%;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;font-size:.92rem;color:#9fb3c6}header a{color:#cfe3f7;text-decoration:none}header a.here{color:#fff;font-weight:600;border-bottom:2px solid #fff}
main{padding:1rem 1.5rem 3rem}
h1{font-size:1.3rem;margin:.4rem 0}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}p{margin:.4rem 0;max-width:62rem}
table{border-collapse:collapse;min-width:60%;margin:.6rem 0}
th,td{border-bottom:1px solid #ddd;padding:.45rem .6rem;text-align:left;vertical-align:top}
th{background:#f3f5f7;font-weight:600;white-space:nowrap}
form{display:inline-flex;flex-wrap:wrap;gap:.3rem .5rem;align-items:center;margin:.1rem 0}
input,select,button{font:inherit;padding:.15rem .4rem}button{cursor:pointer}
details{display:inline-block;margin:.15rem .6rem;vertical-align:top}summary{cursor:pointer;color:#1a5a96}
.quiet{color:#666}.good{color:#17733a}.bad{color:#b00020}.word{white-space:nowrap}
.notice{border-left:4px solid #17733a;background:#eef7f0;padding:.5rem .9rem;margin:.6rem 0}
.notice.refused{border-color:#b00020;background:#fdf0f1}
`;

export interface Page {
	/** Below which address it is shown. */
	path: string;
	title: string;
	body: Html;
}

/** A whole page, with what the last button did on top. */
export function toPage(
	{ path, title, body }: Page,
	desk: Desk,
	{ query }: Pick<StoreRequest, 'query'>,
): StoreAnswer {
	const notice = desk.notices.find(({ id }) => String(id) === query.get('done'));
	const page = html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width" />
				<title>${title} - Demo store</title>
				<style>
					${new Html(STYLE)}
				</style>
			</head>
			<body>
				<header><b>Demo store</b>${PAGES.map(([to, name]) => toTab(to, name, path))}${toN8n(desk)}</header>
				<main>
					${notice !== undefined && toNotice(notice, desk)}
					<h1>${title}</h1>
					${body}
				</main>
			</body>
		</html> `;
	return { status: 200, contentType: 'text/html; charset=utf-8', body: page.text };
}

function toTab(to: string, name: string, path: string): Html {
	return html`<a href="${to}" ${to === path && html` class="here"`}>${name}</a>`;
}

/** To n8n's pages, each in a tab of its own. */
function toN8n({ surroundings }: Desk): Part {
	if (surroundings.n8n.length === 0) return '';
	return html`<span
		>In n8n: ${surroundings.n8n.map(({ name, url }) => html`<a href="${url}" target="n8n">${name}</a>`)}</span
	>`;
}

function toNotice({ text, isRefused, deliveries }: Notice, desk: Desk): Html {
	const told = deliveries.map((delivery) => toOutcome(delivery, desk.surroundings.workflowUrl));
	const isSilent = !isRefused && deliveries.length === 0;
	const silence = desk.deliveries.isConnected
		? 'No webhook tells n8n of it.'
		: 'No n8n is connected: nobody is told.';
	return html`<div class="notice${isRefused && ' refused'}">
		${lines([html`<b>${text}</b>`, ...told.slice(0, 12), told.length > 12 && `and ${told.length - 12} more messages`, isSilent && silence])}
	</div>`;
}
