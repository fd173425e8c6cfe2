import type { Rest } from './session';
import { waitFor } from './waiting';

interface PublicationStatus {
	status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
	triggers: Array<{ nodeId: string; status: string; errorMessage?: string | null }>;
}

/** Publishes a workflow as it is saved and waits until its triggers are live. Throws with n8n's reason otherwise. */
export async function publishWorkflow(rest: Rest, id: string, timeoutMs = 60_000): Promise<void> {
	const { versionId } = await rest<{ versionId: string }>('GET', `/rest/workflows/${id}`);
	await rest('POST', `/rest/workflows/${id}/activate`, { versionId });
	let seen: PublicationStatus = { status: 'not_published', triggers: [] };
	await waitFor(
		`workflow ${id} to be published`,
		async () => {
			seen = await rest<PublicationStatus>('GET', `/rest/workflows/${id}/publication-status`);
			return ['published', 'partial', 'failed'].includes(seen.status) ? seen : undefined;
		},
		{ timeoutMs, lastSeen: () => `It is "${seen.status}".` },
	);
	if (seen.status === 'published') return;
	const reasons = seen.triggers.flatMap((trigger) => trigger.errorMessage ?? []);
	throw new Error(`Workflow ${id} was not published (${seen.status}): ${reasons.join('; ')}`);
}

/** Takes a workflow's triggers down. */
export async function unpublishWorkflow(rest: Rest, id: string): Promise<void> {
	await rest('POST', `/rest/workflows/${id}/deactivate`, {});
}
