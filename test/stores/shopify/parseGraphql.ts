import type { JsonObject } from '../jsonFields';
import { GraphqlError } from './graphqlError';

/** One operation of a GraphQL document. */
export interface Operation {
	kind: 'query' | 'mutation';
	/** Declared types by name: `{ order: 'OrderCreateOrderInput!' }`. */
	variableTypes: Record<string, string>;
	/** Values of variables that are not given. */
	defaults: JsonObject;
	fields: Field[];
}

export interface Field {
	name: string;
	alias: string;
	args: Record<string, Argument>;
	/** Undefined for a field that asks for nothing inside. */
	fields: Field[] | undefined;
}

export interface Argument {
	/** The variable it is, if it is nothing but that. */
	variable?: string;
	value: (variables: JsonObject) => unknown;
}

const TOKEN = /#[^\n]*|[_A-Za-z]\w*|-?\d+(?:\.\d+)?|"(?:\\.|[^"\\])*"|\.\.\.|[{}()[\]:!=$@]/g;

/** Reads the first operation of a document; fragments and directives are not known here. @throws GraphqlError */
export function parseGraphql(text: string): Operation {
	return new Parser((text.match(TOKEN) ?? []).filter((token) => !token.startsWith('#'))).operation();
}

class Parser {
	private position = 0;
	private readonly defaults: JsonObject = {};

	constructor(private readonly tokens: string[]) {}

	operation(): Operation {
		const kind = this.peek() === '{' ? 'query' : this.next();
		if (kind !== 'query' && kind !== 'mutation') throw this.unexpected(kind);
		if (this.peek() !== '{' && this.peek() !== '(') this.next();
		const variableTypes = this.peek() === '(' ? this.variableTypes() : {};
		return { kind, variableTypes, defaults: this.defaults, fields: this.fields() };
	}

	private variableTypes(): Record<string, string> {
		const types: Record<string, string> = {};
		this.expect('(');
		while (this.peek() !== ')') {
			this.expect('$');
			const name = this.next();
			this.expect(':');
			types[name] = this.type();
			if (this.peek() === '=') {
				this.next();
				this.defaults[name] = this.argument().value({});
			}
		}
		this.expect(')');
		return types;
	}

	private type(): string {
		let type = this.next();
		if (type === '[') {
			type = `[${this.type()}]`;
			this.expect(']');
		}
		return this.peek() === '!' ? type + this.next() : type;
	}

	private fields(): Field[] {
		const fields: Field[] = [];
		this.expect('{');
		while (this.peek() !== '}') fields.push(this.field());
		this.expect('}');
		return fields;
	}

	private field(): Field {
		const first = this.next();
		if (!/^\w+$/.test(first)) throw this.unexpected(first);
		const isAliased = this.peek() === ':';
		if (isAliased) this.next();
		const name = isAliased ? this.next() : first;
		const args = this.peek() === '(' ? this.arguments() : {};
		return { name, alias: first, args, fields: this.peek() === '{' ? this.fields() : undefined };
	}

	private arguments(): Record<string, Argument> {
		this.expect('(');
		const args = this.pairs(')');
		this.expect(')');
		return args;
	}

	private pairs(end: string): Record<string, Argument> {
		const pairs: Record<string, Argument> = {};
		while (this.peek() !== end) {
			const name = this.next();
			this.expect(':');
			pairs[name] = this.argument();
		}
		return pairs;
	}

	private argument(): Argument {
		const token = this.next();
		if (token === '$') {
			const variable = this.next();
			return { variable, value: (variables) => variables[variable] };
		}
		if (token === '[') return this.list();
		if (token === '{') {
			const pairs = Object.entries(this.pairs('}'));
			this.expect('}');
			return {
				value: (variables) => Object.fromEntries(pairs.map(([name, { value }]) => [name, value(variables)])),
			};
		}
		const isLiteral = /^(?:".*"|-?\d+(?:\.\d+)?|true|false|null)$/s.test(token);
		if (!isLiteral && !/^\w+$/.test(token)) throw this.unexpected(token);
		const value: unknown = isLiteral ? JSON.parse(token) : token;
		return { value: () => value };
	}

	private list(): Argument {
		const items: Argument[] = [];
		while (this.peek() !== ']') items.push(this.argument());
		this.expect(']');
		return { value: (variables) => items.map((item) => item.value(variables)) };
	}

	private peek(): string {
		return this.tokens[this.position] ?? '';
	}

	private next(): string {
		const token = this.peek();
		if (token === '') throw new GraphqlError('syntax error, unexpected end of file');
		this.position += 1;
		return token;
	}

	private expect(wanted: string): void {
		const token = this.next();
		if (token !== wanted) throw this.unexpected(token);
	}

	private unexpected(token: string): GraphqlError {
		return new GraphqlError(`syntax error, unexpected ${JSON.stringify(token)}`);
	}
}
