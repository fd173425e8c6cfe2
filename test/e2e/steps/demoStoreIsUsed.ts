import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { connectShop } from '../../n8n/openShop';
import { waitFor } from '../../n8n/waiting';
import type { Step } from '../scene';

const ORDERS = 'amazonOrdersToWooCommerce';
const REFUNDS = 'amazonRefundsToAmazon';

/** Where the page shows what the store has, and what Amazon has. */
const STORE_CELL = 4;
const AMAZON_CELL = 5;

/** What becomes of an order in the shop, by the buttons that a person presses there. */
export const demoStoreIsUsed: Step = {
	name: 'an order of Amazon is shipped and refunded in the demo store, and Amazon has both',
	timeoutMs: 300_000,
	async run(scene) {
		const { api, browser, store } = scene;
		await connectShop(scene);
		await api.publish(ORDERS);
		const page = await browser.page.context().newPage();
		try {
			const row = await openOrderToShip(page, store.url);
			await ship(row, page);
			await page.screenshot({ path: browser.picturePath('demo-store-shipped-1600') });
			await refund(row, page);
			// Its schedule comes every 15 minutes.
			const sent = await api.run(REFUNDS, 'Send by Hand', 60_000);
			assert.equal(sent.status, 'success');
			await untilCellSays(row, AMAZON_CELL, /refunded \d/, 'the refund to reach Amazon');
			await page.setViewportSize({ width: 1280, height: 800 });
			await row.scrollIntoViewIfNeeded();
			await page.screenshot({ path: browser.picturePath('demo-store-refunded-1280') });
		} finally {
			await page.close();
		}
	},
};

/** The row of an order that somebody has to ship, once n8n has brought one. */
async function openOrderToShip(page: Page, url: string): Promise<Locator> {
	const toShip = page.locator('tr', { has: page.getByRole('button', { name: 'Ship', exact: true }) }).first();
	await waitFor('an order that the shop has to ship', async () => {
		await page.goto(url);
		return (await toShip.count()) > 0 ? true : undefined;
	});
	const id = await toShip.locator('b[id^="order-"]').getAttribute('id');
	return page.locator('tr', { has: page.locator(`#${id}`) });
}

async function ship(row: Locator, page: Page): Promise<void> {
	await row.getByRole('button', { name: 'Ship', exact: true }).click();
	await page.getByText('n8n answered 200.').first().waitFor();
	await untilCellSays(row, AMAZON_CELL, /^shipped/, 'Amazon to call the order shipped');
}

async function refund(row: Locator, page: Page): Promise<void> {
	await row.getByText('Refund', { exact: true }).first().click();
	await row.getByRole('button', { name: 'Refund', exact: true }).click();
	await page.getByText('n8n answered 200.').first().waitFor();
	await untilCellSays(row, STORE_CELL, /refunded \d/, 'the store to show its refund');
}

async function untilCellSays(row: Locator, index: number, words: RegExp, what: string): Promise<void> {
	let text = '';
	await waitFor(
		what,
		async () => {
			await row.page().reload();
			text = await row.locator('td').nth(index).innerText();
			return words.test(text) ? true : undefined;
		},
		{ timeoutMs: 90_000, everyMs: 1_000, lastSeen: () => `The page says: ${text}` },
	);
}
