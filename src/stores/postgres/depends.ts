import type { ArticleView } from '../articles.ts';
import { markOf } from './marks.ts';

/** The marks of one answer, by what was asked; null where any change may change it. */
type OfAnswer<Question> = Question extends (...given: infer Given) => Promise<infer Answer>
	? (given: Given, answer: Answer) => readonly number[] | null
	: never;

const ofKeys = (keys: readonly string[]) => keys.map(markOf.speaker);
const ofArticle = ([id]: readonly [id: string]) => [markOf.article(id)];

/**
 * What an article that is added has to have, to change the answer to each question. It holds while nothing else changes
 * on the shelf: no article is replaced or removed, and none that was there before comes back.
 */
const ofEach: { readonly [Name in keyof ArticleView]?: OfAnswer<ArticleView[Name]> } = {
	article: ofArticle,
	line: ofArticle,
	speakersIn: ofArticle,
	speakersByWords([words, match, limit], found) {
		const [first] = words;
		// Of more than are given, others may be quoted more than these some day.
		if (first === undefined || match === 'any' || found.length >= limit) return null;
		// Whoever is new among them has each of the words; whoever is known may be quoted again.
		return [markOf.name(first), ...ofKeys(found.map(({ key }) => key))];
	},
	speakersOfFamilies: ([families]) => families.map(markOf.family),
	topic: ([key]) => [markOf.topic(key)],
	linesByTopic: ([key]) => [markOf.topic(key)],
	monthsOf: ([kind, key]) => [kind === 'topic' ? markOf.topic(key) : markOf.speaker(key)],
	quotedIn: ([keys]) => ofKeys(keys),
	hasWord: ([kind, word]) => (kind === 'speaker' ? [markOf.name(word)] : null),
	// An article has to have all of a phrase, so one pair of it is enough.
	linesWithEach: ([phrases]) => phrases.flatMap((pairs) => pairs.slice(0, 1).map(markOf.pair)),
	articlesLike: ([words]) => words.map(markOf.text),
	// What an article said before is of articles that were changed.
	former: () => [],
	utterances([{ article, speakers, about }]) {
		if (article !== undefined) return [markOf.article(article)];
		if (speakers === undefined && about === undefined) return null;
		// With both, the words are looked for in the latest that these speakers have said.
		return [...ofKeys(speakers ?? []), ...(about ?? []).map(markOf.said)];
	},
};

/** @param question the name of a method of the view. */
export function dependsOn(
	question: string,
	given: readonly unknown[],
	answer: unknown,
): readonly number[] | null {
	if (!Object.hasOwn(ofEach, question)) return null;
	// The name determines the types.
	const ofAnswer = ofEach[question as keyof ArticleView] as OfAnswer<
		(...given: unknown[]) => Promise<unknown>
	>;
	return ofAnswer([...given], answer);
}
