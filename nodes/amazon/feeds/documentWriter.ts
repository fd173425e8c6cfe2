const FIRST_BYTES = 64 * 1024;

/** Writes text into one growing buffer, so that nothing of it is kept twice. */
export class DocumentWriter {
	private bytes = Buffer.allocUnsafe(FIRST_BYTES);
	private usedBytes = 0;

	get sizeBytes(): number {
		return this.usedBytes;
	}

	/** @param sizeBytes of the text, which the caller has counted already */
	write(text: string, sizeBytes = Buffer.byteLength(text)): void {
		const neededBytes = this.usedBytes + sizeBytes;
		if (neededBytes > this.bytes.length) this.grow(neededBytes);
		// As many bytes as characters means ASCII, which is copied without being looked at again.
		this.bytes.write(text, this.usedBytes, sizeBytes === text.length ? 'latin1' : 'utf8');
		this.usedBytes = neededBytes;
	}

	close(): Buffer {
		return this.bytes.subarray(0, this.usedBytes);
	}

	private grow(neededBytes: number): void {
		const larger = Buffer.allocUnsafe(Math.max(neededBytes, this.bytes.length * 2));
		this.bytes.copy(larger, 0, 0, this.usedBytes);
		this.bytes = larger;
	}
}
