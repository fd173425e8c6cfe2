import { gunzipSync } from 'node:zlib';
import type { ManualClock, ReportSpec, Simulator } from '../../simulator';
import { ask, type Answer, type Session } from '../../simulator/client';

export const DE = 'A1PA6795UKMFR9';
export const UK = 'A1F83G8C2ARO7P';
export const JP = 'A1VC38T7YXB528';
export const REPORTS = '/reports/2021-06-30/reports';
export const DOCUMENTS = '/reports/2021-06-30/documents';
export const SCHEDULES = '/reports/2021-06-30/schedules';
export const TOKENS = '/tokens/2021-03-01/restrictedDataToken';
export const LISTINGS = 'GET_MERCHANT_LISTINGS_ALL_DATA';
export const RETURNS = 'GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE';
export const ORDERS = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL';
export const TO_SHIP = 'GET_FLAT_FILE_ORDER_REPORT_DATA_SHIPPING';
export const SETTLEMENT = 'GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2';
export const DAY_MS = 24 * 3600_000;

export const post = ({ call }: Session, path: string, body: unknown): Promise<Answer> =>
	call({ method: 'POST', path, body });

/** Asks for a report; answers with its id, or with the refusal. */
export async function request(session: Session, body: object): Promise<string> {
	const { json, text } = await post(session, REPORTS, { marketplaceIds: [DE], ...body });
	return (json as { reportId?: string }).reportId ?? text;
}

export async function report({ call }: Session, reportId: string): Promise<Record<string, string>> {
	return (await call({ path: `${REPORTS}/${reportId}` })).json as Record<string, string>;
}

export interface Downloaded {
	compression: string | undefined;
	contentType: string | null;
	bytes: Buffer;
	/** Unpacked when it is gzip, and read as the Content-Type says. */
	text: string;
}

export async function address({ call }: Session, documentId: string, query = '') {
	const answer = await call({ path: `${DOCUMENTS}/${documentId}${query}` });
	return answer.json as { url: string; compressionAlgorithm?: string };
}

const DECODERS: Record<string, string> = { cp1252: 'windows-1252', 'windows-31j': 'shift_jis' };

/** A document by its id. Rejects when the bytes are cut off. */
export async function download(session: Session, documentId: string): Promise<Downloaded> {
	const { url, compressionAlgorithm: compression } = await address(session, documentId);
	const response = await fetch(url);
	const contentType = response.headers.get('content-type');
	const bytes = Buffer.from(await response.arrayBuffer());
	const charset = /charset=(.*)$/.exec(contentType ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
	const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(bytes) : bytes;
	const decoder = new TextDecoder(DECODERS[charset] ?? charset, { ignoreBOM: true });
	// As one piece of more: Node 20 reads windows-1252 as Latin-1 otherwise.
	return { compression, contentType, bytes, text: decoder.decode(plain, { stream: true }) };
}

function unpacked(bytes: Buffer): Buffer {
	try {
		return gunzipSync(bytes);
	} catch {
		return bytes;
	}
}

/** Adds a report and downloads it. */
export async function added(simulator: Simulator, session: Session, spec: ReportSpec): Promise<Downloaded> {
	const stored = simulator.addReport(spec);
	return await download(session, stored?.ended?.reportDocumentId ?? '');
}

/** The rows of a table with tabs, by their headers. */
export function rowsOf(text: string): Record<string, string>[] {
	const [head = '', ...lines] = text.trimEnd().split('\r\n');
	const names = head.split('\t');
	return lines.map((line) => {
		const cells = line.split('\t');
		return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
	});
}

/** A moment of the clock in ISO 8601, so many days from now. */
export const inDays = (clock: ManualClock, days: number) =>
	new Date(clock.now() + days * DAY_MS).toISOString();

/** Asks Amazon's storage, without a token. */
export const fetchText = async (url: string) => await ask('', { path: url });
