import { join } from 'node:path';
import { WORKFLOWS } from './catalogue';
import { tidy } from './tidy';

/** Where the built workflows lie. */
export const FOLDER = join(__dirname, '..');

export interface BuiltFile {
	/** Its name in the folder, such as `set-up.json`. */
	name: string;
	text: string;
}

/** The JSON file of every workflow, as its source says. */
export function buildFiles(): Promise<BuiltFile[]> {
	return Promise.all(
		WORKFLOWS.map(async ({ file, json }) => ({
			name: `${file}.json`,
			text: await tidy(JSON.stringify(json, null, 2), 'json'),
		})),
	);
}
