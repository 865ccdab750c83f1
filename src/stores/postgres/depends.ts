import type { ArticleView } from '../articles.ts';
import { markOf } from './marks.ts';

/** The marks of one answer, by what was asked; null where any change may change it. */
type OfAnswer<Question> = Question extends (...given: infer Given) => Promise<infer Answer>
	? (given: Given, answer: Answer, isOfOneShelf: boolean) => readonly number[] | null
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
	speakersByWords([words, match, limit], found, isOfOneShelf) {
		const [first] = words;
		if (first === undefined || match === 'any') return null;
		// Others may be quoted more than those that are given some day, and on another shelf be named otherwise.
		if (found.length >= limit && !isOfOneShelf) return null;
		// Whoever is new among them has each of the words, and so has whoever is quoted again; those that were found may be
		// quoted under other names.
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

/** @param question the name of a method of the view. @param isOfOneShelf whether no more than one is seen. */
export function dependsOn(
	question: string,
	given: readonly unknown[],
	answer: unknown,
	isOfOneShelf: boolean,
): readonly number[] | null {
	if (!Object.hasOwn(ofEach, question)) return null;
	// The name determines the types.
	const ofAnswer = ofEach[question as keyof ArticleView] as OfAnswer<
		(...given: unknown[]) => Promise<unknown>
	>;
	return ofAnswer([...given], answer, isOfOneShelf);
}
