import { WebhookContext } from 'n8n-core';
import { Node } from 'n8n-workflow';
import type { INode, IWebhookData, IWebhookResponseData } from 'n8n-workflow';
import type { RunResult, WebhookAnswer, WebhookRequest, WebhookResult, WorkflowJson } from './contract';
import { fakeRequest, fakeResponse } from './webhookExchange';
import { toRunResult } from './runResult';
import type { Execution, Runtime } from './runtime';
import { findNode, startExecution } from './startExecution';

/** Gives a request to a webhook node as n8n's server does, then runs what the node starts. */
export async function callWebhook(
	runtime: Runtime,
	json: WorkflowJson,
	nodeName: string,
	request: WebhookRequest,
): Promise<WebhookResult> {
	const execution = runtime.prepare(json, request.mode ?? 'webhook', request.staticData);
	const node = findNode(execution.workflow, nodeName);
	const { response, sent } = fakeResponse();
	Object.assign(execution.additionalData, { httpRequest: fakeRequest(request), httpResponse: response });
	const answer = await callNode(execution, node);
	if (!answer.workflowData) return { response: sent() ?? defaultAnswer(answer) };
	const run = await startExecution(execution, { startNode: nodeName, triggered: answer.workflowData });
	const result = toRunResult(run, execution);
	return { response: sent() ?? result.responses[0] ?? answerAfter(result, answer), run: result };
}

async function callNode(execution: Execution, node: INode): Promise<IWebhookResponseData> {
	const { workflow, additionalData, mode } = execution;
	const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	if (!nodeType.webhook) throw new Error(`Node "${node.name}" is not a webhook`);
	const webhookData = findWebhook(execution, node);
	const context = new WebhookContext(workflow, node, additionalData, mode, webhookData, [], null);
	const call = async () =>
		nodeType instanceof Node ? await nodeType.webhook?.(context) : await nodeType.webhook?.call(context);
	return (await workflow.expression.withIsolate(call)) ?? {};
}

function findWebhook({ workflow, additionalData }: Execution, node: INode): IWebhookData {
	const { description } = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const [webhookDescription] = description.webhooks ?? [];
	if (!webhookDescription) throw new Error(`Node type "${node.type}" declares no webhook`);
	return {
		httpMethod: 'POST',
		node: node.name,
		path: pathOf(node),
		webhookDescription,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: additionalData,
	};
}

function pathOf({ parameters: { path } }: INode): string {
	return typeof path === 'string' ? path : '';
}

/** What n8n's server says when a run ended before anything was answered. */
function answerAfter({ error }: RunResult, answer: IWebhookResponseData): WebhookAnswer {
	if (error === undefined) return defaultAnswer(answer);
	return { statusCode: 500, headers: {}, body: { message: 'Error in workflow' } };
}

function defaultAnswer({ webhookResponse }: IWebhookResponseData): WebhookAnswer {
	return { statusCode: 200, headers: {}, body: webhookResponse ?? { message: 'Workflow was started' } };
}
