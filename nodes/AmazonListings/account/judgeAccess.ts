import type { Proof } from './asks';
import type { Feature } from './features';
import type { Role } from '../../amazon/tables/roles';
import type { SellerCentralPage } from '../../amazon/tables/sellerCentral';
import { SpApiError } from '../../amazon/transport/errors';

/** What came of asking for a feature. */
export type Answer = { feature: Feature } & ({ proof: Proof } | { error: unknown });

export interface Access {
	feature: string;
	/** `works` only with proof; `unknown` when Amazon's answer tells nothing. */
	status: Proof['status'] | 'no answer';
	/** What works, or what to do. */
	message: string;
	/** The role it needs, as Seller Central names it; one of several is enough. */
	role: string;
	/** Where in Seller Central to mend it; absent when there is nothing to mend there. */
	page?: SellerCentralPage;
	requestId?: string;
}

const ADD_ROLE =
	'Open Develop Apps in Seller Central, Edit App, tick the role and save (if it is not offered there, request it in the developer profile first). Then authorize the app again and enter the new Refresh Token in the credential';

/**
 * Says of each feature whether the account may use it. Amazon answers 403 for a missing role and for other reasons alike
 * ("Access to requested resource is denied"): what else works tells them apart.
 */
export function judgeAccess(answers: readonly Answer[]): Access[] {
	const working = answers.filter((answer) => 'proof' in answer);
	const proven = new Set(
		working
			.filter(({ proof }) => proof.status === 'works')
			.flatMap(({ feature: { roles } }) => onlyOf(roles)),
	);
	return answers.map((answer) => {
		const { feature } = answer;
		const role = feature.roles.join(' or ');
		if ('proof' in answer) return { feature: feature.name, role, ...presentProof(answer.proof) };
		const verdict = judgeError(feature, answer.error, { proven, isAnythingAllowed: working.length > 0 });
		return { feature: feature.name, role, ...verdict };
	});
}

/** A role that must be there when the feature works. */
function onlyOf(roles: readonly Role[]): Role[] {
	const [only, another] = roles;
	return only !== undefined && another === undefined ? [only] : [];
}

type Verdict = Omit<Access, 'feature' | 'role'>;

function presentProof({ status, message, ...rest }: Proof): Verdict {
	if (status !== 'role missing') return { status, message, ...rest };
	return { status, message: `${message}. ${ADD_ROLE}`, page: 'developApps', ...rest };
}

interface Others {
	/** Roles that the application must have, since something that needs them works. */
	proven: ReadonlySet<Role>;
	isAnythingAllowed: boolean;
}

function judgeError(feature: Feature, error: unknown, others: Others): Verdict {
	if (!(error instanceof SpApiError)) return noAnswer(error instanceof Error ? error.message : String(error));
	const { requestId, status } = error;
	const told = [error.message, error.hint].filter((part) => part !== undefined && part !== '').join(' ');
	if (status === undefined || status === 429 || status >= 500) return { ...noAnswer(told), requestId };
	if (error.operation === 'login' || status !== 403) {
		return { status: 'not allowed', message: told, page: 'developApps', requestId };
	}
	return { ...judgeDenial(feature, others), requestId };
}

function noAnswer(message: string): Verdict {
	return { status: 'no answer', message };
}

function judgeDenial({ noun, roles }: Feature, { proven, isAnythingAllowed }: Others): Verdict {
	if (!isAnythingAllowed) {
		const message =
			'Amazon knows the keys, and lets them do nothing in this region. Check Region in the credential; if it is right, authorize the app again and enter the new Refresh Token';
		return { status: 'not allowed', message, page: 'developApps' };
	}
	const held = roles.find((role) => proven.has(role));
	if (held !== undefined) {
		const message = `Amazon refuses ${noun} although the app has the role "${held}". Compare Seller ID in the credential with Your Merchant Token in Seller Central, and the marketplaces with those of the account`;
		return { status: 'not allowed', message, page: 'sellerId' };
	}
	const names = roles.map((role) => `"${role}"`).join(' or ');
	return {
		status: 'role missing',
		message: `Amazon does not let the app have ${noun}: it lacks the role ${names}. ${ADD_ROLE}`,
		page: 'developApps',
	};
}
