/** Conditions by Amazon's code, as Seller Central calls them. Source: `condition_type` in the product type schemas. */
const CONDITIONS: Readonly<Record<string, string>> = {
	new_new: 'New',
	new_open_box: 'New - Open Box',
	new_oem: 'New - OEM',
	refurbished_refurbished: 'Refurbished',
	used_like_new: 'Used - Like New',
	used_very_good: 'Used - Very Good',
	used_good: 'Used - Good',
	used_acceptable: 'Used - Acceptable',
	collectible_like_new: 'Collectible - Like New',
	collectible_very_good: 'Collectible - Very Good',
	collectible_good: 'Collectible - Good',
	collectible_acceptable: 'Collectible - Acceptable',
	club_club: 'Club',
};

/** A code that Amazon adds later stands as it is. */
export function conditionName(code: string): string {
	return CONDITIONS[code] ?? code;
}
