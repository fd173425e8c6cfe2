import assert from 'node:assert/strict';
import { amazonCredential } from '../../n8n/credentials';
import { DEFAULT_SELLERS } from '../../simulator';
import { CredentialDialog } from '../credentialDialog';
import type { Step } from '../scene';

/** The stores' credentials are of types of n8n's own, which cannot be tested. */
const OURS = 'amazonSpApi';

export const credentialIsValid: Step = {
	name: 'an Amazon credential of each region tests as valid against the simulator, that of the demo in the dialog too',
	async run({ api, credentials, browser, simulator }) {
		for (const seller of DEFAULT_SELLERS) {
			const { name, type, data } = amazonCredential(seller, simulator.url);
			const stored = await api.rest<{ id: string }>('POST', '/rest/credentials', { name, type, data });
			try {
				const verdict = await api.testCredential({ id: stored.id, name, type, data });
				assert.equal(verdict.status, 'OK', `${name}: ${verdict.message}`);
			} finally {
				await api.rest('DELETE', `/rest/credentials/${stored.id}`);
			}
		}
		const [first, ...others] = credentials.filter(({ type }) => type === OURS);
		assert.ok(first, `there is no demo credential of type ${OURS}`);
		assert.deepEqual(others, [], 'a new step cannot choose a wrong account');
		const dialog = await CredentialDialog.open(browser.page, first.id);
		assert.equal((await dialog.verdict()).valid, true);
		const again = await dialog.retry();
		await browser.screenshot('credential-valid');
		assert.equal(again.valid, true, again.text);
	},
};
