/**
 * Columns of the returns report of what the seller ships, in German, as programs on GitHub that read it look for them
 * ("Rücksendegrund"). Their order number, article and quantity are those of other reports too, which are named there.
 */
export const RETURN_HEADERS = {
	'Amazon RMA ID': ['Amazon-RMA-Nummer'],
	'Return request date': ['Rücksendeanforderungsdatum', 'Datum der Rücksendeanforderung'],
	'Return request status': ['Status der Rücksendeanforderung'],
	'Label type': ['Etikettentyp'],
	'Return quantity': ['Rücksendemenge'],
	'Return Reason': ['Rücksendegrund'],
	'Order Amount': ['Bestellbetrag'],
} satisfies Readonly<Record<string, readonly string[]>>;
