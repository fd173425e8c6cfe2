import { questionsFor } from '../magento/orderIds';
import { entriesOf, type Page } from '../magento/pages';
import { jsonOf, toItems, type Item } from '../n8n';

/** The orders of these shipments, a hundred in one question. */
export default (): Item[] => {
	const shipments = entriesOf(jsonOf($input.all<Page<{ order_id: number }>>()), 'shipments');
	return toItems(questionsFor(shipments));
};
