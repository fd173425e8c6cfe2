import type { Locator, Page } from 'playwright-core';

/**
 * What a person does in n8n's editor. Elements are found by the `data-test-id` that n8n's own tests use: it
 * survives redesigns better than texts and classes.
 */
export class Editor {
	constructor(readonly page: Page) {}

	/** Opens a saved workflow and waits until its nodes are drawn, all in view. */
	async openWorkflow(workflowId: string): Promise<void> {
		await this.page.goto(`/workflow/${workflowId}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
		await this.page.keyboard.press('1');
	}

	/** Opens a new, empty workflow. */
	async openNewWorkflow(): Promise<void> {
		await this.page.goto('/workflow/new');
		await this.page.getByTestId('canvas-wrapper').waitFor();
	}

	/** Opens the node creator and searches in it. */
	async searchNodes(text: string): Promise<void> {
		await this.page.getByTestId('node-creator-plus-button').click();
		await this.page.getByTestId('node-creator-search-bar').fill(text);
	}

	/** What the node creator offers by exactly this name; its list fills in little by little. */
	offered(name: string): Locator {
		const isExact = new RegExp(`^\\s*${name}\\s*$`, 'i');
		return this.page.getByTestId('node-creator-item-name').filter({ hasText: isExact }).first();
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** The names of all nodes on the canvas. */
	async nodeNames(): Promise<string[]> {
		const nodes = await this.page.locator('[data-test-id="canvas-node"][data-node-name]').all();
		return await Promise.all(nodes.map(async (node) => (await node.getAttribute('data-node-name')) ?? ''));
	}

	/** Opens the form of a node. */
	async openNode(name: string): Promise<Locator> {
		await this.node(name).dblclick();
		const form = this.page.getByTestId('ndv');
		await form.waitFor();
		return form;
	}

	/** The field of the open form that holds a parameter. */
	parameter(name: string): Locator {
		return this.page.getByTestId('ndv').getByTestId(`parameter-input-${name}`);
	}

	async closeNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.page.getByTestId('ndv').waitFor({ state: 'hidden' });
	}

	/** Runs the node whose form is open. Answers with the text of its output, a table or an error. */
	async executeOpenNode(timeoutMs = 60_000): Promise<string> {
		await this.page.getByTestId('node-execute-button').first().click();
		const output = this.page
			.getByTestId('ndv-output-panel')
			.or(this.page.getByTestId('output-panel'))
			.first();
		const ended = output.getByTestId('node-run-status-success').or(output.getByTestId('node-error-message'));
		await ended.first().waitFor({ timeout: timeoutMs });
		return await output.innerText();
	}
}
