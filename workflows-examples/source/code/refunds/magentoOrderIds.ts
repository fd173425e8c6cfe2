import { questionsFor } from '../magento/orderIds';
import { entriesOf, type Page } from '../magento/pages';
import { jsonOf, toItems, type Item } from '../n8n';

/** The orders of these credit memos, a hundred in one question. */
export default (): Item[] => {
	const memos = entriesOf(jsonOf($input.all<Page<{ order_id: number }>>()), 'credit memos');
	return toItems(questionsFor(memos));
};
