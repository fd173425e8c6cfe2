/** A marketplace's country in ISO 3166-1: Amazon's own code of the United Kingdom is another. */
export function isoCountryOf(country: string): string {
	return country === 'UK' ? 'GB' : country;
}
