import { typed as asTyped, UserError } from '../../errors.ts';
import { foldedKey, typedWords, words } from '../../language/fold.ts';
import type { ArticleStore, KnownTopic } from '../../stores/articles.ts';
import { mostNamed, oneOf } from './say.ts';
import { mendedWords } from './slips.ts';

const mostLike = 50;

/** The topic that a member means. @throws UserError where none is, naming the nearest. */
export async function findTopic(archive: ArticleStore, wanted: string): Promise<KnownTopic> {
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
	const some = typed.length === 0 ? [] : await archive.topicsByWords(typed, 'any', mostNamed);
	const near = some.length > 0 ? some : await archive.topics(mostNamed);
	throw new UserError(
		near.length === 0
			? 'No article in the library names its topics.'
			: ['No topic called ', asTyped(wanted), '. Perhaps ', ...oneOf(near.map(({ topic }) => topic)), '?'],
	);
}

/** Topics with all typed words, the last one perhaps only begun; if need be with slips mended. Commonest first. */
export async function topicsLike(
	archive: ArticleStore,
	typed: readonly string[],
	limit: number,
): Promise<KnownTopic[]> {
	if (typed.length === 0) return [];
	const found = await archive.topicsByWords(typed, 'all', limit);
	if (found.length > 0) return found;
	const mended = await mendedWords(archive, 'topic', typed, true);
	return mended ? archive.topicsByWords(mended, 'all', limit) : [];
}
