import type { $ZodType } from 'zod/v4/core';
import type { FieldProblem } from '../api.ts';
import { compile } from './compile.ts';
import type { Check } from './problem.ts';

/** Checks a body against a schema of Discord's published document, by name. */
export interface Schemas {
	/** What is wrong, field by field; and the fields that Discord does not know and ignores. */
	check(name: string, body: unknown): { problems: FieldProblem[]; ignored: string[] };
}

/**
 * Loads Discord's published schemas (some 100 ms, 40 MB): begun at the start and awaited by the first request
 * with a body, so that no request waits for them.
 */
export async function loadSchemas(): Promise<Schemas> {
	const schemas = (await import('discord-api-spec/zod')) as Readonly<Record<string, $ZodType>>;
	const compiled = new Map<string, Check>();
	return {
		check(name, body) {
			let check = compiled.get(name);
			if (check === undefined) {
				const schema = schemas[`${name}Schema`];
				if (schema === undefined) throw new TypeError(`Discord's document has no schema "${name}".`);
				check = compile(schema);
				compiled.set(name, check);
			}
			const found = { problems: [], ignored: [] };
			check(body, '', found);
			return found;
		},
	};
}
