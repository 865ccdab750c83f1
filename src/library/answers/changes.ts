import type { Article } from '../../article.ts';
import { UserError } from '../../errors.ts';
import { type ChangedParagraph, changedParagraphs, changedWords } from '../../language/changes.ts';
import type { ArticleView } from '../../stores/articles.ts';
import type { ArticleChange, ArticleLine } from '../library.ts';

/**
 * What one change of an article's text changed.
 * @param number 0 for the last change, 1 for the one before it.
 * @throws UserError where there was no such change.
 */
export async function answerChange(
	archive: ArticleView,
	article: Article,
	line: ArticleLine,
	number: number,
): Promise<ArticleChange> {
	const revisions = await archive.revisions(line.id);
	const before = revisions[number];
	const after = number === 0 ? article : revisions[number - 1]?.article;
	if (!before || !after) {
		throw new UserError(
			revisions.length === 0
				? 'The text of this article was not changed since it was added.'
				: 'That change is no longer kept: open the last one from /article.',
		);
	}
	return {
		article: line,
		at: before.until,
		number,
		changes: revisions.length,
		headline: changedLine(before.article.headline, after.headline),
		deck: changedLine(before.article.deck, after.deck),
		paragraphs: changedParagraphs(before.article.paragraphs, after.paragraphs),
	};
}

function changedLine(
	before: string | null,
	after: string | null,
): Pick<ChangedParagraph, 'before' | 'after'> | null {
	if (before === after) return null;
	if (before !== null && after !== null) return changedWords(before, after);
	const whole = (text: string | null) => (text === null ? null : [{ text, isChanged: true }]);
	return { before: whole(before), after: whole(after) };
}
