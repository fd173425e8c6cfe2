import type { Locator, Page } from 'playwright-core';
import { Form } from './form';

/** What n8n says about a credential after testing it. */
export interface ShownVerdict {
	valid: boolean;
	/** What the person reads, details included. */
	text: string;
}

/** The dialog of one stored credential. */
export class CredentialDialog {
	private constructor(
		private readonly page: Page,
		private readonly dialog: Locator,
	) {}

	/** Opens a stored credential, by its id. n8n tests it at once. */
	static async open(page: Page, credentialId: string): Promise<CredentialDialog> {
		await page.goto(`/home/credentials/${credentialId}`);
		const dialog = page.getByTestId('credential-edit-dialog');
		await dialog.waitFor();
		return new CredentialDialog(page, dialog);
	}

	/** Begins a new credential of a type, by its name, from n8n's list of credentials. */
	static async create(page: Page, typeName: string): Promise<CredentialDialog> {
		await page.goto('/home/credentials');
		await page.getByTestId('add-resource-credential').click();
		await page.getByTestId('new-credential-type-select').locator('input').fill(typeName);
		await page.getByTestId('new-credential-type-select-option').getByText(typeName, { exact: true }).click();
		await page.getByTestId('new-credential-type-button').click();
		const dialog = page.getByTestId('credential-edit-dialog');
		await dialog.waitFor();
		return new CredentialDialog(page, dialog);
	}

	/** Its fields, by their labels. */
	get form(): Form {
		return new Form(this.page, this.dialog, 'credential-connection-parameter');
	}

	/** Types into one of its fields, named as in the credential type. */
	async fill(field: string, value: string): Promise<void> {
		await this.dialog.getByTestId(`parameter-input-${field}`).locator('input, textarea').first().fill(value);
	}

	/** Saves, which tests as well. */
	async save(): Promise<ShownVerdict> {
		const tested = this.nextTest();
		await this.page.getByTestId('credential-save-button').click();
		await tested;
		return await this.verdict();
	}

	/** Presses "Retry" beside the verdict. */
	async retry(): Promise<ShownVerdict> {
		const tested = this.nextTest();
		await this.retryButton().click();
		await tested;
		return await this.verdict();
	}

	/** Reads the verdict that is shown, with its details unfolded. */
	async verdict(): Promise<ShownVerdict> {
		await this.retryButton().waitFor();
		const valid = await this.dialog.getByTestId('credentials-config-container-test-success').isVisible();
		const details = this.dialog.getByText('More details').filter({ visible: true });
		if (!valid && (await details.isVisible())) await details.click();
		const banner = this.dialog.locator('.el-tag').filter({ has: this.retryButton() });
		return { valid, text: (await banner.innerText()).replace(/\s+/g, ' ').trim() };
	}

	private retryButton(): Locator {
		return this.page.locator('button[title="Retry credential test"]').filter({ visible: true });
	}

	private async nextTest(): Promise<void> {
		await this.page.waitForResponse((response) => response.url().endsWith('/rest/credentials/test'));
	}
}
