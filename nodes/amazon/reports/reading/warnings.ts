/** Remarks on a document: each kind is told once, with its first place. */
export class Warnings {
	private readonly kinds = new Map<string, string>();

	get sentences(): string[] {
		return [...this.kinds.values()];
	}

	once(kind: string, sentence: string): void {
		if (!this.kinds.has(kind)) this.kinds.set(kind, sentence);
	}
}

/** Some names for a sentence; many of them are cut short. */
export function namesText(names: readonly string[], most = 12): string {
	const shown = names.slice(0, most).map((name) => `"${name.slice(0, 60)}"`);
	return names.length > most ? `${shown.join(', ')} and ${names.length - most} more` : shown.join(', ');
}
