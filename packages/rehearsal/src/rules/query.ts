import type { FieldProblem } from '../api.ts';
import type { QueryRule, Route } from '../rest/call.ts';

export const isSnowflake = (value: string): boolean => /^(?:0|[1-9]\d{0,19})$/u.test(value);

/** Checks the ids in a path and the fields of a query by their rules. Fields that no rule names are ignored. */
export function checkQuery(
	rules: Route['query'],
	params: Readonly<Record<string, string>>,
	query: Readonly<Record<string, string>>,
): FieldProblem[] {
	const problems: FieldProblem[] = [];
	for (const [name, value] of Object.entries(params)) {
		if (name.endsWith('_id') && !isSnowflake(value)) problems.push(notSnowflake(name, value));
	}
	for (const [name, rule] of Object.entries(rules)) {
		const value = query[name];
		const problem = value === undefined ? null : check(name, value, rule);
		if (problem) problems.push(problem);
	}
	return problems;
}

export function notSnowflake(path: string, value: string): FieldProblem {
	const shown = value.slice(0, 40);
	return { path, code: 'NUMBER_TYPE_COERCE', message: `Value "${shown}" is not snowflake.` };
}

function check(path: string, value: string, rule: QueryRule): FieldProblem | null {
	if (rule === 'text') return null;
	if (rule === 'snowflake') return isSnowflake(value) ? null : notSnowflake(path, value);
	if (rule === 'boolean') {
		return /^(?:true|false|1|0)$/iu.test(value)
			? null
			: { path, code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' };
	}
	if (!/^-?\d{1,15}$/u.test(value)) {
		return { path, code: 'NUMBER_TYPE_COERCE', message: `Value "${value.slice(0, 40)}" is not int.` };
	}
	const [least, most] = rule;
	if (Number(value) < least) {
		return {
			path,
			code: 'NUMBER_TYPE_MIN',
			message: `int value should be greater than or equal to ${least}.`,
		};
	}
	if (Number(value) > most) {
		return { path, code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${most}.` };
	}
	return null;
}
