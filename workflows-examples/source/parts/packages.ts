import type { INode } from 'n8n-workflow';
import { code } from '../codeStep';
import { deleteRows, updateRows } from '../rows';
import { type Place } from '../step';
import { SHIPMENTS } from '../tables';

/** A package that another run is at work on waits again. */
export function putPackageBack(place: Place): INode {
	return updateRows('Put It Back', SHIPMENTS, {
		...place,
		where: [
			['id', 'eq', '={{ $json.id }}'],
			['claim', 'eq', '={{ $execution.id }}'],
		],
		set: { claim: '' },
	});
}

/** A row that says what another one says. */
export function deleteCopy(place: Place): INode {
	return deleteRows('Delete the Copy', SHIPMENTS, {
		...place,
		where: [
			['id', 'eq', '={{ $json.id }}'],
			['claim', 'eq', '={{ $execution.id }}'],
			['status', 'eq', 'waiting'],
		],
	});
}

/** The columns that a package has from now on. */
export function writeDownPackage(place: Place): INode {
	return updateRows('Write Down What Happened', SHIPMENTS, {
		...place,
		where: [
			['id', 'eq', '={{ $json.id }}'],
			['trackingNumber', 'eq', '={{ $json.trackingNumber }}'],
			['status', 'eq', 'waiting'],
			['claim', 'eq', '={{ $execution.id }}'],
		],
		set: 'input',
	});
}

/** One message about all packages that Amazon did not get. */
export function packageMessage(place: Place): INode {
	return code('Write One Message', { ...place, runs: 'shipments/messages' });
}
