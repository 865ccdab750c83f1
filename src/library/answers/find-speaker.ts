import { typed as asTyped, UserError } from '../../errors.ts';
import { foldedKey, typedWords, words } from '../../language/fold.ts';
import type { ArticleStore, KnownSpeaker } from '../../stores/articles.ts';
import type { ArticleLine } from '../library.ts';
import { mostNamed, oneOf } from './say.ts';
import { mendedWords, nearest } from './slips.ts';

/** A part of a name that fits more speakers than this is taken for those quoted most. */
const mostSpeakers = 50;

/**
 * The speakers that a member means by any part of a name, within one article or the library, most quoted first.
 * @throws UserError where none is, naming the nearest.
 */
export async function findSpeakers(
	archive: ArticleStore,
	wanted: string,
	article: ArticleLine | null,
): Promise<KnownSpeaker[]> {
	const typed = typedWords(wanted);
	const found =
		typed.length === 0
			? []
			: article
				? likeIn(await archive.speakersIn(article.id), typed)
				: await likeInLibrary(archive, typed);
	if (found.length > 0) return asMeant(found, typed);
	const where = article ? 'in this article' : 'in the library';
	const near = await nearestSpeakers(archive, typed, article);
	throw new UserError(
		near.length === 0
			? `Nobody is quoted ${where}.`
			: [
					'No speaker called ',
					asTyped(wanted),
					`: nobody of that name is quoted ${where}. Perhaps `,
					...oneOf(near.map(({ speaker }) => speaker)),
					'?',
				],
	);
}

/** Of those that fit, the ones that fit best: the very name, else all typed words in full, else as beginnings. */
function asMeant(found: readonly KnownSpeaker[], typed: readonly string[]): KnownSpeaker[] {
	if (typed.length > 1) {
		const exact = found.filter(({ speaker }) => foldedKey(speaker) === typed.join(' '));
		if (exact.length > 0) return exact;
	}
	const full = found.filter(({ speaker }) => {
		const name = words(speaker);
		return typed.every((word) => name.includes(word));
	});
	return full.length > 0 ? full : [...found];
}

async function likeInLibrary(archive: ArticleStore, typed: readonly string[]): Promise<KnownSpeaker[]> {
	const found = await archive.speakersByWords(typed, 'all', mostSpeakers);
	if (found.length > 0) return found;
	const mended = await mendedWords(archive, 'speaker', typed, true);
	return mended ? archive.speakersByWords(mended, 'all', mostSpeakers) : [];
}

/** Speakers out of a short list whose names have all typed words, whole or begun; if need be with slips. */
export function likeIn(speakers: readonly KnownSpeaker[], typed: readonly string[]): KnownSpeaker[] {
	const found = speakers.filter(({ speaker }) => {
		const name = words(speaker);
		return typed.every((word) => name.some((part) => part.startsWith(word)));
	});
	if (found.length > 0) return found;
	return speakers.filter(({ speaker }) => {
		const name = words(speaker);
		return typed.every((word) => nearest(word, name, true) !== null);
	});
}

async function nearestSpeakers(
	archive: ArticleStore,
	typed: readonly string[],
	article: ArticleLine | null,
): Promise<KnownSpeaker[]> {
	if (article) return (await archive.speakersIn(article.id)).slice(0, mostNamed);
	const near = typed.length === 0 ? [] : await archive.speakersByWords(typed, 'any', mostNamed);
	return near.length > 0 ? near : archive.speakers(mostNamed);
}
