const HIDDEN = '[hidden]';

/** What secrets look like wherever they turn up in text from outside. */
const SECRET_SHAPES: ReadonlyArray<[RegExp, string]> = [
	// A presigned address is a key to its document, so nothing of it stays but the host.
	[/(https?:\/\/[^\s/"'<>?]+)[^\s"'<>?]*\?[^\s"'<>]*/gi, `$1/${HIDDEN}`],
	[/(?:Atza|Atzr|Atc|Atnr)(?:\||%7C)[^\s"'<>&,;]+/gi, HIDDEN],
	[/amzn1\.oa2-cs\.[^\s"'<>&,;]+/gi, HIDDEN],
	[
		/((?:access_token|refresh_token|client_secret|x-amz-access-token|restrictedDataToken)["']?\s*[=:]\s*["']?)[^\s"'<>&,;]+/gi,
		`$1${HIDDEN}`,
	],
	[/(X-Amz-(?:Signature|Credential|Security-Token)(?:=|%3D))[^\s"'<>&]+/gi, `$1${HIDDEN}`],
];

/**
 * Text from outside (Amazon's messages, Node's errors) without tokens, secrets and presigned addresses.
 * `secrets` are the account's own, removed literally.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
	const plain = secrets
		.filter((secret) => secret.length >= SHORTEST_SECRET)
		.flatMap((secret) => [secret, encodeURIComponent(secret)])
		.sort((one, other) => other.length - one.length)
		.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
	return SECRET_SHAPES.reduce((rest, [shape, replacement]) => rest.replace(shape, replacement), plain);
}

/** Removing shorter texts would only tear words apart. */
const SHORTEST_SECRET = 6;
