import type { Line } from './lines.ts';
import type { Mark } from './marks.ts';

/** A line of the article with the marks that it is known by; without any it is text. */
export interface MarkedLine extends Line {
	readonly marks: readonly Mark[];
}
