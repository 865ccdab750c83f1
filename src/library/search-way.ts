import type { Way } from '../errors.ts';

/** Characters that /search takes. */
export const longestQuery = 100;

/** What somebody typed as a query of /search, cut to what that takes. */
export const queryOf = (typed: string): string =>
	typed
		.trim()
		.slice(0, longestQuery)
		// Half a character is no word of any article.
		.replace(/[\uD800-\uDBFF]$/u, '');

/** The same words in the texts of articles, in quotations and in comments. */
export const searchWay = (typed: string): Way => ({
	label: 'Search the words',
	command: 'search',
	options: { query: queryOf(typed) },
});
