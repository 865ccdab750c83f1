import type { ParsedArticle } from '../parsed-article.ts';
import { findDashes } from './dashes.ts';
import { findPosts } from './posts.ts';
import { findTurns } from './turns.ts';
import type { Unmarked } from './unmarked.ts';

/** Dialogue opened by dashes, interviews ("Q:", "A:"), transcripts ("NAME:") and posts ("… — Name (@name) …"). */
export function findUnmarked(parsedArticle: ParsedArticle): Unmarked[] {
	return [...findDashes(parsedArticle), ...findTurns(parsedArticle), ...findPosts(parsedArticle)];
}
