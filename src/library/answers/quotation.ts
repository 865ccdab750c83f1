import { UserError } from '../../errors.ts';
import type { ArchivedUtterance, ArticleView } from '../../stores/articles.ts';
import { quotationKey, type Reference } from '../reference.ts';

/** As many of an article are looked through. */
const most = 5_000;

/**
 * The quotation that is named.
 * @throws UserError where its article is gone, or no longer has these words.
 */
export async function findQuotation(
	archive: ArticleView,
	{ article, key }: Reference,
): Promise<ArchivedUtterance> {
	const { utterances } = await archive.utterances({ article, limit: most });
	const found = utterances.find((utterance) => quotationKey(utterance) === key);
	if (found) return found;
	throw new UserError(
		(await archive.line(article)) === null
			? 'The article of this quotation is no longer in the library. Type /quote to look for another one.'
			: 'The article no longer has this quotation, or it was hidden in this server. Type /quotes to see what it has.',
	);
}
