import { setImmediate as pause } from 'node:timers/promises';
import { words } from '../../language/fold.ts';
import type { SearchQuery } from '../../language/retrieval/search-query.ts';
import { hasForbidden } from '../../language/retrieval/sentence.ts';
import type { SearchScope } from '../../stores/search.ts';
import type { SeenView } from '../corrections/view.ts';
import type { ArticleHit, SearchAnswer, SearchRequest } from '../found.ts';
import type { FoundUtterance } from '../library.ts';
import { findingWords } from './found.ts';
import { sentenceOf } from './found-sentence.ts';
import { nothingFound } from './one-search.ts';
import type { MeantSpeakers } from './search-quotes.ts';
import { tellingWords } from './telling-words.ts';

const shown = { quotes: 3, articles: 2 };
/** Words that the nearest is found by. */
const mostWords = 4;

/** Where nothing has all of what was looked for: what has most and the rarest of its words. */
export async function nearestHits(
	archive: SeenView,
	query: SearchQuery,
	request: SearchRequest,
	speakers: MeantSpeakers | null,
	filters: SearchScope,
): Promise<Pick<SearchAnswer, 'quotes' | 'articles' | 'comments'>> {
	const phrased = query.phrases.flatMap((phrase) => phrase.words.flatMap(({ folded }) => words(folded)));
	const all = tellingWords([...query.words.map(({ word }) => word), ...phrased]);
	// Each word costs a search, and the longest mostly say most.
	const sought = all.toSorted((one, other) => other.length - one.length).slice(0, mostWords);
	const isFiltered = Object.keys(filters).length > 0;
	const like =
		request.in === 'articles' || request.in === 'comments' || isFiltered
			? []
			: (
					await archive.utterancesLike({
						words: sought,
						...(speakers && { speakers: speakers.keys }),
						limit: shown.quotes,
					})
				).found;
	const finding = findingWords();
	const allowed = like.filter(({ utterance: { parts } }) =>
		parts.every(({ kind, text }) => kind !== 'said' || !hasForbidden(text, query)),
	);
	const quotes = allowed.map(({ utterance }): FoundUtterance => {
		const { speakerKey: _, ...rest } = utterance;
		return { ...rest, found: { words: finding(utterance, sought).words, around: [] } };
	});
	const lines =
		request.in === 'quotes' || request.in === 'comments' || isFiltered || speakers !== null
			? []
			: await archive.articlesLike(sought, shown.articles);
	const articles: ArticleHit[] = [];
	const loose = {
		words: sought.map((word) => ({ word, begun: false })),
		phrases: [],
		without: [],
		withoutPhrases: [],
	};
	for (const line of lines) {
		await pause();
		const article = await archive.article(line.id);
		const hidden = (await archive.hiddenIn?.(line.id)) ?? [];
		const sentence = article && sentenceOf(article, loose, hidden);
		if (sentence && !article.paragraphs.some((text) => hasForbidden(text, query)))
			articles.push({ article: line, sentence });
	}
	return {
		quotes: { hits: quotes, total: quotes.length, more: false, pages: 1 },
		articles: { hits: articles, total: articles.length, more: false, pages: 1 },
		comments: nothingFound,
	};
}
