import type { Article } from '../../article.ts';
import type { SearchQuery } from '../../language/retrieval/search-query.ts';
import { bestSentence, type FoundSentence } from '../../language/retrieval/sentence.ts';
import type { ArticleHit, MarkedText } from '../found.ts';

/** The sentence of an article with most of a search, without those that have or are in `hidden` words; null for none. */
export function sentenceOf(
	{ paragraphs, language }: Article,
	query: SearchQuery,
	hidden: readonly string[],
): ArticleHit['sentence'] {
	const found = bestSentence(paragraphs, query, language, hidden);
	return found && { paragraph: found.text, ...marked(paragraphs[found.text] ?? '', found) };
}

/** A sentence of a text with the places found in it: of those that overlap the first. */
export function marked(text: string, { start, end, marks }: FoundSentence): MarkedText {
	let last = start;
	const apart = marks.filter((mark) => {
		const isApart = mark.start >= last;
		if (isApart) last = mark.end;
		return isApart;
	});
	return {
		text: text.slice(start, end),
		marks: apart.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
	};
}
