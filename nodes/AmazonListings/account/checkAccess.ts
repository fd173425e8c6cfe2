import type { IDataObject } from 'n8n-workflow';

import { fetchRecentOrders } from './asks';
import { FEATURES } from './features';
import { judgeAccess, type Access, type Answer } from './judgeAccess';
import { sellerCentralPage } from '../../amazon/tables/sellerCentral';
import { abortingWith, reasonOf } from '../../amazon/transport/abort';
import { toError } from '../../amazon/transport/errors';
import { pool } from '../../amazon/transport/pool';
import type { BatchOperation, Context } from '../../n8n/operation';
import { ConfigError } from '../../rules/verdict/verdict';

/** Longer nobody looks at a spinner; a call whose limit is used up would wait for minutes. */
const PATIENCE_MS = 30_000;

const MEND = 'The page in page is where Seller Central mends it.';

/** What the application may do, feature by feature: the first thing to run when something is refused. */
export const checkAccess: BatchOperation = {
	value: 'checkAccess',
	name: 'Check Access',
	action: 'Check access of account',
	description:
		'Ask Amazon, feature by feature, what the credential may do, and name the role that is missing. Changes nothing.',
	builderHint:
		'Connect a manual trigger before it. Run it when Amazon refuses something; nothing needs to follow.',
	fields: [],
	columns: { first: ['status', 'feature', 'message', 'role', 'page'], last: ['requestId'] },
	next: {
		works: '',
		...{ 'role missing': MEND, 'not allowed': MEND, 'no answer': 'Check again in some minutes.' },
	},
	async batch(context, items) {
		if (context.account.environment === 'sandbox') {
			throw new ConfigError('Environment', "Live or Mock: Amazon's sandbox gives everybody the same answers");
		}
		const accesses = judgeAccess(await askAll(context)).map((access) => toJson(context, access));
		return items.flatMap((_, item) => accesses.map((json) => ({ item, json: { ...json } })));
	},
};

/** Asks for everything at once; what is refused, or not answered in time, stops nothing else. */
async function askAll({ client, clock, signal }: Context): Promise<Answer[]> {
	const patience = new AbortController();
	const done = new AbortController();
	const asking = { client, signal: abortingWith(signal, patience.signal) };
	clock.sleep(PATIENCE_MS, done.signal).then(
		() => patience.abort(tooLate()),
		() => undefined,
	);
	try {
		const recentOrders = fetchRecentOrders(client, clock.now(), asking.signal);
		const answers = await pool(FEATURES, { atOnce: FEATURES.length }, async (feature): Promise<Answer> => {
			const proof = await feature.ask({ ...asking, recentOrders }).catch(toError);
			return proof instanceof Error ? { feature, error: proof } : { feature, proof };
		});
		if (signal?.aborted) throw reasonOf(signal);
		return answers;
	} finally {
		done.abort();
	}
}

function tooLate(): Error {
	return new Error(
		`No answer within ${PATIENCE_MS / 1000} seconds: Amazon is slow, or its limit for this call is used up by other runs. Check again in some minutes`,
	);
}

function toJson({ account }: Context, { page, requestId, ...access }: Access): IDataObject {
	const { feature, status, message, role } = access;
	return {
		...{ status, feature, message, role },
		page: page && sellerCentralPage(page, account.marketplaceIds[0]),
		requestId,
	};
}
