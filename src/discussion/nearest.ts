import { words } from '../language/fold.ts';
import { emptyWords as saysNothing } from '../language/function-words.ts';
import { mostLike, rankByLikeness } from '../language/retrieval/likeness/likeness.ts';
import { likeWords } from '../language/retrieval/likeness/message.ts';
import { stemOf } from '../language/retrieval/text-words.ts';
import { mayBeOnePerson } from '../language/speakers.ts';
import { type ArticleLine, saidIn, type Utterance } from '../library/library.ts';
import type { ArticleView } from '../stores/articles.ts';
import type { PostedQuote } from './posted.ts';

/** Speakers of a name whose utterances are looked through. */
const mostSpeakers = 10;

/**
 * What the posted name said with the most and rarest of the words; where nobody is named, what anybody said. Null for
 * words like "the", which anything has.
 */
export async function nearestThing(
	view: ArticleView,
	{ speaker, text }: PostedQuote,
	functionWords: ReadonlySet<string>,
	article: ArticleLine | null,
): Promise<Utterance | null> {
	const asked = likeWords(text, functionWords);
	// A few words do not tell their language, so those of every language count here.
	const telling = new Set(asked.filter((word) => !saysNothing.has(word)).map(stemOf));
	if (telling.size === 0) return null;
	const within = article === null ? {} : { article: article.id };
	const like = async (speakers?: readonly string[]) => {
		const query = { words: asked, ...within, ...(speakers && { speakers }), limit: mostLike.found };
		const { found: like, rarity } = await view.utterancesLike(query);
		// The store finds by the text around an utterance and by words that say nothing, too.
		const found = like.filter(({ utterance }) =>
			saidIn(utterance).some((said) => words(said).some((word) => telling.has(stemOf(word)))),
		);
		const candidates = found.map(({ utterance: { parts, article: line }, shared }) => {
			return { text: parts.map((part) => part.text).join(' '), headline: line.headline, shared };
		});
		return found[rankByLikeness(text, candidates, rarity, functionWords)[0] ?? -1]?.utterance ?? null;
	};
	if (speaker === null) return like();
	const known = await view.speakersByWords(words(speaker).slice(-1), 'all', mostSpeakers);
	const keys = known.filter((one) => mayBeOnePerson(speaker, one.speaker, one.role)).map(({ key }) => key);
	return keys.length === 0 ? null : like(keys);
}
