import type { Locator, Page } from 'playwright-core';

/** A form of n8n, of a node or a credential, filled in as a person does: by the labels they read. */
export class Form {
	/** `rowId` is the `data-test-id` of what holds one label and its input. */
	constructor(
		private readonly page: Page,
		private readonly root: Locator,
		private readonly rowId: string,
	) {}

	/** What holds the label and its input. A required field's label ends with a star. */
	row(label: string): Locator {
		const shown = new RegExp(`^\\s*${escaped(label)}(\\s*\\*)?\\s*$`);
		return this.root
			.getByTestId(this.rowId)
			.filter({ has: this.page.locator('label').getByText(shown) })
			.last();
	}

	/** Types into a field. */
	async type(label: string, value: string): Promise<void> {
		await this.row(label).locator('input, textarea').last().fill(value);
	}

	/** Chooses from a list, by what is shown there. */
	async choose(label: string, option: string): Promise<void> {
		await this.row(label).locator('input').first().click();
		await this.pick(option);
	}

	/** Chooses one of a list that takes several, and so stays open until Escape. */
	async chooseOneOfSeveral(label: string, option: string): Promise<void> {
		await this.choose(label, option);
		await this.page.keyboard.press('Escape');
	}

	/** What a field shows. */
	async valueOf(label: string): Promise<string> {
		return await this.row(label).locator('input, textarea').last().inputValue();
	}

	/** Chooses a node's credential by its name. */
	async chooseCredential(name: string): Promise<void> {
		await this.root.getByTestId('node-credentials-select').click();
		await this.pick(name);
	}

	/** Adds a field of n8n's Edit Fields with its name and value; its type stays String. */
	async addField(button: string, name: string, value: string): Promise<void> {
		await this.root.getByText(button, { exact: true }).click();
		const field = this.root.getByTestId('assignment').last();
		await field.getByTestId('assignment-name').locator('input').fill(name);
		await field.getByTestId('assignment-value').locator('input, textarea').first().fill(value);
	}

	/** Adds an entry to a collection of settings: presses its button and chooses. */
	async add(button: string, entry: string): Promise<void> {
		await this.root.getByPlaceholder(button, { exact: true }).click();
		await this.pick(entry);
		await this.row(entry).waitFor();
	}

	/** An open list's first option whose text begins so: a description may follow. */
	private async pick(option: string): Promise<void> {
		const shown = new RegExp(`^\\s*${escaped(option)}`);
		const options = this.page.locator('.el-select-dropdown__item, [role="option"], [role="menuitem"]');
		await options.filter({ hasText: shown, visible: true }).first().click();
	}
}

/** For a text that is to be found as it is. */
export function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
