import { words } from './fold.ts';

/**
 * The key under which a speaker is joined across articles: the same full name is the same person. A name of one
 * word joins nobody, since a surname may be anybody's: it stays within its article.
 */
export function speakerKey(name: string, article: string): string {
	const parts = words(name);
	return parts.length > 1 ? parts.join(' ') : `${parts.join(' ')}@${article}`;
}
