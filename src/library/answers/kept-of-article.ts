import type { Cache } from '../cache/cache.ts';
import type { AnswerKind } from '../cache/stores.ts';
import type { SeenView } from '../corrections/view.ts';
import type { ArticleLine, QuoteAnswer } from '../library.ts';
import { findArticle } from './find-article.ts';
import { Changed, type KeptAnswers } from './kept.ts';
import { isLikeId, typedKey } from './typed-key.ts';

/** How answers about one article are kept in the cache. */
export interface KeptOfArticles {
	/** The article that a member means. @throws UserError as `Library.article` does. */
	lineOf(wanted: string | undefined): Promise<ArticleLine>;
	/** An answer about that article, which is kept until the article changes. */
	ofArticle<Answer extends object>(
		kind: AnswerKind,
		wanted: string | undefined,
		asked: readonly unknown[],
		answer: (line: ArticleLine) => Promise<Answer>,
	): Promise<Answer>;
}

/** No article has the id that was asked for. */
interface Absent {
	readonly absent: true;
}

export function keptOfArticles(
	archive: SeenView,
	cache: Cache,
	{ unchanged, ofSeen }: KeptAnswers,
): KeptOfArticles {
	/**
	 * The article with this id, which most are asked for by; null where there is none, as for a headline of one word that
	 * looks like an id. Both are kept: others that come in change nothing.
	 */
	const lineWith = async (wanted: string): Promise<ArticleLine | null> => {
		const found = await unchanged((isSame) =>
			cache.remember<ArticleLine | Absent>('line', `${archive.generationOf(wanted)} ${wanted}`, async () => {
				const line = await archive.line(wanted);
				isSame();
				return line ?? { absent: true };
			}),
		);
		return 'absent' in found ? null : found;
	};
	const lineOf: KeptOfArticles['lineOf'] = async (wanted) => {
		const typed = wanted?.trim() ?? '';
		const exact = isLikeId(typed) ? await lineWith(typed) : null;
		return exact ?? ofSeen('line', [typedKey(wanted)], (seen) => findArticle(seen, wanted));
	};
	return {
		lineOf,
		ofArticle: (kind, wanted, asked, answer) =>
			unchanged(async (isSame) => {
				// Taken before the line is read, which may then be newer than its key says, never older.
				const edition = archive.edition();
				const line = await lineOf(wanted);
				const { id, revision, shelf, changedAt } = line;
				return cache.remember(
					kind,
					`${edition}:${shelf ?? ''}:${id}@${revision}@${changedAt ?? ''} ${JSON.stringify(asked)}`,
					async () => {
						const found = await answer(line);
						// An answer from a later revision must not be cached as this one's.
						const shown = linesIn(found);
						const now = shown.length === 0 ? [await archive.line(id)] : shown;
						if (now.some((one) => one?.revision !== revision || one.shelf !== shelf)) throw new Changed();
						isSame();
						return found;
					},
				);
			}),
	};
}

/** The article as it was when each of the quotations in an answer was read; none where it has none. */
function linesIn(answer: object): readonly ArticleLine[] {
	if (!('groups' in answer && 'total' in answer)) return [];
	const { groups, partly, former } = answer as QuoteAnswer;
	if (former.length > 0) return [];
	return [...groups, ...partly].flatMap(({ utterances }) => utterances.map(({ article }) => article));
}
