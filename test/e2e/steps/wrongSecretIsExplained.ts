import assert from 'node:assert/strict';
import { CredentialDialog } from '../credentialDialog';
import type { Step } from '../scene';
import { DEFAULT_SELLERS } from '../../simulator';
import { typedInKeys } from '../../simulator/accounts';

const WRONG = 'not-the-secret';

export const wrongSecretIsExplained: Step = {
	name: 'a wrong client secret is refused, and the message says what to check without repeating it',
	async run({ api, credentials, browser }) {
		const [good] = credentials;
		assert.ok(good, 'there is no demo credential');
		const [seller] = DEFAULT_SELLERS;
		assert.ok(seller, 'the simulator has no seller');
		const data = { ...good.data, ...typedInKeys(seller), lwaClientSecret: WRONG };
		const { id } = await api.rest<{ id: string }>('POST', '/rest/credentials', {
			name: 'Wrong secret',
			type: good.type,
			data,
		});
		try {
			const dialog = await CredentialDialog.open(browser.page, id);
			const { valid, text } = await dialog.verdict();
			await browser.screenshot('credential-wrong-secret');
			assert.equal(valid, false, 'the wrong secret was accepted');
			assert.match(text, /client secret/i);
			assert.ok(!text.includes(WRONG), 'the message repeats the secret');
		} finally {
			await api.rest('DELETE', `/rest/credentials/${id}`);
		}
	},
};
