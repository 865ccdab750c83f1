import type { Gender } from '../names.ts';

/** First names with their gender, from two lists of words in lower case separated by white space. */
export function namesByGender(men: string, women: string): ReadonlyMap<string, Gender> {
	const entries = (names: string, gender: Gender): [string, Gender][] =>
		names
			.split(/\s+/u)
			.filter(Boolean)
			.map((name) => [name, gender]);
	return new Map([...entries(men, 'm'), ...entries(women, 'f')]);
}
