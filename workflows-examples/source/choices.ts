import type { INode, INodeParameters } from 'n8n-workflow';
import { step, type Place } from './step';

type Test = 'equals' | 'notEquals' | 'regex' | 'empty' | 'true' | 'false';

/** Which type of value n8n compares, and whether with another one. */
const TESTS: Record<Test, { type: string; singleValue?: true }> = {
	equals: { type: 'string' },
	notEquals: { type: 'string' },
	regex: { type: 'string' },
	empty: { type: 'string', singleValue: true },
	true: { type: 'boolean', singleValue: true },
	false: { type: 'boolean', singleValue: true },
};

/** A comparison: n8n's id of it, which never changes, an expression, and what its value must be. */
export type Check = [id: string, value: string, is: Test, other?: string];

/** How checks of one choice are combined; without it, all of them must hold. */
interface Combined {
	or?: true;
}

interface Choice extends Place {
	checks: Check[];
}

/** Two outputs: the items for which all checks hold, and the others. */
export function ifAll(name: string, { checks, ...place }: Choice): INode {
	return step('if', name, { ...place, parameters: choiceOf(checks) });
}

/** One output: the items for which all checks hold. */
export function onlyIf(name: string, { checks, ...place }: Choice): INode {
	return step('filter', name, { ...place, parameters: choiceOf(checks) });
}

export interface Case extends Combined {
	output: string;
	checks: Check[];
}

/** One output for each case, and another for what fits none if `otherwise` names it. */
export function choose(
	name: string,
	{ cases, otherwise, ...place }: Place & { cases: Case[]; otherwise?: string },
): INode {
	const values = cases.map(({ output, checks, or }) => ({
		conditions: conditionsOf(checks, or ? 'or' : 'and'),
		renameOutput: true,
		outputKey: output,
	}));
	const options = otherwise === undefined ? {} : { fallbackOutput: 'extra', renameFallbackOutput: otherwise };
	const parameters = { mode: 'rules', rules: { values }, looseTypeValidation: false, options };
	return step('switch', name, { ...place, parameters });
}

/** As many outputs as told; the expression gives the number of an item's output, beginning with 0. */
export function chooseByNumber(
	name: string,
	{ outputs, number, ...place }: Place & { outputs: number; number: string },
): INode {
	const parameters = { mode: 'expression', numberOutputs: outputs, output: number };
	return step('switch', name, { ...place, parameters });
}

function choiceOf(checks: Check[]): INodeParameters {
	return { conditions: conditionsOf(checks, 'and'), looseTypeValidation: false, options: {} };
}

function conditionsOf(checks: Check[], combinator: 'and' | 'or'): INodeParameters {
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 3 };
	const conditions = checks.map(([id, leftValue, operation, rightValue = '']) => {
		const { type, ...single } = TESTS[operation];
		return { id, leftValue, rightValue, operator: { type, operation, ...single } };
	});
	return { options, conditions, combinator };
}
