import { JsonEntries, type JsonSink } from '../../documents/jsonEntries';
import { isRecord } from '../../../rules/item/record';
import type { Nested } from './flatten';
import { RecordReader } from './recordReader';

/** Of the values beside the lists: they are a row only where there is no list at all. */
const MOST_VALUES = 5_000;

/** Reads the lists of a JSON document entry by entry: the wanted ones, or all at its top, or the document if it is a list. */
export class JsonReader extends RecordReader implements JsonSink {
	readonly format = 'json';
	private readonly entries = new JsonEntries(this);
	private readonly lists = new Set<string>();
	private readonly others = new Map<string, unknown>();

	isList(name: string): boolean {
		const { records = [] } = this.parts.terms;
		return name === '' || records.length === 0 || records.includes(name);
	}

	begin(name: string): void {
		this.lists.add(name);
	}

	take(name: string, value: unknown): void {
		if (!this.lists.has(name)) {
			if (this.others.size < MOST_VALUES) this.others.set(name, value);
			return;
		}
		this.rows.add(recordOf(value), this.listName(name));
	}

	protected read(text: string): void {
		this.entries.write(text);
	}

	protected close(): void {
		this.entries.end();
		if (this.lists.size > 0) return;
		const { records = [] } = this.parts.terms;
		if (records.length === 0) this.rows.add(recordOf(Object.fromEntries(this.others)));
		else this.tellNoRecords(records, [...this.others.keys()]);
	}

	/** A row says its list where there are several, or may be: which ones are still to come nobody knows. */
	private listName(name: string): string | undefined {
		const { records = [] } = this.parts.terms;
		return name === '' || records.length === 1 ? undefined : name;
	}
}

/** Whatever JSON.parse gave, as a record; undefined for a value that was too long to be read. */
function recordOf(value: unknown): Record<string, Nested> | undefined {
	if (value === undefined) return undefined;
	return (isRecord(value) ? value : { value }) as Record<string, Nested>;
}
