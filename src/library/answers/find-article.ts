import { mayBeArticleId } from '../../article.ts';
import { typed as asTyped, UserError } from '../../errors.ts';
import { foldedKey, typedWords } from '../../language/fold.ts';
import type { ArticleView } from '../../stores/articles.ts';
import type { ArticleLine } from '../library.ts';
import { searchWay } from '../search-way.ts';
import { mostNamed, perhaps } from './say.ts';
import { correctedWords } from './slips.ts';
import { tellingWords } from './telling-words.ts';

/**
 * The article that a member means: an id, or words of a headline, with slips; without either the latest.
 * @throws UserError where none fits, naming the nearest; or where the library is empty.
 */
export async function findArticle(archive: ArticleView, wanted?: string): Promise<ArticleLine> {
	if (wanted === undefined || wanted.trim() === '') return latestOf(archive);
	const exact = await archive.line(wanted.trim());
	if (exact) return exact;
	// Before any search: an id that is a slip away from a word of a headline would open another article.
	if (isArticleId(wanted.trim())) throw new UserError('This article was removed from the library.');
	const typed = typedWords(wanted);
	const [found] = typed.length === 0 ? [] : await articlesLike(archive, wanted, typed, 1);
	if (found) return found;
	await latestOf(archive);
	const telling = tellingWords(typed);
	const near = telling.length === 0 ? [] : await archive.linesByWords(telling, 'any', mostNamed);
	const named = perhaps(
		near.map(({ headline }) => headline),
		['/library list shows them.'],
	);
	// Of a few ids nobody can tell whether they are words, and none is shown.
	const what = mayBeArticleId(wanted.trim())
		? ['No article is called that. ']
		: ['No article called ', asTyped(wanted), '. '];
	// Who types what an article is about, and not how it is called, finds it by its text.
	throw new UserError([...what, ...named], { ways: typed.length === 0 ? [] : [searchWay(wanted)] });
}

/** Whether a text is an id rather than words: letters and digits change more than once, unlike "summit2031". */
function isArticleId(text: string): boolean {
	return mayBeArticleId(text) && (text.match(/[a-z]+|\d+/gu)?.length ?? 0) > 2;
}

/** @throws UserError where the library is empty. */
async function latestOf(archive: ArticleView): Promise<ArticleLine> {
	const [latest] = await archive.latest(1);
	if (latest) return latest;
	throw new UserError(
		'The library holds no article yet: add one with /add, and /library list says what could not be read.',
	);
}

/** Articles whose headline is what was typed, or has all its words, with slips corrected if need be. Newest first. */
export async function articlesLike(
	archive: ArticleView,
	text: string,
	typed: readonly string[],
	limit: number,
): Promise<ArticleLine[]> {
	const exact = await archive.linesByHeadline(foldedKey(text), limit);
	if (exact.length > 0) return exact;
	const found = await archive.linesByWords(typed, 'all', limit);
	if (found.length > 0) return found;
	const corrected = await correctedWords(archive, 'headline', typed, true);
	return corrected ? archive.linesByWords(corrected, 'all', limit) : [];
}
