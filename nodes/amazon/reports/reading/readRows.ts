import type { DocumentDownload } from '../../transport/contract';
import { toError } from '../../transport/errors';
import { piecesOf } from './pieces';
import { Reading } from './reading';
import { withRowsRead } from './refusal';
import type { ReadingSummary, ReportRow, RowTerms } from './rowTerms';

const ROWS_PER_BATCH = 1_000;

export interface RowReading {
	/** The rows, once and in order; whoever stops taking them closes the document. */
	batches: AsyncGenerator<ReportRow[]>;
	/** What is known by now; all of it when the batches have ended, with an error or without. */
	told(): ReadingSummary;
}

/**
 * Reads the rows of a report's document as it comes, in the memory of a batch. The batches end with an error of the
 * document (a `DocumentError`: cut off, of another kind, damaged, too large), which names how many rows were read before
 * it and comes after them, or with a `ConfigError` for a condition that makes no sense.
 */
export function readRows(document: DocumentDownload, terms: RowTerms): RowReading {
	const reading = new Reading(document.contentType, terms);
	const rowsPerBatch = Math.max(1, Math.floor(terms.rowsPerBatch || ROWS_PER_BATCH));
	const batches = batchesOf(reading, document, rowsPerBatch);
	return { batches, told: () => reading.summary() };
}

async function* batchesOf(
	reading: Reading,
	{ chunks }: DocumentDownload,
	rowsPerBatch: number,
): AsyncGenerator<ReportRow[]> {
	const rows = new Batches(reading, rowsPerBatch);
	try {
		for await (const piece of piecesOf(chunks)) {
			reading.write(piece);
			yield* rows.full();
			if (reading.isEnough) break;
		}
		if (!reading.isEnough) {
			reading.end();
			yield* rows.full();
			reading.finish();
		}
	} catch (error) {
		yield* rows.left();
		throw withRowsRead(toError(error), reading.rows);
	}
	yield* rows.left();
}

/** Rows on their way into batches. */
class Batches {
	private batch: ReportRow[] = [];
	/** Whether taking rows has failed: the next ones have no place any more. */
	private isBroken = false;

	constructor(
		private readonly reading: Reading,
		private readonly rowsPerBatch: number,
	) {}

	/** Batches that are full. */
	*full(): Generator<ReportRow[]> {
		for (;;) {
			this.isBroken = true;
			const isFull = this.reading.fill(this.batch, this.rowsPerBatch);
			this.isBroken = false;
			if (!isFull) return;
			yield this.take();
		}
	}

	/** What is there beside, the last one not full. */
	*left(): Generator<ReportRow[]> {
		if (!this.isBroken) yield* this.full();
		if (this.batch.length > 0) yield this.take();
	}

	private take(): ReportRow[] {
		const { batch } = this;
		this.batch = [];
		this.reading.look(batch);
		return batch;
	}
}
