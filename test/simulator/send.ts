import type { ServerResponse } from 'node:http';
import { effectOf, type FaultEffect } from './faults';
import type { Reply } from './reply';

function bodyOf(reply: Reply): Buffer {
	if (reply.json !== undefined) return Buffer.from(JSON.stringify(reply.json));
	return Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(reply.body ?? '');
}

function contentTypeOf(reply: Reply, faults: readonly FaultEffect[]): string | undefined {
	const wrong = effectOf(faults, 'wrong-content-type');
	if (wrong !== undefined) return wrong.contentType ?? 'text/html';
	return reply.json === undefined ? reply.contentType : 'application/json';
}

/** Writes half of the body, waits, and writes the rest; or ends the connection halfway. */
function sendInHalves(response: ServerResponse, body: Buffer, faults: readonly FaultEffect[]): void {
	const half = Math.ceil(body.length / 2);
	const slow = effectOf(faults, 'slow-body');
	response.write(body.subarray(0, half), () => {
		if (slow === undefined) response.destroy();
		// The one wait in the simulator: bytes that dawdle cannot be computed from a clock.
		else setTimeout(() => response.end(body.subarray(half)), slow.delayMs).unref();
	});
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
	response.writeHead(reply.status, {
		...headers,
		...(contentType === undefined ? {} : { 'content-type': contentType }),
		'content-length': String(body.length),
		...reply.headers,
	});
	const isSpoilt =
		effectOf(faults, 'slow-body') !== undefined || effectOf(faults, 'truncated-body') !== undefined;
	if (isSpoilt && body.length > 1) sendInHalves(response, body, faults);
	else response.end(body);
}
