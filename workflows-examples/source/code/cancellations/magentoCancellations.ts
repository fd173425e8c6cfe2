import { amazonId } from '../amazonId';
import { entriesOf, type Page } from '../magento/pages';
import { jsonOf, toItems, type Item } from '../n8n';

export interface CancelledOrder {
	ext_order_id?: string | null;
}

/** Amazon's ids of cancelled orders. Throws when Magento's answer is no list. */
export function cancelledInMagento(pages: Array<Page<CancelledOrder>>) {
	return entriesOf(pages, 'orders').map((order) => ({
		amazonOrderId: amazonId(order.ext_order_id),
		storeReason: '',
	}));
}

/** One item per cancelled order; one that is not Amazon's has no Amazon order id. */
export default (): Item[] => toItems(cancelledInMagento(jsonOf($input.all<Page<CancelledOrder>>())));
