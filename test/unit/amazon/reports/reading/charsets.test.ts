import fc from 'fast-check';

import { cutAt, read } from './read';

const western = (charset: string) => `text/plain; charset=${charset}`;
const latin1 = (text: string) => Buffer.from(text, 'latin1');
/** "～①髙テスト" in windows-31j: characters that plain Shift_JIS does not have, and one that ends with a backslash's byte (ソ). */
const JAPANESE = Buffer.from([
	...[0x81, 0x60, 0x87, 0x40, 0xfb, 0xfc, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x83, 0x5c, 0xb1],
]);
const JAPANESE_TEXT = '～①髙テストソｱ';

function fileOf(name: Uint8Array): Buffer {
	return Buffer.concat([Buffer.from('sku\tname\r\nA\t'), name, Buffer.from('\r\n')]);
}

describe('the charset of a document', () => {
	it.each<[string, Uint8Array, string, string]>([
		[western('UTF-8'), Buffer.from('Müller €'), 'Müller €', 'UTF-8'],
		[western('utf8'), Buffer.from('日本'), '日本', 'UTF-8'],
		[western('Cp1252'), latin1('M\xfcller \x80 \x93x\x94'), 'Müller € “x”', 'windows-1252'],
		[western('"windows-1252"'), latin1('\xe9'), 'é', 'windows-1252'],
		[western('ISO-8859-1'), latin1('M\xfcller \x80'), 'Müller €', 'windows-1252'],
		[western('latin1'), latin1('\x81\x8d\x9d'), '\x81\x8d\x9d', 'windows-1252'],
		[western('Shift_JIS'), JAPANESE, JAPANESE_TEXT, 'windows-31j'],
		[western('cp932'), JAPANESE, JAPANESE_TEXT, 'windows-31j'],
		[western('windows-31j'), JAPANESE, JAPANESE_TEXT, 'windows-31j'],
		[western('MS932'), JAPANESE, JAPANESE_TEXT, 'windows-31j'],
		[western('ISO-8859-15'), latin1('\xa4'), '€', 'iso-8859-15'],
		['text/plain', Buffer.from('Müller'), 'Müller', 'UTF-8'],
		['', latin1('M\xfcller'), 'Müller', 'windows-1252'],
		[western('US-ASCII'), latin1('M\xfcller'), 'Müller', 'windows-1252'],
	])('%s', async (contentType, bytes, text, charset) => {
		const result = await read(fileOf(bytes), {}, contentType);
		expect(result).toMatchObject({ given: [{ sku: 'A', name: text }], charset, warnings: [] });
	});

	it.each(['Cp1252', 'UTF-8', 'Shift_JIS'])('a byte order mark counts before %s', async (charset) => {
		const contentType = western(charset);
		const text = 'sku\tname\nA\tMüller';
		const marked = Buffer.from(`\ufeff${text}`);
		const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
		const big = Buffer.from(wide).swap16();
		for (const bytes of [marked, wide, big]) {
			expect((await read(bytes, {}, contentType)).given).toEqual([{ sku: 'A', name: 'Müller' }]);
		}
	});

	it('reads what names no charset and is no UTF-8 as it is told', async () => {
		const { given, charset } = await read(fileOf(JAPANESE), { charset: 'windows-31j' }, 'text/plain');
		expect([given, charset]).toEqual([[{ sku: 'A', name: JAPANESE_TEXT }], 'windows-31j']);
		const utf8 = await read(fileOf(Buffer.from('日本')), { charset: 'windows-31j' }, 'text/plain');
		expect(utf8.given).toEqual([{ sku: 'A', name: '日本' }]);
	});

	it('says that a charset is unknown', async () => {
		const { given, warnings } = await read(fileOf(Buffer.from('ü')), {}, western('klingon'));
		expect(given).toEqual([{ sku: 'A', name: 'ü' }]);
		expect(warnings).toEqual([expect.stringContaining('"klingon"')]);
	});

	it.each(['text/plain; charset=UTF-8', 'text/plain'])(
		'loses nothing when a late byte is no UTF-8 (%s), and says so once',
		async (contentType) => {
			const many = Buffer.from('B\tMüller\n'.repeat(20_000));
			const stray = latin1('C\tJos\xe9 \x80\nD\tR\xe9\n');
			const file = Buffer.concat([Buffer.from('sku\tname\n'), many, stray, many]);
			const { given, warnings, charset } = await read(file, {}, contentType);
			expect(given.slice(20_000, 20_002)).toEqual([
				{ sku: 'C', name: 'José €' },
				{ sku: 'D', name: 'Ré' },
			]);
			expect(given.filter(({ name }) => name === 'Müller')).toHaveLength(40_000);
			expect([warnings, charset]).toEqual([[expect.stringContaining('are no UTF-8')], 'UTF-8']);
		},
	);

	it('is UTF-8 where most letters are, though it names no charset and one byte is none', async () => {
		const file = Buffer.concat([Buffer.from('sku\tname\nA\tMüller äöü\n'), latin1('B\tJos\xe9\n')]);
		const { given, charset, warnings } = await read(file, {}, '');
		expect(given.map(({ name }) => name)).toEqual(['Müller äöü', 'José']);
		expect([charset, warnings.length]).toEqual(['UTF-8', 1]);
	});

	it('says that bytes are no windows-31j', async () => {
		const { warnings } = await read(fileOf(Buffer.from([0x83, 0x00, 0xfd])), {}, western('Shift_JIS'));
		expect(warnings).toEqual([expect.stringContaining('no windows-31j')]);
	});

	it('keeps a replacement character that the document holds itself', async () => {
		const { given, warnings } = await read('sku\tname\nA\tM\ufffdller');
		expect(given).toEqual([{ sku: 'A', name: 'M\ufffdller' }]);
		expect(warnings).toEqual([expect.stringContaining('column "name"')]);
	});

	it('reads any text in UTF-8 as Node does, wherever it is cut, and loses no byte of others', async () => {
		const letters = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
		await fc.assert(
			fc.asyncProperty(letters, fc.nat(99), async (text, place) => {
				const clean = Buffer.from(text)
					.toString()
					.replace(/[\s"\0\ufffd]/g, '');
				const bytes = Buffer.from(`x\n_${clean}_`);
				expect((await read(cutAt(bytes, place))).given).toEqual([{ x: `_${clean}_` }]);
			}),
		);
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ min: 0x21, maxLength: 30 }), async (bytes) => {
				const file = Buffer.concat([Buffer.from('x\nü_'), bytes, Buffer.from('_')]);
				const [row] = (await read(file)).given;
				// A character has at most as many bytes as UTF-8 gives it, so no byte can be missing.
				const text = JSON.stringify(row?.x ?? '').slice(3, -2);
				expect(Buffer.byteLength(text)).toBeGreaterThanOrEqual(bytes.length);
				expect(text).not.toContain('\ufffd\ufffd');
			}),
		);
	});
});

describe('letters that Amazon has lost', () => {
	const cp1252 = 'text/plain; charset=Cp1252';

	it('are told once, with the column and without the text', async () => {
		const { warnings } = await read('sku\ttitle\nA\tM?ller\nB\tcaf?s\n', {}, cp1252);
		expect(warnings).toEqual([expect.stringContaining('for instance in column "title"')]);
		expect(warnings.join()).not.toContain('ller');
	});

	it.each([
		['a question', 'What? Why?'],
		['an address', 'https://a.example/page?id=1'],
		['a letter that is not between others', '?x'],
	])('are not seen in %s', async (_, text) => {
		expect((await read(`sku\ttitle\nA\t${text}\n`, {}, cp1252)).warnings).toEqual([]);
	});

	it('are not looked for in UTF-8', async () => {
		expect((await read('sku\ttitle\nA\tM?ller\n')).warnings).toEqual([]);
	});
});
