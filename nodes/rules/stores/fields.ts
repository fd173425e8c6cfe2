/** A field that is left out when its text is empty. */
export function given<Name extends string>(name: Name, text: string): Partial<Record<Name, string>> {
	return text === '' ? {} : ({ [name]: text } as Record<Name, string>);
}

/** Names and texts, without those whose text is empty. */
export function filled(texts: Readonly<Record<string, string>>): Array<[name: string, text: string]> {
	return Object.entries(texts).filter(([, text]) => text !== '');
}
