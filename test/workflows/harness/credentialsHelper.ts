import type { DirectoryLoader } from 'n8n-core';
import { deepCopy, ICredentialsHelper, isExpression, NodeHelpers } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import { applyGenericAuthentication } from './genericAuthentication';
import { PlainCredential, type StoredCredentials } from './credentialBook';
import { findCredentialType } from './nodeTypes';

/** Credentials as n8n's server gives them to nodes: defaults filled in, logged in when needed, stored again. */
export class HarnessCredentials extends ICredentialsHelper {
	constructor(
		private readonly loaders: DirectoryLoader[],
		private readonly book: StoredCredentials,
	) {
		super();
	}

	getParentTypes(name: string): string[] {
		const parents = findCredentialType(this.loaders, name).extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const options = request as IHttpRequestOptions;
		const { authenticate } = findCredentialType(this.loaders, typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		if (authenticate === undefined) return options;
		if (!workflow || !node)
			throw new Error(`Credential "${typeName}" cannot sign a request without a workflow`);
		return applyGenericAuthentication(authenticate, options, (text) =>
			resolve(text, credentials, workflow, node),
		);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = findCredentialType(this.loaders, typeName);
		const token = expirableProperty(type);
		if (token === undefined || !type.preAuthentication) return undefined;
		if (credentials[token] !== '' && !credentialsExpired) return undefined;
		const output = await this.runPreAuthentication(helpers, credentials, typeName);
		const details = node.credentials?.[type.name];
		if (output?.[token] === undefined || !details) return undefined;
		await this.updateCredentials(details, type.name, {
			...this.book.find(details, type.name).data,
			...output,
		});
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const output = await findCredentialType(this.loaders, typeName).preAuthentication?.call(
			helpers,
			credentials,
		);
		return output as ICredentialDataDecryptedObject | undefined;
	}

	async getCredentials(details: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		const { id, name } = this.book.find(details, type);
		return new PlainCredential({ id, name }, type, this.book);
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		const data = deepCopy(this.book.find(details, type).data);
		const defaults = this.getCredentialsProperties(type).map(({ name, default: value }) => [name, value]);
		return { ...Object.fromEntries(defaults), ...data };
	}

	async updateCredentials(
		details: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.book.save(details, data);
	}

	async updateCredentialsOauthTokenData(
		details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		await this.updateCredentials(details, type, data);
	}

	getCredentialsProperties(name: string): INodeProperties[] {
		const { properties, extends: parents = [] } = findCredentialType(this.loaders, name);
		const merged: INodeProperties[] = [];
		for (const parent of parents)
			NodeHelpers.mergeNodeProperties(merged, this.getCredentialsProperties(parent));
		NodeHelpers.mergeNodeProperties(merged, properties);
		return merged;
	}
}

function expirableProperty({ properties }: ICredentialType): string | undefined {
	return properties.find(({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true)
		?.name;
}

function resolve(
	text: string,
	credentials: ICredentialDataDecryptedObject,
	workflow: Workflow,
	node: INode,
): string {
	if (!isExpression(text)) return text;
	const keys = { $credentials: credentials };
	const value = workflow.expression.getSimpleParameterValue(node, text, 'internal', keys, undefined, '');
	return value ? String(value) : '';
}
