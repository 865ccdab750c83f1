import type { $ZodCheck, $ZodChecks, $ZodType, $ZodTypes } from 'zod/v4/core';
import { at, type Check, problem } from './problem.ts';

interface Bounds {
	least: number | null;
	most: number | null;
}

/** The bounds among a schema's checks, of a length or of a value. */
function boundsOf(checks: readonly $ZodCheck<never>[]): Bounds {
	const bounds: Bounds = { least: null, most: null };
	for (const check of checks) {
		const { def } = (check as unknown as $ZodChecks)._zod;
		if (def.check === 'min_length') bounds.least = def.minimum;
		if (def.check === 'max_length') bounds.most = def.maximum;
		if (def.check === 'greater_than') bounds.least = Number(def.value);
		if (def.check === 'less_than') bounds.most = Number(def.value);
	}
	return bounds;
}

/** Discord's words for a text or list that is too short or too long. */
function lengthProblem(path: string, length: number, { least, most }: Bounds) {
	if ((most === null || length <= most) && (least === null || length >= least)) return null;
	if (least !== null && most !== null && least > 0) {
		return problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`);
	}
	return most !== null && length > most
		? problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`)
		: problem(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${least} or more in length.`);
}

export function checkList(element: Check, checks: readonly $ZodCheck<never>[]): Check {
	const bounds = boundsOf(checks);
	return (value, path, found) => {
		if (!Array.isArray(value)) {
			found.problems.push(problem(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'));
			return;
		}
		const wrong = lengthProblem(path, value.length, bounds);
		if (wrong) found.problems.push(wrong);
		// A list of 10,000 is refused by its length; its elements need not be read.
		for (let index = 0; index < Math.min(value.length, 1_600); index += 1) {
			element(value[index], at(path, index), found);
		}
	};
}

type Format = (text: string, path: string) => ReturnType<typeof problem> | null;

const formats: Record<string, Format> = {
	url: (text, path) =>
		URL.canParse(text) ? null : problem(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.'),
	datetime: (text, path) =>
		Number.isNaN(Date.parse(text))
			? problem(path, 'DATE_TIME_TYPE_PARSE', `Could not parse ${text.slice(0, 40)}. Should be ISO8601.`)
			: null,
};

function formatOf(check: $ZodCheck<never>): Format | null {
	const { def } = (check as unknown as $ZodChecks)._zod;
	if (def.check !== 'string_format') return null;
	const known = formats[def.format];
	if (known) return known;
	const { pattern } = def as { pattern?: RegExp };
	if (pattern === undefined) return null;
	const isSnowflake = pattern.source === '^(0|[1-9][0-9]*)$';
	return (text, path) => {
		if (pattern.test(text)) return null;
		return isSnowflake
			? problem(path, 'NUMBER_TYPE_COERCE', `Value "${text.slice(0, 40)}" is not snowflake.`)
			: problem(path, 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
	};
}

export function checkText(checks: readonly $ZodCheck<never>[]): Check {
	const bounds = boundsOf(checks);
	const formatChecks = checks.map(formatOf).filter((format) => format !== null);
	return (value, path, found) => {
		if (typeof value !== 'string') {
			const shown = typeof value === 'number' ? String(value) : typeof value;
			found.problems.push(problem(path, 'STRING_TYPE_CONVERT', `Could not interpret "${shown}" as string.`));
			return;
		}
		// Discord may count code points; UTF-16 units are never fewer, so what passes here passes there.
		const wrong = lengthProblem(path, value.length, bounds);
		if (wrong) found.problems.push(wrong);
		for (const format of formatChecks) {
			const misshapen = format(value, path);
			if (misshapen) found.problems.push(misshapen);
		}
	};
}

/** Numbers may come as decimal text: discord.js sends permissions so. */
export function checkNumber(schema: $ZodTypes, checks: readonly $ZodCheck<never>[]): Check {
	const bounds = boundsOf(checks);
	const whole = isWhole(schema, checks);
	return (value, path, found) => {
		const number =
			typeof value === 'string' && /^-?\d{1,20}$/u.test(value) ? Number(value) : (value as number);
		if (typeof number !== 'number' || !Number.isFinite(number) || (whole && !Number.isInteger(number))) {
			const shown = JSON.stringify(value)?.slice(0, 40);
			found.problems.push(problem(path, 'NUMBER_TYPE_COERCE', `Value ${shown} is not int.`));
		} else if (bounds.least !== null && number < bounds.least) {
			const said = `int value should be greater than or equal to ${bounds.least}.`;
			found.problems.push(problem(path, 'NUMBER_TYPE_MIN', said));
		} else if (bounds.most !== null && number > bounds.most) {
			const said = `int value should be less than or equal to ${bounds.most}.`;
			found.problems.push(problem(path, 'NUMBER_TYPE_MAX', said));
		}
	};
}

function isWhole(schema: $ZodType, checks: readonly $ZodCheck<never>[]): boolean {
	const formatted = [schema, ...checks] as readonly { _zod: { def: { format?: string } } }[];
	return formatted.some(({ _zod }) => /int/u.test(_zod.def.format ?? ''));
}
