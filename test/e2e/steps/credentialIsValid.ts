import assert from 'node:assert/strict';
import { CredentialDialog } from '../credentialDialog';
import type { Step } from '../scene';

/** The stores' credentials are of types of n8n's own, which cannot be tested. */
const OURS = 'amazonSpApi';

export const credentialIsValid: Step = {
	name: 'each Amazon credential of the demo tests as valid against the simulator, in the dialog too',
	async run({ api, credentials, browser }) {
		const ours = credentials.filter(({ type }) => type === OURS);
		for (const credential of ours) {
			const verdict = await api.testCredential(credential);
			assert.equal(verdict.status, 'OK', `${credential.name}: ${verdict.message}`);
		}
		const [first] = ours;
		assert.ok(first, `there is no demo credential of type ${OURS}`);
		const dialog = await CredentialDialog.open(browser.page, first.id);
		assert.equal((await dialog.verdict()).valid, true);
		const again = await dialog.retry();
		await browser.screenshot('credential-valid');
		assert.equal(again.valid, true, again.text);
	},
};
