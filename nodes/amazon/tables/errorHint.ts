/** What Amazon's refusals mean, and how a person fixes them. The first row that fits counts. */
export interface ErrorHint {
	/** Amazon's operation ids; a row without them fits every operation. */
	operations?: readonly string[];
	status?: number;
	code?: string;
	/** A shopkeeper's words for it: the headline. */
	happened: string;
	/** Whether Amazon's own words belong into the headline: they name what is wrong. */
	quotes?: boolean;
	hint: string;
}
