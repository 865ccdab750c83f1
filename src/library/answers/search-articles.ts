import { setImmediate as pause } from 'node:timers/promises';
import type { Article } from '../../article.ts';
import type { SoughtPhrase } from '../../language/retrieval/search-query.ts';
import { bestSentence, countFound, hasForbidden, phraseRanges } from '../../language/retrieval/sentence.ts';
import type { ArticleLine } from '../../stores/articles.ts';
import type { ArticleHit, CommentHit, FoundPage } from '../found.ts';
import { marked, sentenceOf } from './found-sentence.ts';
import type { Search } from './one-search.ts';

/** Articles that are looked at for a page of one kind, and beside others. */
const looked = { alone: 60, beside: 9 };
/** Comments of one article that are counted. */
const mostComments = 300;

/** A page of the articles that a search finds: those with all of it in the headline first. */
export async function foundArticles(search: Search): Promise<FoundPage<ArticleHit>> {
	const { archive, query, stored, page, onPage, isAlone } = search;
	const limit = isAlone ? looked.alone : looked.beside;
	const { found, total, more } = await archive.searchArticles('text', { ...stored, limit });
	const inHeadline = ({ headline }: ArticleLine) => countFound(headline, query);
	const ranked = found
		.map((article) => ({ article, has: inHeadline(article) }))
		.sort((one, other) => other.has - one.has)
		.map(({ article }) => article);
	const pages = Math.max(1, Math.ceil(ranked.length / onPage));
	const hits: ArticleHit[] = [];
	let left = 0;
	for (const line of ranked.slice(page * onPage, (page + 1) * onPage)) {
		// Reading each takes its time, and between them others get theirs.
		await pause();
		const article = await archive.article(line.id);
		const hidden = (await archive.hiddenIn?.(line.id)) ?? [];
		const has = (phrase: SoughtPhrase) => article !== null && hasPhrase(article, phrase);
		// The index of neighbouring words is of text and comments together.
		if (!article || !query.phrases.every(has) || query.withoutPhrases.some(has)) left++;
		else hits.push({ article: line, sentence: sentenceOf(article, query, hidden) });
	}
	return { hits, total: total - left, more, pages };
}

/** Whether a phrase stands in an article. The indexes have words and pairs of words, so that is only told by the text. */
function hasPhrase({ headline, deck, paragraphs }: Article, phrase: SoughtPhrase): boolean {
	return [headline, deck ?? '', ...paragraphs].some((text) => phraseRanges(text, phrase).length > 0);
}

/** A page of the articles with comments that a search finds, each with the comment that has most of it. */
export async function foundComments(search: Search): Promise<FoundPage<CommentHit>> {
	const { archive, query, stored, page, onPage, isAlone } = search;
	const limit = isAlone ? looked.alone : looked.beside;
	const { found, total, more } = await archive.searchArticles('comment', { ...stored, limit });
	const wanted = query.words.length + query.phrases.length;
	const hits: CommentHit[] = [];
	let left = 0;
	// One comment has to have all of it, which the index of all comments together does not say.
	for (const line of found) {
		if (hits.length >= (page + 1) * onPage) break;
		await pause();
		const article = await archive.article(line.id);
		const hit = article && commentOf(article, line, search, wanted);
		if (hit) hits.push(hit);
		else left++;
	}
	const all = Math.max(hits.length, total - left);
	const pages = Math.max(1, Math.ceil(Math.min(all, limit) / onPage));
	return { hits: hits.slice(page * onPage, (page + 1) * onPage), total: all, more, pages };
}

function commentOf(
	article: Article,
	line: ArticleLine,
	{ query }: Pick<Search, 'query'>,
	wanted: number,
): CommentHit | null {
	const having = article.comments.slice(0, mostComments).filter(({ text }) => {
		return text !== '' && countFound(text, query) === wanted && !hasForbidden(text, query);
	});
	const [first] = having;
	const sentence = first && bestSentence([first.text], query, article.language);
	if (!first || !sentence) return null;
	return {
		article: line,
		author: first.author,
		sentence: marked(first.text, sentence),
		others: having.length - 1,
	};
}
