import type { DirectoryLoader } from 'n8n-core';
import { NodeHelpers } from 'n8n-workflow';
import type { ICredentialType, IDataObject, INodeType, INodeTypes, IVersionedNodeType } from 'n8n-workflow';

/** Node types by full name, `package.node`, over several packages. */
export class LoadedNodeTypes implements INodeTypes {
	constructor(private readonly loaders: DirectoryLoader[]) {}

	getByName(type: string): INodeType | IVersionedNodeType {
		const dot = type.lastIndexOf('.');
		const loader = this.loaders.find(({ packageName }) => packageName === type.slice(0, dot));
		if (!loader) throw new Error(`No package "${type.slice(0, dot)}" is loaded (node type "${type}")`);
		return loader.getNode(type.slice(dot + 1)).type;
	}

	getByNameAndVersion(type: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(type), version);
	}

	getKnownTypes(): IDataObject {
		return {};
	}
}

/** Finds a credential type in whichever package declares it; throws when none does. */
export function findCredentialType(loaders: DirectoryLoader[], name: string): ICredentialType {
	const loader = loaders.find(({ known }) => name in known.credentials);
	if (!loader) throw new Error(`Credential type "${name}" is not among the loaded ones`);
	return loader.getCredential(name).type;
}
