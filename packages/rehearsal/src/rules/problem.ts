import type { FieldProblem } from '../api.ts';

export interface Found {
	readonly problems: FieldProblem[];
	readonly ignored: string[];
}
/** Checks a value at a path ("components.0.label") and adds what it found. */
export type Check = (value: unknown, path: string, found: Found) => void;

/** A problem in Discord's words. */
export function problem(path: string, code: string, message: string): FieldProblem {
	return { path, code, message };
}

/** The path of a field under another. */
export const at = (path: string, key: string | number): string => (path === '' ? `${key}` : `${path}.${key}`);

/** Discord's words for a text or list that is longer than `most`. */
export function tooLong(path: string, most: number): FieldProblem {
	return problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
}

export function required(path: string): FieldProblem {
	return problem(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}
