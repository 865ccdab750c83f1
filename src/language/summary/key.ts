import type { LanguagePack } from '../pack.ts';

/** What a word counts as: its stem, or a short word itself. */
export const keyOf = (lower: string, { stem }: Pick<LanguagePack, 'stem'>): string =>
	lower.length > 3 ? stem(lower) : lower;
