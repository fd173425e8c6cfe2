import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, selectors, type Browser, type Page } from 'playwright-core';
import { OWNER } from '../n8n/session';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-proxy-server',
];
/** By itself playwright ends this process at a Ctrl-C, before servers and folders are cleared away. */
const LEAVES_SIGNALS_TO_US = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
const VIEW = { width: 1600, height: 1000 };
const LAPTOP = { width: 1280, height: 800 };

/** A browser with a fresh profile, signed in to n8n. */
export interface Session {
	page: Page;
	/** Where a picture of that name is kept. */
	picturePath(name: string): string;
	/** Saves a picture of the window as `<name>.png` and answers with its path. */
	screenshot(name: string): Promise<string>;
	/** The window as a laptop shows it, 1280 pixels wide, while something is looked at. */
	onLaptop<T>(look: () => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

/** Chromium's program: `CHROMIUM_PATH`, else where distributions put it. */
function chromiumPath(): string {
	const found = [process.env.CHROMIUM_PATH ?? '', ...CANDIDATES].find(
		(path) => path !== '' && existsSync(path),
	);
	if (found === undefined) {
		throw new Error(
			'No Chromium found: install it (apt-get install chromium) or set CHROMIUM_PATH to its program.',
		);
	}
	return found;
}

/** Opens n8n's editor at `url` and signs in through its form, as a person does. */
export async function openBrowser(url: string, pictureFolder: string): Promise<Session> {
	mkdirSync(pictureFolder, { recursive: true });
	selectors.setTestIdAttribute('data-test-id');
	const browser: Browser = await chromium.launch({
		executablePath: chromiumPath(),
		headless: true,
		args: FLAGS,
		...LEAVES_SIGNALS_TO_US,
	});
	const context = await browser.newContext({
		viewport: VIEW,
		baseURL: url,
		locale: 'en-US',
		reducedMotion: 'reduce',
	});
	const page = await context.newPage();
	page.setDefaultTimeout(30_000);
	await signIn(page);
	const picturePath = (name: string): string => join(pictureFolder, `${name}.png`);
	return {
		page,
		picturePath,
		async screenshot(name) {
			const path = picturePath(name);
			await page.screenshot({ path, animations: 'disabled' });
			return path;
		},
		async onLaptop(look) {
			await page.setViewportSize(LAPTOP);
			try {
				return await look();
			} finally {
				await page.setViewportSize(VIEW);
			}
		},
		close: () => browser.close(),
	};
}

async function signIn(page: Page): Promise<void> {
	await page.goto('/signin');
	await page.locator('input[name="emailOrLdapLoginId"]').fill(OWNER.email);
	await page.locator('input[name="password"]').fill(OWNER.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
}
