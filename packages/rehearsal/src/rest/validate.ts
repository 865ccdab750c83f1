import { invalidForm } from '../errors.ts';
import { problem } from '../rules/problem.ts';
import type { Schemas } from '../rules/schema.ts';
import type { Call, Route } from './call.ts';

/** Checks a body against what Discord publishes for its route. */
export function checkBody(schemas: Schemas, route: Route, call: Call): ReturnType<Schemas['check']> {
	const { body } = call;
	const name = typeof route.schema === 'function' ? route.schema(body, call) : route.schema;
	if (name === null) return { problems: [], ignored: [] };
	if (!route.list) return schemas.check(name, body);
	if (!Array.isArray(body)) {
		throw invalidForm([problem('', 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')]);
	}
	const found: ReturnType<Schemas['check']> = { problems: [], ignored: [] };
	for (const [index, item] of body.slice(0, 200).entries()) {
		const { problems, ignored } = schemas.check(name, item);
		const under = (path: string) => (path === '' ? `${index}` : `${index}.${path}`);
		found.problems.push(...problems.map((one) => ({ ...one, path: under(one.path) })));
		found.ignored.push(...ignored.map(under));
	}
	return found;
}
