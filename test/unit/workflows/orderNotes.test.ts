import { ordersToMagento } from '../../../workflows-examples/source/ordersToMagento';
import { ordersToShopify } from '../../../workflows-examples/source/ordersToShopify';
import { ordersToWebhook } from '../../../workflows-examples/source/ordersToWebhook';
import { ordersToWooCommerce } from '../../../workflows-examples/source/ordersToWooCommerce';

describe.each([ordersToWooCommerce, ordersToMagento, ordersToShopify, ordersToWebhook])(
	'$json.name',
	({ json: { nodes } }) => {
		const notes = nodes.flatMap(({ parameters: { content } }) =>
			typeof content === 'string' ? [content] : [],
		);

		it('says how to try a failed order again, at once too', () => {
			const note = notes.find((text) => text.includes('**To try it again**')) ?? '';
			const [, step] = /run \*([^*]+)\* by hand/.exec(note) ?? [];
			expect(nodes.map(({ name }) => name)).toContain(step);
			expect(note).toContain('A changed rule must be published again');
		});
	},
);
