import type { ServerResponse } from 'node:http';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { effectOf, type FaultEffect } from './faults';
import type { BodyStream, Reply } from './reply';

function bodyOf(reply: Reply): Buffer {
	if (reply.json !== undefined) return Buffer.from(JSON.stringify(reply.json));
	return Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(reply.body ?? '');
}

function contentTypeOf(reply: Reply, faults: readonly FaultEffect[]): string | undefined {
	const wrong = effectOf(faults, 'wrong-content-type');
	if (wrong !== undefined) return wrong.contentType ?? 'text/html';
	return reply.json === undefined ? reply.contentType : 'application/json';
}

/** What spoils a body on its way. */
interface Spoilage {
	/** The connection ends halfway. */
	isTruncated: boolean;
	/** A pause in the middle. */
	delayMs: number;
}

function spoilageOf({ endsEarly }: Reply, faults: readonly FaultEffect[]): Spoilage {
	const isTruncated = endsEarly === true || effectOf(faults, 'truncated-body') !== undefined;
	return { isTruncated, delayMs: effectOf(faults, 'slow-body')?.delayMs ?? 0 };
}

/** Writes half of the body, waits, and writes the rest; or ends the connection halfway. */
function sendInHalves(response: ServerResponse, body: Buffer, { isTruncated, delayMs }: Spoilage): void {
	const half = Math.ceil(body.length / 2);
	response.write(body.subarray(0, half), () => {
		if (isTruncated) response.destroy();
		// The one wait in the simulator: bytes that dawdle cannot be computed from a clock.
		else setTimeout(() => response.end(body.subarray(half)), delayMs).unref();
	});
}

/** The pieces up to a megabyte, a pause, the rest; or nothing more. */
async function* spoilt(
	pieces: Iterable<Uint8Array>,
	{ isTruncated, delayMs }: Spoilage,
): AsyncGenerator<Uint8Array> {
	let sentBytes = 0;
	let isOver = false;
	for (const piece of pieces) {
		yield piece;
		sentBytes += piece.length;
		if (isOver || sentBytes < 2 ** 20) continue;
		isOver = true;
		if (isTruncated) throw new Error('The connection ends here, as planned.');
		if (delayMs > 0) await wait(delayMs, undefined, { ref: false });
	}
}

/** Lets so many bytes through and ends as if they were all. */
function ending(afterBytes: number): Transform {
	let leftBytes = afterBytes;
	return new Transform({
		transform(piece: Buffer, _encoding, done) {
			const part = piece.subarray(0, leftBytes);
			leftBytes -= part.length;
			done(null, part);
		},
	});
}

/**
 * Sends a body while it is made: it is made as quickly as the other end takes it, so that any size may pass. Its length
 * is not known before; Amazon's storage would name it.
 */
function sendStream(response: ServerResponse, stream: BodyStream, spoilage: Spoilage): void {
	const source = Readable.from(spoilt(stream.bytes(), spoilage), { objectMode: true, highWaterMark: 2 });
	const packed = stream.isPacked ? [createGzip({ level: 1 })] : [];
	const ended = stream.endsAfterBytes === undefined ? [] : [ending(stream.endsAfterBytes)];
	// A client that leaves, and a connection that is meant to end, end the stream with an error that concerns nobody.
	pipeline([source, ...packed, ...ended, response]).catch(() => response.destroy());
}

/** Sends a reply, with the faults that spoil it on the way. */
export function send(
	response: ServerResponse,
	reply: Reply,
	headers: Record<string, string>,
	faults: readonly FaultEffect[],
): void {
	if (effectOf(faults, 'reset-after') !== undefined) {
		response.socket?.resetAndDestroy();
		return;
	}
	const body = bodyOf(reply);
	const contentType = contentTypeOf(reply, faults);
	const spoilage = spoilageOf(reply, faults);
	response.writeHead(reply.status, {
		...headers,
		...(contentType === undefined ? {} : { 'content-type': contentType }),
		...(reply.stream === undefined ? { 'content-length': String(body.length) } : {}),
		...reply.headers,
	});
	const isSpoilt = spoilage.isTruncated || effectOf(faults, 'slow-body') !== undefined;
	if (reply.stream !== undefined) sendStream(response, reply.stream, spoilage);
	else if (isSpoilt && body.length > 1) sendInHalves(response, body, spoilage);
	else response.end(body);
}
