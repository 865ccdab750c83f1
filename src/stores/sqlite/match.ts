/**
 * A full-text query for folded words. They hold letters and digits only, and the quotation marks take the
 * meaning out of words like NOT.
 * @param begun whether the last word may be the beginning of a longer one.
 */
export function matching(words: readonly string[], match: 'all' | 'any', begun: boolean): string {
	const terms = words.map((word, index) =>
		begun && index === words.length - 1 ? `"${word}"*` : `"${word}"`,
	);
	return [...new Set(terms)].join(match === 'all' ? ' AND ' : ' OR ');
}

/** Of more matches than this, those added last are looked at, so that a common word costs no more than a rare one. */
export const mostCandidates = 1_000;
