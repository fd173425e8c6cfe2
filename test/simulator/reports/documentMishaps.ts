/** What Amazon's documents have been seen to be, beside right. */
export const DOCUMENT_MISHAPS = [
	/** `compressionAlgorithm` says GZIP, and the bytes are plain. */
	'gzip-flag-on-plain',
	/** No `compressionAlgorithm`, and the bytes are gzip. */
	'plain-flag-on-gzip',
	/** Fewer bytes arrive than Content-Length announced: the connection ends. */
	'wrong-length',
	/** The bytes end in the middle, of a row or of the gzip, and the announced length agrees. */
	'cut-off',
	/** getReportDocument gives an address that has expired already. */
	'expired-address',
	/** The document of another type of report. */
	'other-type',
	/** No byte at all. */
	'empty',
	/** The header of the table, or the frame around no record. */
	'header-only',
	/** Content-Type names UTF-8, and the bytes are of the usual charset or Cp1252. */
	'wrong-charset',
	/** Some rows end before their last columns. */
	'short-rows',
	/** Columns that differ have the same header. */
	'repeated-headers',
	/** Columns without a header. */
	'missing-headers',
	/** Blanks around every value, and in empty cells. */
	'padded-cells',
] as const;
export type DocumentMishap = (typeof DOCUMENT_MISHAPS)[number];
