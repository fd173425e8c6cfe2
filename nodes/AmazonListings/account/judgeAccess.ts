import type { Proof } from './asks';
import type { Feature } from './features';
import type { Role } from '../../amazon/tables/roles';
import type { SellerCentralPage } from '../../amazon/tables/sellerCentral';
import { SpApiError, toError } from '../../amazon/transport/errors';

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

const AUTHORIZE_AGAIN = 'authorize the app again and enter the new Refresh Token in the credential';
const ADD_ROLE = `Open Develop Apps in Seller Central, Edit App, tick the role and save (if it is not offered there, request it in the developer profile first). Then ${AUTHORIZE_AGAIN}`;

/**
 * Says of each feature whether the account may use it. Amazon answers 403 for a missing role and for other reasons alike
 * ("Access to requested resource is denied"): what else works tells them apart.
 */
export function judgeAccess(answers: readonly Answer[]): Access[] {
	const working = answers.filter((answer) => 'proof' in answer);
	const proven = working
		.filter(({ proof }) => proof.status === 'works')
		.map(({ feature: { roles } }) => roles);
	return answers.map((answer) => {
		const { feature } = answer;
		const role = feature.roles.join(' or ');
		if ('proof' in answer) return { feature: feature.name, role, ...verdictOf(answer.proof) };
		const verdict = judgeError(feature, answer.error, { proven, isAnythingAllowed: working.length > 0 });
		return { feature: feature.name, role, ...verdict };
	});
}

type Verdict = Omit<Access, 'feature' | 'role'>;

function verdictOf({ status, message, ...rest }: Proof): Verdict {
	if (status !== 'role missing') return { status, message, ...rest };
	return { status, message: `${message}. ${ADD_ROLE}`, page: 'developApps', ...rest };
}

interface Others {
	/** Roles of each feature that works: the application must have one of them. */
	proven: ReadonlyArray<readonly Role[]>;
	isAnythingAllowed: boolean;
}

function judgeError(feature: Feature, error: unknown, others: Others): Verdict {
	if (!(error instanceof SpApiError)) return noAnswer(toError(error).message);
	const { requestId, status } = error;
	const told = [error.message, error.hint].filter((part) => part !== undefined && part !== '').join(' ');
	if (status === undefined || status === 429 || status >= 500) return { ...noAnswer(told), requestId };
	if (error.operation === 'login' || status === 401) {
		return { status: 'not allowed', message: told, page: 'developApps', requestId };
	}
	if (status !== 403) return { ...notUnderstood(feature, error.message), requestId };
	return { ...judgeDenial(feature, others), requestId };
}

function noAnswer(message: string): Verdict {
	return { status: 'no answer', message };
}

/** The check has no fields to correct, and a question that Amazon does not take says nothing of roles. */
function notUnderstood({ noun, namesSeller }: Feature, refusal: string): Verdict {
	const message = `Nobody can tell about ${noun}: Amazon does not take the question. ${refusal} Compare ${placesOf(namesSeller)} with those of the account, and check again`;
	return { status: 'unknown', message };
}

function placesOf(namesSeller: boolean | undefined): string {
	return `Region${namesSeller ? ', Seller ID' : ''} and Marketplaces in the credential`;
}

function judgeDenial(feature: Feature, { proven, isAnythingAllowed }: Others): Verdict {
	if (!isAnythingAllowed) {
		const message =
			'Amazon knows the keys, and lets them do nothing in this region. Check Region in the credential; if it is right, authorize the app again and enter the new Refresh Token';
		return { status: 'not allowed', message, page: 'developApps' };
	}
	const { noun, roles } = feature;
	const held = proven.find((some) => some.every((role) => roles.includes(role)));
	if (held !== undefined) return deniedDespite(held, feature);
	const message = `Amazon does not let the app have ${noun}: it lacks the role ${quoted(roles)}. ${ADD_ROLE}`;
	return { status: 'role missing', message, page: 'developApps' };
}

/** One of the roles held is there, and each of them is enough: the refusal has another reason. */
function deniedDespite(held: readonly Role[], { noun, namesSeller }: Feature): Verdict {
	const refusal = `Amazon refuses ${noun} although the app has the role ${quoted(held)}, as other answers show`;
	if (namesSeller) {
		const message = `${refusal}. Compare Seller ID in the credential with Your Merchant Token in Seller Central, and the marketplaces with those of the account`;
		return { status: 'not allowed', message, page: 'sellerId' };
	}
	const message = `${refusal}: the role is not the reason. Perhaps the app was authorized before its roles were changed: ${AUTHORIZE_AGAIN}. If that does not help, compare ${placesOf(namesSeller)} with those of the account`;
	return { status: 'not allowed', message, page: 'developApps' };
}

function quoted(roles: readonly Role[]): string {
	return roles.map((role) => `"${role}"`).join(' or ');
}
