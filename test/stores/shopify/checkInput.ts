import { isObject, type JsonObject } from '../jsonFields';
import { GraphqlError } from './graphqlError';
import { ENUMS, INPUT_OBJECTS, ROOT_FIELDS, SCALARS } from './inputTypes';
import type { Field, Operation } from './parseGraphql';

interface Problem {
	path: Array<string | number>;
	explanation: string;
}

/** The arguments of a root field, checked against its types. @throws GraphqlError in Shopify's words */
export function checkedArguments(operation: Operation, field: Field, variables: JsonObject): JsonObject {
	const types = ROOT_FIELDS[operation.kind][field.name] ?? {};
	for (const name of Object.keys(field.args)) {
		if (types[name] === undefined)
			throw new GraphqlError(`Field '${field.name}' doesn't accept argument '${name}'`, {
				...{ code: 'argumentNotAccepted', name: field.name, typeName: 'Field', argumentName: name },
			});
	}
	const missing = Object.keys(types).filter((name) => types[name]?.endsWith('!') && !field.args[name]);
	if (missing.length > 0)
		throw new GraphqlError(`Field '${field.name}' is missing required arguments: ${missing.join(', ')}`, {
			...{ code: 'missingRequiredArguments', className: 'Field', name: field.name },
		});
	const args = Object.entries(field.args).map(([name, argument]) => {
		const type = types[name] ?? '';
		if (argument.variable !== undefined) checkVariable(operation, argument.variable, name, type);
		const value = argument.value(variables);
		checkValue(value, type, argument.variable ?? name);
		return [name, value];
	});
	return Object.fromEntries(args);
}

function checkVariable({ variableTypes }: Operation, variable: string, argument: string, type: string): void {
	const declared = variableTypes[variable];
	if (declared === undefined)
		throw new GraphqlError(`Variable $${variable} is used by the operation but not declared`, {
			...{ code: 'variableNotDefined', variableName: variable },
		});
	// A stricter declaration than the argument needs is fine.
	if (declared === type || declared === `${type}!`) return;
	throw new GraphqlError(
		`Type mismatch on variable $${variable} and argument ${argument} (${declared} / ${type})`,
		{ code: 'variableMismatch', variableName: variable, argumentName: argument },
	);
}

function checkValue(value: unknown, type: string, name: string): void {
	const problems = problemsOf(value, type, []);
	if (problems.length === 0) return;
	const list = problems.map(({ path, explanation }) =>
		path.length === 0 ? `(${explanation})` : `for ${path.join('.')} (${explanation})`,
	);
	throw new GraphqlError(`Variable $${name} of type ${type} was provided invalid value ${list.join(', ')}`, {
		...{ code: 'INVALID_VARIABLE', value, problems },
	});
}

function problemsOf(value: unknown, type: string, path: Problem['path']): Problem[] {
	if (type.endsWith('!')) {
		if (value === undefined || value === null)
			return [{ path, explanation: 'Expected value to not be null' }];
		return problemsOf(value, type.slice(0, -1), path);
	}
	if (value === undefined || value === null) return [];
	if (type.startsWith('[')) {
		const items: unknown[] = Array.isArray(value) ? value : [value];
		return items.flatMap((item, index) => problemsOf(item, type.slice(1, -1), [...path, index]));
	}
	const fields = INPUT_OBJECTS[type];
	return fields === undefined ? leafProblems(value, type, path) : objectProblems(value, type, fields, path);
}

function leafProblems(value: unknown, type: string, path: Problem['path']): Problem[] {
	const allowed = ENUMS[type];
	if (allowed !== undefined) {
		if (allowed.includes(value as string)) return [];
		return [{ path, explanation: `Expected ${JSON.stringify(value)} to be one of: ${allowed.join(', ')}` }];
	}
	const fits = SCALARS[type];
	if (fits === undefined) throw new Error(`the type ${type} is not known here`);
	return fits(value)
		? []
		: [{ path, explanation: `Could not coerce value ${JSON.stringify(value)} to ${type}` }];
}

function objectProblems(
	value: unknown,
	type: string,
	fields: Readonly<Record<string, string>>,
	path: Problem['path'],
): Problem[] {
	if (!isObject(value))
		return [{ path, explanation: `Expected ${JSON.stringify(value)} to be a key-value object.` }];
	const unknown = Object.keys(value).filter((name) => fields[name] === undefined);
	return [
		...unknown.map((name) => ({
			path: [...path, name],
			explanation: `Field is not defined on ${type}`,
		})),
		...Object.entries(fields).flatMap(([name, field]) => problemsOf(value[name], field, [...path, name])),
	];
}
