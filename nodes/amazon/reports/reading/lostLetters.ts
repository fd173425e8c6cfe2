import { WINDOWS_1252 } from './charset';
import type { ReportRow } from './rowTerms';
import type { Warnings } from './warnings';

/** "M?ller", and what another program has given up before. */
const LOST = /\p{Ll}\?\p{Ll}|\ufffd/u;
const LINK = /:\/\/|\?\w+=/;

/**
 * Looks for letters that Amazon has replaced before it wrote the document, as it does in Windows-1252
 * (amzn/selling-partner-api-models#4955): nobody can bring them back, so it is told once.
 */
export class LostLetters {
	/** Batches in which the rows of a suspicious text may stand. */
	private batchesLeft = 0;
	private isTold = false;

	constructor(private readonly warnings: Warnings) {}

	look(text: string, charset: string): void {
		if (this.isTold || this.batchesLeft === 2) return;
		const isSuspicious = (charset === WINDOWS_1252 && hasMark(text)) || text.includes('\ufffd');
		if (isSuspicious) this.batchesLeft = 2;
	}

	check(batch: readonly ReportRow[]): void {
		if (this.isTold || this.batchesLeft === 0) return;
		this.batchesLeft -= 1;
		const column = firstOf(batch, lostIn);
		if (column === undefined) return;
		this.isTold = true;
		this.warnings.once(
			'lost letters',
			`Amazon wrote some names or titles with "?" in the place of letters, for instance in column "${column}". They are lost in this report: do not compare or write back such texts.`,
		);
	}
}

/** A question mark between letters; a quick look at all of a text. */
function hasMark(text: string): boolean {
	for (let at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1)) {
		if (isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1))) return true;
	}
	return false;
}

function isLetter(code: number): boolean {
	return (code >= 0x61 && code <= 0x7a) || code >= 0xdf;
}

function lostIn(row: ReportRow): string | undefined {
	return Object.keys(row).find((name) => {
		const value = row[name];
		return typeof value === 'string' && LOST.test(value) && !LINK.test(value);
	});
}

function firstOf<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
	for (const value of values) {
		const found = find(value);
		if (found !== undefined) return found;
	}
	return undefined;
}
