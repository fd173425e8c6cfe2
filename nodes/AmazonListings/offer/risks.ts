import type { Risk } from '../../n8n/forms/risk';

const SENDS = '$parameter["options"]?.dryRun !== true';
const OF_PRICE = '$parameter["change"] !== "stock"';
const OF_STOCK = '$parameter["change"] !== "price"';
/** Also when somebody emptied the field, which turns the brake off as well. */
const PRICE_BRAKE_OFF = 'parseFloat($parameter["brakePercent"] || 0) === 0';
const STOCK_BRAKE_OFF = 'parseFloat($parameter["soldOutPercent"] || 100) === 100';

/** Many items at once: neither brake looks at what is sent. */
export const BULK_WITHOUT_BRAKES: Risk = {
	when: `${SENDS} && (!(${OF_PRICE}) || ${PRICE_BRAKE_OFF}) && (!(${OF_STOCK}) || ${STOCK_BRAKE_OFF})`,
	message:
		'No brake is on: a broken export would go to Amazon as it is, with wrong prices or everything sold out. Set <b>Maximum Price Move (%)</b> to 50 and <b>Sold-Out Brake (%)</b> to 30, or look at a Preview first.',
};

/** Urgent items: sold-out ones are what the operation is for, so only a price mistake is a risk. */
export const PRICES_WITHOUT_BRAKE: Risk = {
	when: `${SENDS} && ${OF_PRICE} && ${PRICE_BRAKE_OFF} && (!(${OF_STOCK}) || ${STOCK_BRAKE_OFF})`,
	message:
		'No brake is on: a price mistake would be at Amazon within seconds. Set <b>Maximum Price Move (%)</b> to 50, or choose <b>Change</b>: Stock Only.',
};
