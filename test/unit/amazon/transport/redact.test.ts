import fc from 'fast-check';

import { redact } from '../../../../nodes/amazon/transport/redact';

describe('redact', () => {
	it.each([
		['an access token', 'token Atza|IwEBabc-_123 was refused', 'token [hidden] was refused'],
		['an encoded token', 'refresh_token=Atzr%7CIwEBabc', 'refresh_token=[hidden]'],
		['a refresh token in JSON', '{"refresh_token":"Atzr|abc"}', '{"refresh_token":"[hidden]"}'],
		['a client secret', 'secret amzn1.oa2-cs.v1.0123abc!', 'secret [hidden]'],
		['a form', 'access_token=abcdef&x=1', 'access_token=[hidden]&x=1'],
		['a header', 'x-amz-access-token: abcdef', 'x-amz-access-token: [hidden]'],
		[
			'a presigned address',
			'PUT https://tortuga.s3.eu-west-1.amazonaws.com/a/b.json?X-Amz-Date=1&X-Amz-Signature=abc failed',
			'PUT https://tortuga.s3.eu-west-1.amazonaws.com/[hidden] failed',
		],
		['a query of its own', 'X-Amz-Signature=0a1b2c', 'X-Amz-Signature=[hidden]'],
		['nothing', 'The SKU "A/B" is unknown', 'The SKU "A/B" is unknown'],
	])('hides %s', (_, text, hidden) => {
		expect(redact(text)).toBe(hidden);
	});

	const tokenText = fc.stringMatching(/^[A-Za-z0-9_+/=-]{8,60}$/);
	const prefix = fc.constantFrom(
		'Atza|',
		'Atzr|',
		'amzn1.oa2-cs.v1.',
		'access_token=',
		'X-Amz-Signature=',
		'',
	);

	it('leaves nothing of a secret, wherever it stands and whatever surrounds it', () => {
		fc.assert(
			fc.property(
				prefix,
				tokenText,
				fc.string(),
				fc.string(),
				fc.boolean(),
				(start, body, before, after, coded) => {
					const secret = `${start}${body}`;
					const shown = coded ? encodeURIComponent(secret) : secret;
					expect(redact(`${before} ${shown} ${after}`, [secret]).split(/\s/)).not.toContain(shown);
					fc.pre(!before.includes(body) && !after.includes(body) && !'[hidden]'.includes(body));
					expect(redact(`${before} ${shown} ${after}`, [secret])).not.toContain(body);
				},
			),
		);
	});

	it.each([
		['an address without end', `http://${'a'.repeat(1_000_000)}`],
		['many addresses', 'http://a/b'.repeat(100_000)],
		['a name of a token and nothing after it', `access_token${' '.repeat(1_000_000)}`],
		['many names of tokens', 'access_token '.repeat(80_000)],
		['tokens and nothing else', 'Atza|'.repeat(200_000)],
	])('takes no longer for %s than for other text, and shows no more of it than anybody reads', (_, text) => {
		expect(redact(text).length).toBeLessThan(20_000);
	});

	it('leaves nothing of a secret that the cut goes through', () => {
		const secret = 'the-secret-of-the-account';
		for (let before = 16_384 - secret.length; before <= 16_384; before++) {
			const shown = redact(`${'x'.repeat(before)}${secret} and more`, [secret]);
			expect(shown).not.toMatch(/the-s/);
		}
	});

	it('keeps the ordinary addresses', () => {
		expect(redact('see https://example.com/page and http://x.de')).toBe(
			'see https://example.com/page and http://x.de',
		);
	});
});
