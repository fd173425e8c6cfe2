import { jsonOf, toItems, type Item } from '../n8n';
import { fatesOfPackages, type PackageRow } from './fates';

/**
 * What becomes of each row that this run has taken: it is sent; it waits, while another run is at work on the same package;
 * or it goes, since another row says the same of the package.
 */
export default (): Item[] => {
	const taken = new Set(jsonOf($('Take Them').all<PackageRow>()).map(({ id }) => id));
	return toItems(fatesOfPackages(jsonOf($input.all<PackageRow>()), taken));
};
