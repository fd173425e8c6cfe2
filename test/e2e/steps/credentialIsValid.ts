import assert from 'node:assert/strict';
import { CredentialDialog } from '../credentialDialog';
import type { Step } from '../scene';

export const credentialIsValid: Step = {
	name: 'each demo credential tests as valid against the simulator, in the dialog too',
	async run({ api, credentials, browser }) {
		for (const credential of credentials) {
			const verdict = await api.testCredential(credential);
			assert.equal(verdict.status, 'OK', `${credential.name}: ${verdict.message}`);
		}
		const [first] = credentials;
		assert.ok(first, 'there is no demo credential');
		const dialog = await CredentialDialog.open(browser.page, first.id);
		assert.equal((await dialog.verdict()).valid, true);
		const again = await dialog.retry();
		await browser.screenshot('credential-valid');
		assert.equal(again.valid, true, again.text);
	},
};
