import { z } from 'zod';

/** An answer with what it depends on, so that it is used as long as that has not changed. */
export interface Dated<Answer> {
	readonly found: Answer;
	/** What was seen when it was begun, and the marks of what it depends on: see `Watch`. */
	readonly since: string;
	readonly marks: readonly number[] | null;
}

export const datedShape = (found: z.ZodType) =>
	z.object({ found, since: z.string(), marks: z.array(z.int().nonnegative()).nullable() });
