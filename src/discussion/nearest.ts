import { words } from '../language/fold.ts';
import { mayBeOnePerson } from '../language/speakers.ts';
import type { ArticleLine, Utterance } from '../library/library.ts';
import type { ArticleView } from '../stores/articles.ts';
import type { PostedQuote } from './posted.ts';

/** Speakers of a name whose utterances are looked through. */
const mostSpeakers = 10;
const mostCharacters = 1_000;

/** What the posted name said with the most and rarest of the words; where nobody is named, what anybody said. */
export async function nearestThing(
	view: ArticleView,
	{ speaker, text }: PostedQuote,
	functionWords: ReadonlySet<string>,
	article: ArticleLine | null,
): Promise<Utterance | null> {
	const all = words(text.slice(0, mostCharacters));
	const telling = all.filter((word) => !functionWords.has(word));
	const asked = telling.length > 0 ? telling : all;
	const within = article === null ? {} : { article: article.id };
	const like = async (speakers?: readonly string[]) => {
		const query = { words: asked, ...within, ...(speakers && { speakers }), limit: 1 };
		return (await view.utterancesLike(query))[0]?.utterance ?? null;
	};
	if (speaker === null) return like();
	const known = await view.speakersByWords(words(speaker).slice(-1), 'all', mostSpeakers);
	const keys = known.filter((one) => mayBeOnePerson(speaker, one.speaker, one.role)).map(({ key }) => key);
	return keys.length === 0 ? null : like(keys);
}
