import type { Locator, Page } from 'playwright-core';
import type { WorkflowJson } from '../n8n/api';
import { waitFor } from '../n8n/waiting';
import { escaped, Form } from './form';

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

	/** Goes from one saved workflow to another as n8n's own links do, without loading the editor anew. */
	async goToWorkflow({ id, nodes }: WorkflowJson): Promise<void> {
		await this.page.evaluate((path) => {
			window.history.pushState({}, '', path);
			window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
		}, `/workflow/${id}`);
		// Names of steps stand in several workflows, their ids in one.
		const ids = nodes.flatMap((node) => (node.type.endsWith('.stickyNote') ? [] : (node.id ?? [])));
		await this.page
			.locator(ids.map((step) => `[data-id="${step}"]`).join(', '))
			.first()
			.waitFor();
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
		const isExact = new RegExp(`^\\s*${escaped(name)}\\s*$`, 'i');
		return this.page.getByTestId('node-creator-item-name').filter({ hasText: isExact }).first();
	}

	/** Everything that the node creator offers now, the best first. */
	async offeredNames(): Promise<string[]> {
		const names = await this.page.getByTestId('node-creator-item-name').allInnerTexts();
		return names.map((name) => name.trim());
	}

	/** Adds the first node of an empty workflow. */
	async addFirst(name: string): Promise<void> {
		await this.page.getByTestId('canvas-add-button').click();
		await this.addFromCreator(name);
	}

	/** Adds a node behind another, and with `action` what it shall do. Its form opens. */
	async addAfter(node: string, name: string, action?: string): Promise<Form> {
		await this.node(node).getByTestId('canvas-handle-plus').click();
		await this.addFromCreator(name);
		if (action !== undefined) await this.offered(action).click();
		return await this.openForm();
	}

	/** Gives a node items of one's own, as n8n's pencil beside the output does. */
	async setItems(node: string, items: readonly object[]): Promise<void> {
		await this.node(node).dblclick();
		await this.page.getByTestId('ndv').waitFor();
		await this.page.getByTestId('ndv-edit-pinned-data').click();
		const output = this.page.getByTestId('output-panel');
		await output.locator('.cm-content').fill(JSON.stringify(items, null, 2));
		await output.getByText('Save', { exact: true }).click();
		await this.closeForm();
	}

	/** Searches for a node to put behind another. */
	async searchAfter(node: string, text: string): Promise<void> {
		await this.node(node).getByTestId('canvas-handle-plus').click();
		await this.page.getByTestId('node-creator-search-bar').fill(text);
	}

	/** Takes what the search has found, and with `action` what it shall do. Its form opens. */
	async takeFound(name: string, action: string): Promise<Form> {
		await this.offered(name).click();
		await this.offered(action).click();
		return await this.openForm();
	}

	/** Drags a field of the input onto a parameter, as everybody does in n8n. Answers with what stands there then. */
	async dragField(field: string, form: Form, label: string): Promise<string> {
		const shown = new RegExp(`^\\s*${escaped(field)}`);
		const pill = this.page.getByTestId('run-data-schema-item').filter({ hasText: shown });
		const target = form.row(label).locator('input, textarea').last();
		await target.fill('');
		const from = await middleOf(pill.locator('[class*="pill"]').first());
		const to = await middleOf(target);
		await this.page.mouse.move(from.x, from.y);
		await this.page.mouse.down();
		await this.page.mouse.move(from.x + 40, from.y + 20, { steps: 5 });
		await this.page.mouse.move(to.x, to.y, { steps: 10 });
		await this.page.mouse.up();
		return await waitFor('the dropped field', async () => (await form.valueOf(label)) || undefined, {
			timeoutMs: 10_000,
		});
	}

	/** The columns of the output that are seen without scrolling sideways. */
	async visibleColumns(): Promise<string[]> {
		const output = this.page.getByTestId('output-panel');
		const panel = await output.boundingBox();
		const edge = (panel?.x ?? 0) + (panel?.width ?? 0);
		const columns: string[] = [];
		for (const head of await output.locator('table').first().locator('thead th').all()) {
			const box = await head.boundingBox();
			if (box !== null && box.x + box.width <= edge) columns.push((await head.innerText()).trim());
		}
		return columns;
	}

	/** What the node says above its output. */
	async hints(): Promise<string[]> {
		const hints = await this.page.getByTestId('output-panel').getByTestId('node-hint').allInnerTexts();
		return hints.map((hint) => hint.trim());
	}

	private async addFromCreator(name: string): Promise<void> {
		await this.page.getByTestId('node-creator-search-bar').fill(name);
		await this.offered(name).click();
	}

	/** The form that is open, once it is. */
	private async openForm(): Promise<Form> {
		const form = this.page.getByTestId('ndv');
		await form.waitFor();
		return new Form(this.page, form, 'parameter-item');
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

	async closeForm(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').click();
		await this.page.getByTestId('ndv').waitFor({ state: 'hidden' });
	}

	/**
	 * Runs the node whose form is open, and waits until the first row of its output shows `expected`, by column.
	 * Throws with what is shown instead.
	 */
	async executeStep(expected: Record<string, string>, timeoutMs = 60_000): Promise<void> {
		await this.executeUntil(
			(seen) => Object.entries(expected).every(([column, value]) => seen[column] === value),
			{ what: JSON.stringify(expected), timeoutMs },
		);
	}

	/** The same until its first row is as wanted; answers with it. */
	async executeUntil(
		isWanted: (row: Record<string, string>) => boolean,
		{ what = 'of the node', timeoutMs = 60_000 } = {},
	): Promise<Record<string, string>> {
		const output = this.page.getByTestId('output-panel');
		let seen: Record<string, string> = {};
		await this.untilCredentialIsChosen();
		await this.page.getByTestId('ndv').getByTestId('node-execute-button').first().click();
		return await waitFor(
			`the output ${what}`,
			async () => {
				seen = await firstRow(output);
				return isWanted(seen) ? seen : undefined;
			},
			{ timeoutMs, lastSeen: () => `It is ${JSON.stringify(seen)}.` },
		);
	}

	/** n8n chooses the account of a new node itself, a moment after its form has opened. */
	private async untilCredentialIsChosen(): Promise<void> {
		const chosen = this.page.getByTestId('ndv').getByTestId('node-credentials-select').locator('input');
		await waitFor('the account of the node', async () => {
			const fields = await chosen.all();
			const names = await Promise.all(fields.map(async (field) => await field.inputValue()));
			return names.includes('') ? undefined : true;
		});
	}

	/** What stands below an error's headline. */
	async errorDetails(): Promise<string> {
		return await this.page.getByTestId('node-error-description').first().innerText();
	}
}

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
	const box = await element.boundingBox();
	if (box === null) throw new Error('It is not on the screen');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The first row of a table that n8n shows; an error's text where there is none. */
async function firstRow(output: Locator): Promise<Record<string, string>> {
	const error = output.getByTestId('node-error-message');
	if (await error.isVisible()) return { error: await error.innerText() };
	const table = output.locator('table').first();
	if (!(await table.isVisible())) return {};
	const columns = await table.locator('thead th').allInnerTexts();
	const cells = await table.locator('tbody tr').first().locator('td').allInnerTexts();
	return Object.fromEntries(columns.map((column, index) => [column.trim(), cells[index]?.trim() ?? '']));
}
