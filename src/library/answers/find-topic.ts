import { typed as asTyped, UserError } from '../../errors.ts';
import { foldedKey, typedWords, words } from '../../language/fold.ts';
import type { ArticleView, KnownTopic } from '../../stores/articles.ts';
import type { CorrectedWord } from '../found.ts';
import { mostNamed, perhaps } from './say.ts';
import { correctedWords } from './slips.ts';
import { tellingWords } from './telling-words.ts';

const mostLike = 50;

/** The topic that a member means. @throws UserError where none fits, naming the nearest. */
export async function findTopic(archive: ArticleView, wanted: string): Promise<KnownTopic> {
	const exact = await archive.topic(foldedKey(wanted));
	if (exact) return exact;
	const typed = typedWords(wanted);
	const like = await topicsLike(archive, typed, mostLike);
	const full = like.find(({ topic }) => {
		const name = words(topic);
		return typed.every((word) => name.includes(word));
	});
	const found = full ?? like[0];
	if (found) return found;
	const telling = tellingWords(typed);
	const near = telling.length === 0 ? [] : await archive.topicsByWords(telling, 'any', mostNamed);
	if (near.length === 0 && (await archive.topics(1)).length === 0)
		throw new UserError('No topics yet: no article in the library names its topics.');
	const named = perhaps(
		near.map(({ topic }) => topic),
		['/topics lists them all.'],
	);
	throw new UserError(['No topic called ', asTyped(wanted), '. ', ...named]);
}

/** What is to be said where a topic was only found with slips put right: none where it has all words as typed or begun. */
export function correctedTopic(wanted: string, { topic }: KnownTopic): CorrectedWord[] {
	const name = words(topic);
	const isMeant =
		foldedKey(wanted) === foldedKey(topic) ||
		typedWords(wanted).every((word) => name.some((part) => part.startsWith(word)));
	return isMeant ? [] : [{ typed: wanted, taken: topic, of: 'topic' }];
}

/** Topics with all typed words, the last one perhaps only begun; with slips corrected if need be. Most common first. */
export async function topicsLike(
	archive: ArticleView,
	typed: readonly string[],
	limit: number,
): Promise<KnownTopic[]> {
	if (typed.length === 0) return [];
	const found = await archive.topicsByWords(typed, 'all', limit);
	if (found.length > 0) return found;
	const corrected = await correctedWords(archive, 'topic', typed, true);
	return corrected ? archive.topicsByWords(corrected, 'all', limit) : [];
}
