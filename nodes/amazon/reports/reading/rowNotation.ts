/** How a marketplace writes what can be read in two ways; what is undefined stays text where it is in doubt. */
export interface RowNotation {
	decimals?: 'point' | 'comma';
	dates?: 'dayFirst' | 'monthFirst';
}
