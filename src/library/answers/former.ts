import { UserError } from '../../errors.ts';
import { typedWords } from '../../language/fold.ts';
import type { ArticleView } from '../../stores/articles.ts';
import type { ArticleLine, FormerQuote, QuoteAnswer, QuoteQuery } from '../library.ts';
import { soughtWords } from './about.ts';

/** How many are given: the latest to be removed. */
const most = 100;

/**
 * Adds to an answer what articles said before they were changed. In the whole library only where a speaker or words
 * are asked for. A speaker with nothing but former quotations is not an unknown speaker.
 */
export async function withFormer(
	archive: ArticleView,
	query: QuoteQuery,
	article: ArticleLine | null,
	answer: () => Promise<Omit<QuoteAnswer, 'former'>>,
): Promise<QuoteAnswer> {
	const former = await formerQuotes(archive, query, article);
	try {
		return { ...(await answer()), former };
	} catch (error) {
		if (former.length === 0 || !(error instanceof UserError)) throw error;
		const about = query.about === undefined ? null : soughtWords(query.about);
		const nothing = { several: [], groups: [], total: 0, more: false, partly: [], corrected: [] };
		return { article, speaker: null, about, ...nothing, former };
	}
}

async function formerQuotes(
	archive: ArticleView,
	{ speaker, about }: QuoteQuery,
	article: ArticleLine | null,
): Promise<readonly FormerQuote[]> {
	if (article === null && speaker === undefined && about === undefined) return [];
	// It was never changed.
	if (article !== null && article.changedAt === null) return [];
	const name = speaker === undefined ? [] : typedWords(speaker);
	if (speaker !== undefined && name.length === 0) return [];
	const found = await archive.former({
		...(article && { article: article.id }),
		speaker: name,
		about: about === undefined ? [] : soughtWords(about),
		limit: most,
	});
	return found.map(({ speakerKey: _, ...quote }) => quote);
}
