import { toItems, type Item } from '../n8n';
import type { Change } from './changes';

/** One item for each product that the store has taken. */
export default (): Item[] =>
	toItems(
		$input.all().flatMap((_, index) => {
			return $('Is It Stock?').itemMatching<{ changes: Change[] }>(index).json.changes;
		}),
	);
