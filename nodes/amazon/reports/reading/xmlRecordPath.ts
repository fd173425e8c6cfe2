import { XmlElements } from '../../documents/xmlElements';

/** So much of a document shows which of its elements are repeated. */
const LOOKED_AT = 256 * 1024;
const MOST_PATHS = 10_000;

/** Finds out which elements of an XML document are its records: the outermost that come more than once in their parent. */
export class XmlRecordPath {
	private readonly counts = new Map<string, number>();
	private readonly elements = new XmlElements(
		{
			isWanted: (path) => {
				if (this.counts.has(path) || this.counts.size < MOST_PATHS) {
					this.counts.set(path, (this.counts.get(path) ?? 0) + 1);
				}
				return false;
			},
			take: () => undefined,
		},
		// Checked when the document is read.
		{ charset: '', includes: () => true },
	);
	private length = 0;

	/** Answers whether enough was seen. Throws as `XmlElements` does. */
	write(text: string): boolean {
		this.elements.write(text);
		this.length += text.length;
		return this.length >= LOOKED_AT;
	}

	/** The path of the records; where nothing is repeated, the last element below the root, or the root. */
	best(): string {
		const paths = [...this.counts.keys()];
		const repeated = paths.filter(
			(path) => (this.counts.get(path) ?? 0) > (this.counts.get(parentOf(path)) ?? Infinity),
		);
		const byDepth = [...repeated].sort((a, b) => depthOf(a) - depthOf(b));
		const [first] = byDepth;
		if (first !== undefined) return first;
		return paths.filter((path) => depthOf(path) === 2).at(-1) ?? paths[0] ?? '';
	}
}

function parentOf(path: string): string {
	return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function depthOf(path: string): number {
	return path.split('/').length;
}
