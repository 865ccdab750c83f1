import type { Article, SummarySentence } from '../../article.ts';
import { beginningOf } from '../beginning.ts';
import { summaryOf } from './summary.ts';

/** How many characters of the article a summary is chosen from: news says first what matters. */
export const leading = 15_000;

/** The summary of an article, as `summaryOf` gives it. */
export function summaryOfArticle(
	article: Pick<Article, 'headline' | 'deck' | 'paragraphs' | 'quotes' | 'language'>,
): SummarySentence[] {
	const { headline, deck, language } = article;
	const paragraphs = beginningOf(article.paragraphs, leading);
	const quotes = article.quotes.filter(({ paragraph }) => paragraph < paragraphs.length);
	return summaryOf(paragraphs, { headline, deck, quotes, language });
}
