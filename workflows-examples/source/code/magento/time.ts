/** UTC, as Magento writes it. */
export function toMagentoTime(time: number): string {
	return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
