/** What makes Shopify refuse a whole document: answered with status 200 and `errors` instead of `data`. */
export class GraphqlError extends Error {
	constructor(
		message: string,
		readonly extensions: object = {},
	) {
		super(message);
	}
}

export function noSuchField(fieldName: string, typeName: string): GraphqlError {
	const extensions = { code: 'undefinedField', typeName, fieldName };
	return new GraphqlError(`Field '${fieldName}' doesn't exist on type '${typeName}'`, extensions);
}
