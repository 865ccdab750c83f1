import { UserError } from '../../errors.ts';
import { fold, typedWords, words } from '../../language/fold.ts';
import { emptyWords } from '../../language/function-words.ts';
import type { ArticleView, UtteranceQuery } from '../../stores/articles.ts';
import type { QuoteQuery } from '../library.ts';
import { soughtWords } from './about.ts';
import { findArticle } from './find-article.ts';
import { findSpeakers } from './find-speaker.ts';

/** How many utterances' words are offered, the newest. */
const looked = 200;
/** Words of older utterances are offered too, from this many letters on; each is looked up, so only a few. */
const older = { letters: 3, offered: 5, longest: 20 };

/** Completes the last word of what is typed with words of the utterances that the others and the options pick. */
export async function suggestAbout(
	archive: ArticleView,
	typed: string,
	limit: number,
	within: Pick<QuoteQuery, 'speaker' | 'article'>,
): Promise<string[]> {
	const scope = await scopeOf(archive, within);
	if (scope === null) return [];
	const [, before = '', begun = ''] = /^(.*?)([\p{L}\p{N}\p{M}]*)$/su.exec(typed) ?? [];
	const [start = ''] = begun === '' ? [''] : typedWords(begun);
	const others = typedWords(before).length === 0 ? undefined : soughtWords(before);
	const { utterances } = await archive.utterances({
		...scope,
		...(others && { about: others }),
		limit: looked,
	});
	const counts = new Map<string, number>();
	for (const { parts } of utterances) {
		for (const word of new Set(parts.flatMap(({ text }) => words(text)))) {
			const isOffered = word.startsWith(start) && word.length > 2 && !emptyWords.has(word);
			if (isOffered && !others?.includes(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
		}
	}
	const offered = [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word);
	const isWide = others === undefined && scope.article === undefined && scope.speakers === undefined;
	if (isWide && start.length >= older.letters && offered.length < limit)
		offered.push(...(await olderWords(archive, start, new Set(offered))));
	return offered.slice(0, limit).map((word) => before + word);
}

async function olderWords(
	archive: ArticleView,
	start: string,
	known: ReadonlySet<string>,
): Promise<string[]> {
	const like = { typed: start, start: 'all letters', shortest: 4, longest: older.longest } as const;
	const begun = (await archive.words('utterance', like))
		.filter((word) => !known.has(word) && !emptyWords.has(fold(word)))
		.sort((a, b) => a.length - b.length)
		.slice(0, older.offered);
	const totals = await Promise.all(begun.map((word) => archive.utterances({ about: [word], limit: 0 })));
	return begun.filter((_, index) => (totals[index]?.total ?? 0) > 0);
}

/** Where to look; null where the other options match nothing. */
export async function scopeOf(
	archive: ArticleView,
	{ speaker, article }: Pick<QuoteQuery, 'speaker' | 'article'>,
): Promise<Pick<UtteranceQuery, 'speakers' | 'article'> | null> {
	try {
		const line = article === undefined ? null : await findArticle(archive, article);
		const speakers = speaker === undefined ? undefined : await findSpeakers(archive, speaker, line);
		return {
			...(line && { article: line.id }),
			...(speakers && { speakers: speakers.map(({ key }) => key) }),
		};
	} catch (error) {
		if (error instanceof UserError) return null;
		throw error;
	}
}
