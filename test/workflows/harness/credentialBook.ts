import { ICredentials } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsEncrypted,
	INodeCredentialsDetails,
} from 'n8n-workflow';
import type { CredentialBook, CredentialSeed } from './contract';

interface StoredCredential {
	id: string;
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
	saves: number;
}

/** Credentials of one harness, in memory and in plain text. */
export class StoredCredentials implements CredentialBook {
	private readonly stored: StoredCredential[] = [];

	constructor(seeds: Record<string, CredentialSeed>) {
		for (const [name, seed] of Object.entries(seeds)) this.set(name, seed);
	}

	set(name: string, { id = name, type, data }: CredentialSeed): void {
		const known = this.stored.findIndex((credential) => credential.name === name);
		const credential = { id, name, type, data: structuredClone(data), saves: 0 };
		if (known < 0) this.stored.push(credential);
		else this.stored[known] = credential;
	}

	data(nameOrId: string): ICredentialDataDecryptedObject {
		return structuredClone(this.find({ id: nameOrId, name: nameOrId }).data);
	}

	saves(nameOrId: string): number {
		return this.find({ id: nameOrId, name: nameOrId }).saves;
	}

	save(details: INodeCredentialsDetails, data: ICredentialDataDecryptedObject): void {
		const credential = this.find(details);
		credential.data = structuredClone(data);
		credential.saves += 1;
	}

	/** By id first, then by name; of the given type when one is asked for. */
	find({ id, name }: INodeCredentialsDetails, type?: string): StoredCredential {
		const ofType = this.stored.filter((credential) => type === undefined || credential.type === type);
		const found =
			ofType.find((credential) => credential.id === id) ??
			ofType.find((credential) => credential.name === name);
		if (!found)
			throw new Error(`Credential "${name}" (id ${id ?? 'none'}, type ${type ?? 'any'}) is not set up`);
		return found;
	}
}

/** n8n's view of a stored credential, without the encryption. */
export class PlainCredential extends ICredentials {
	constructor(
		details: INodeCredentialsDetails,
		type: string,
		private readonly book: StoredCredentials,
	) {
		super(details, type);
	}

	async getData(): Promise<ICredentialDataDecryptedObject> {
		return structuredClone(this.stored().data);
	}

	getDataToSave(): ICredentialsEncrypted {
		return {
			id: this.stored().id,
			name: this.name,
			type: this.type,
			data: JSON.stringify(this.stored().data),
		};
	}

	async setData(data: ICredentialDataDecryptedObject): Promise<void> {
		this.book.save(this.details(), data);
	}

	async updateData(changes: Partial<ICredentialDataDecryptedObject>, removed: string[] = []): Promise<void> {
		const merged = Object.entries({ ...this.stored().data, ...changes });
		const kept = merged.flatMap(([key, value]) =>
			value === undefined || removed.includes(key) ? [] : [[key, value]],
		);
		await this.setData(Object.fromEntries(kept));
	}

	private stored() {
		return this.book.find(this.details(), this.type);
	}

	private details(): INodeCredentialsDetails {
		return { id: this.id ?? null, name: this.name };
	}
}
