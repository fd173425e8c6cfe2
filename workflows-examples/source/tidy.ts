import * as babel from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import type { Options } from 'prettier';
import { format } from 'prettier/standalone';
import style from '../../.prettierrc.json';

const { overrides, ...scripts } = style;

/** The project's own format for JSON, and for the JavaScript of Code steps. */
const STYLES = { json: { ...scripts, ...overrides[0]?.options }, babel: scripts };

/** Text in the project's own format, so that `npm run format` has nothing to change in what is built. */
export function tidy(text: string, language: keyof typeof STYLES): Promise<string> {
	const options = { ...STYLES[language], parser: language, plugins: [babel, estree] } as Options;
	return format(text, options);
}
