import { Container } from '@n8n/di';
import { type DirectoryLoader, ExecutionLifecycleHooks, ExternalSecretsProxy } from 'n8n-core';
import { deepCopy, Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteResponsePromiseData,
	IRun,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { runCodeTask } from './codeRunner';
import type { HarnessOptions, WorkflowJson } from './contract';
import { StoredCredentials } from './credentialBook';
import { HarnessCredentials } from './credentialsHelper';
import { DataTables } from './dataTables';
import { LoadedNodeTypes } from './nodeTypes';
import { executeSubWorkflow } from './subWorkflow';

const address = 'http://127.0.0.1:5678';

/** One execution about to start. */
export interface Execution {
	workflow: Workflow;
	additionalData: IWorkflowExecuteAdditionalData;
	mode: WorkflowExecuteMode;
	/** Filled by Respond to Webhook. */
	responses: IExecuteResponsePromiseData[];
}

/** What all executions of one harness share. */
export class Runtime {
	readonly nodeTypes: LoadedNodeTypes;
	readonly dataTables = new DataTables();
	readonly credentials: StoredCredentials;
	readonly workflows = new Map<string, WorkflowJson>();
	/** Finished executions by id, which Execute Workflow asks for. */
	readonly runs = new Map<string, IRun>();
	private readonly helper: HarnessCredentials;
	private lastExecutionId = 0;

	constructor(
		loaders: DirectoryLoader[],
		private readonly options: HarnessOptions,
	) {
		this.nodeTypes = new LoadedNodeTypes(loaders);
		this.credentials = new StoredCredentials(options.credentials ?? {});
		this.helper = new HarnessCredentials(loaders, this.credentials);
		for (const workflow of options.workflows ?? [])
			if (workflow.id) this.workflows.set(workflow.id, workflow);
	}

	/** A fresh execution of a copy of the workflow; a given id is that of an execution going on. */
	prepare(
		json: WorkflowJson,
		mode: WorkflowExecuteMode,
		staticData?: IDataObject,
		executionId?: string,
	): Execution {
		const base = toWorkflowBase(json, staticData);
		const workflow = new Workflow({ ...base, nodeTypes: this.nodeTypes });
		const id = executionId ?? this.nextExecutionId();
		const responses: IExecuteResponsePromiseData[] = [];
		const hooks = new ExecutionLifecycleHooks(mode, id, base);
		hooks.addHandler('sendResponse', (response) => void responses.push(response));
		const additionalData: IWorkflowExecuteAdditionalData = { ...this.additionalData(base, id), hooks };
		return { workflow, additionalData, mode, responses };
	}

	private nextExecutionId(): string {
		this.lastExecutionId += 1;
		return String(this.lastExecutionId);
	}

	private additionalData(base: IWorkflowBase, executionId: string): IWorkflowExecuteAdditionalData {
		return {
			credentialsHelper: this.helper,
			externalSecretsProxy: Container.get(ExternalSecretsProxy),
			executionId,
			workflowId: base.id,
			currentNodeExecutionIndex: 0,
			restApiUrl: `${address}/rest`,
			instanceBaseUrl: address,
			formBaseUrl: `${address}/form`,
			formWaitingBaseUrl: `${address}/form-waiting`,
			formTestBaseUrl: `${address}/form-test`,
			webhookBaseUrl: `${address}/webhook`,
			webhookWaitingBaseUrl: `${address}/webhook-waiting`,
			webhookTestBaseUrl: `${address}/webhook-test`,
			mcpBaseUrl: `${address}/mcp`,
			mcpTestBaseUrl: `${address}/mcp-test`,
			variables: { ...this.options.variables },
			userId: 'owner',
			'data-table': { dataTableProxyProvider: this.dataTables.provider() },
			executeWorkflow: async (info, _data, options) => await executeSubWorkflow(this, info, options),
			getRunExecutionData: async (id) => this.runs.get(id)?.data,
			getRuntimeCredential: async () => undefined,
			logAiEvent: () => {},
			startRunnerTask: runCodeTask,
		};
	}
}

function toWorkflowBase(json: WorkflowJson, staticData?: IDataObject): IWorkflowBase {
	const { nodes, connections, id = 'workflow', name = 'Workflow', settings, pinData } = deepCopy(json);
	return {
		...{ id, name, nodes, connections, pinData },
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		staticData: deepCopy(staticData ?? json.staticData ?? {}),
		settings: { executionOrder: 'v1', ...settings },
	};
}
