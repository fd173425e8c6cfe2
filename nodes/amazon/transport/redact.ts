const HIDDEN = '[hidden]';

/** What secrets look like wherever they turn up in text from outside. Each takes time in proportion to the text. */
const SECRET_SHAPES: ReadonlyArray<[RegExp, string | ((match: string) => string)]> = [
	[/https?:\/\/[^\s"'<>]+/gi, hidePresigned],
	[/(?:Atza|Atzr|Atc|Atnr)(?:\||%7C)[^\s"'<>&,;]+/gi, HIDDEN],
	[/amzn1\.oa2-cs\.[^\s"'<>&,;]+/gi, HIDDEN],
	[
		/((?:access_token|refresh_token|client_secret|x-amz-access-token|restrictedDataToken)["']?\s{0,9}[=:]\s{0,9}["']?)[^\s"'<>&,;]+/gi,
		`$1${HIDDEN}`,
	],
	[/(X-Amz-(?:Signature|Credential|Security-Token)(?:=|%3D))[^\s"'<>&]+/gi, `$1${HIDDEN}`],
];

/** Removing shorter texts would only tear words apart. */
const SHORTEST_SECRET = 6;

/** More of a text is never shown, and looking through it for secrets would take time for nothing. */
const LONGEST_TEXT = 16_384;

/**
 * Text from outside (Amazon's messages, Node's errors) without tokens, secrets and presigned addresses, and not longer
 * than 16,384 characters. `secrets` are the account's own, removed literally.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
	const written = secrets
		.filter((secret) => secret.length >= SHORTEST_SECRET)
		.flatMap((secret) => [secret, encodeURIComponent(secret)])
		.sort((one, other) => other.length - one.length);
	const plain = written.reduce(
		(rest, secret) => rest.replaceAll(secret, HIDDEN),
		text.slice(0, LONGEST_TEXT),
	);
	const whole = text.length <= LONGEST_TEXT ? plain : withoutTornEnd(plain, written);
	return SECRET_SHAPES.reduce((rest, [shape, hidden]) => hide(rest, shape, hidden), whole);
}

function hide(text: string, shape: RegExp, hidden: string | ((match: string) => string)): string {
	return typeof hidden === 'string' ? text.replace(shape, hidden) : text.replace(shape, hidden);
}

/** A presigned address is a key to its document, so nothing of it stays but the host. */
function hidePresigned(address: string): string {
	const query = address.indexOf('?');
	if (query < 0) return address;
	const path = address.indexOf('/', address.indexOf('//') + 2);
	return path < 0 || path > query ? address : `${address.slice(0, path + 1)}${HIDDEN}`;
}

/** Without the beginning of a secret that the cut has left at the end. */
function withoutTornEnd(text: string, secrets: readonly string[]): string {
	const torn = secrets.map((secret) => {
		for (let length = secret.length - 1; length > 0; length--)
			if (text.endsWith(secret.slice(0, length))) return length;
		return 0;
	});
	return text.slice(0, text.length - Math.max(0, ...torn));
}
