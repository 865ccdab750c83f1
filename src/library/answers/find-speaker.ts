import { distance } from 'fastest-levenshtein';
import { typed as asTyped, UserError } from '../../errors.ts';
import { foldedKey, typedWords, words } from '../../language/fold.ts';
import type { ArticleView, KnownSpeaker } from '../../stores/articles.ts';
import type { CorrectedWord } from '../found.ts';
import type { ArticleLine } from '../library.ts';
import { listed, mostNamed, perhaps } from './say.ts';
import { correctedWords, nearest } from './slips.ts';

/** A part of a name that fits more speakers than this is taken for those quoted most. */
const mostSpeakers = 25;

/**
 * The speakers that a member means by any part of a name, within one article or the library, most quoted first.
 * @throws UserError where none fits, naming the nearest.
 */
export async function findSpeakers(
	archive: ArticleView,
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
	throw await refusal(archive, wanted, typed, article);
}

/**
 * What is to be said where a name was only found with slips put right: none where one of the speakers has it as it was
 * typed, whole or begun.
 */
export function correctedName(wanted: string, speakers: readonly KnownSpeaker[]): CorrectedWord[] {
	const typed = typedWords(wanted).filter((word) => !titles.has(word));
	const hasAll = ({ speaker }: KnownSpeaker) => {
		const name = words(speaker);
		return typed.every((word) => name.some((part) => part.startsWith(word)));
	};
	if (speakers.length === 0 || speakers.some(hasAll)) return [];
	const taken = speakers.slice(0, mostNamed).map(({ speaker }) => speaker);
	return [{ typed: wanted, taken: taken.join(', '), of: 'speaker' }];
}

/** Of those that fit, the best: the exact name, else all typed words in full, else as beginnings. */
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

async function likeInLibrary(archive: ArticleView, typed: readonly string[]): Promise<KnownSpeaker[]> {
	const found = await archive.speakersByWords(typed, 'all', mostSpeakers);
	if (found.length > 0) return found;
	const corrected = await correctedWords(archive, 'speaker', typed, true);
	if (!corrected) return [];
	const near = await archive.speakersByWords(corrected, 'all', mostSpeakers);
	return near.filter(({ speaker }) => !isAnothers(typed, words(speaker)));
}

/** Short words that go with any name. */
const titles = new Set('mr ms mrs dr sir'.split(' '));

/**
 * Whether one of the short words, which are corrected by leaving them out, is a name of somebody else: "Ada Quillon" is
 * not Desmond Quill, "Jon Marsh" may be John Marsh.
 */
function isAnothers(typed: readonly string[], name: readonly string[]): boolean {
	return typed.some(
		(word) =>
			word.length < 4 &&
			!titles.has(word) &&
			!name.some((part) => part.startsWith(word) || distance(part, word) < 2),
	);
}

/** Speakers from a short list whose names have all typed words, whole or begun; with slips if need be. */
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

/** Names the speakers whose names are near what was typed; without any, says how to see who is quoted. */
async function refusal(
	archive: ArticleView,
	wanted: string,
	typed: readonly string[],
	article: ArticleLine | null,
): Promise<UserError> {
	const where = article ? 'in this article' : 'in the library';
	const all = article ? await archive.speakersIn(article.id) : await archive.speakers(1);
	if (all.length === 0) return new UserError(`Nobody is quoted ${where}.`);
	const near = article
		? all.filter(({ speaker }) => typed.some((word) => isIn(words(speaker), word)))
		: typed.length === 0
			? []
			: await archive.speakersByWords(typed, 'any', mostNamed);
	const quoted = listed(all.slice(0, mostNamed).map(({ speaker }) => speaker));
	const named = perhaps(
		near.map(({ speaker }) => speaker),
		article ? ['Quoted most are ', ...quoted, '.'] : ['/quotes without a speaker shows who is quoted.'],
	);
	return new UserError([
		'No speaker called ',
		asTyped(wanted),
		`: nobody of that name is quoted ${where}. `,
		...named,
	]);
}

/** Whether a name has a typed word, whole, begun or with slips. */
function isIn(name: readonly string[], word: string): boolean {
	return name.some((part) => part.startsWith(word)) || nearest(word, name, true) !== null;
}
