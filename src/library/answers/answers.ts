import type { KeptArticle } from '../../article.ts';
import { bold, UserError } from '../../errors.ts';
import { pickComments } from '../../language/comments.ts';
import { foldedKey } from '../../language/fold.ts';
import type { Cache } from '../cache/cache.ts';
import type { AnswerKind } from '../cache/stores.ts';
import type { SeenView } from '../corrections/view.ts';
import type { ArticleLine, Library, LibraryState, QuoteAnswer } from '../library.ts';
import { soughtWords } from './about.ts';
import { answerBrief } from './brief.ts';
import { findArticle } from './find-article.ts';
import { correctedTopic, findTopic } from './find-topic.ts';
import { withFormer } from './former.ts';
import { Changed, keptAnswers } from './kept.ts';
import { findQuotation } from './quotation.ts';
import { answerQuotes } from './quotes.ts';
import { quotesLike } from './quotes-like.ts';
import { openReadings, type Readings } from './readings.ts';
import { answerRelated } from './related.ts';
import { answerSearch } from './search.ts';
import { speakersOfArticle, speakersOfLibrary, statusOfLibrary } from './speakers.ts';
import { answerAlsoIn, answerStories } from './stories.ts';
import { suggestArticles, suggestSpeakers, suggestTopics } from './suggest.ts';
import { suggestAbout } from './suggest-about.ts';

/** No article has the id that was asked for. */
interface Absent {
	readonly absent: true;
}

/** An article's id is not folded. */
const id = /^[\w-]{4,32}$/u;

/** What was asked for, in a form that all ways to type it share, so that they share an answer. */
function same(typed: string | undefined): string | null {
	const text = typed?.trim();
	return text === undefined
		? null
		: id.test(text)
			? text.toLowerCase()
			: foldedKey(text.slice(0, mostTyped)) || text;
}

/** How many characters of what was typed are looked at. */
const mostTyped = 1_000;
/** In lists: topics of the library, articles on a topic. More than anybody pages through. */
const mostListed = 1_000;
/** Months, and topics of each. */
const overTime = { months: 120, topics: 5 };
/** Comments in one answer. */
const mostComments = 100;

/** The article as it was when each of the quotations in an answer was read; none where it has none. */
function linesIn(answer: object): readonly ArticleLine[] {
	if (!('groups' in answer && 'total' in answer)) return [];
	const { groups, partly, former } = answer as QuoteAnswer;
	if (former.length > 0) return [];
	return [...groups, ...partly].flatMap(({ utterances }) => utterances.map(({ article }) => article));
}

/** What an answer about an article changes with, besides the others. */
const editionOf = ({ id, revision, shelf, changedAt }: ArticleLine) => [id, revision, shelf, changedAt];

/**
 * The library's answers to one server, from what it sees of the archive, with a cache in front. Answers about one
 * article are cached under its shelf, id, revision and last change, those about many under the view's generation, or
 * with what they depend on (kept.ts). They are never shared with a server that sees something else, also not where it
 * comes to see something else between the key and the answer.
 * @param waiting what is not read yet. @param readings what was worked out of articles before.
 */
export function answersFrom(
	archive: SeenView,
	cache: Cache,
	waiting: () => LibraryState['waiting'] = () => null,
	readings: Readings = openReadings(),
): Library {
	const { unchanged, ofLibrary, ofSeen } = keptAnswers(archive, cache);
	const ofArticle = <Answer extends object>(
		kind: AnswerKind,
		wanted: string | undefined,
		asked: readonly unknown[],
		answer: (line: ArticleLine) => Promise<Answer>,
	): Promise<Answer> =>
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
		});

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
	const lineOf = async (wanted?: string): Promise<ArticleLine> => {
		const typed = wanted?.trim() ?? '';
		const exact = id.test(typed) ? await lineWith(typed) : null;
		return exact ?? ofLibrary('line', [same(wanted)], () => findArticle(archive, wanted));
	};
	const bodyOf = async ({ id, headline }: ArticleLine): Promise<KeptArticle> => {
		const article = await archive.article(id);
		if (!article) throw new UserError([bold(headline), ' was just removed from the library.']);
		return article;
	};

	return {
		edition: () => archive.edition(),
		generation: () => archive.generation(),
		article: async (wanted) => bodyOf(await lineOf(wanted)),
		brief: (wanted) =>
			ofArticle('brief', wanted, [], async (line) => answerBrief(archive, await bodyOf(line), line)),
		async change(wanted, number) {
			const line = await lineOf(wanted);
			const { answerChange } = await import('./changes.ts');
			return answerChange(archive, await bodyOf(line), line, number);
		},
		async quotes(query) {
			const { article, speaker, about } = query;
			const asked = [same(speaker), about === undefined ? null : soughtWords(about).toSorted()];
			const answer = (line: ArticleLine | null, seen = archive) =>
				withFormer(seen, query, line, () => answerQuotes(seen, query, line));
			if (article === undefined) return ofSeen('quotes', asked, (seen) => answer(null, seen));
			// Slips in sought words are corrected by the words of everything that is seen.
			return ofArticle(
				'quotes',
				article,
				about === undefined ? asked : [...asked, archive.generation()],
				(line) => answer(line),
			);
		},
		async quotation(reference) {
			const { speakerKey: _, ...utterance } = await findQuotation(archive, reference);
			return utterance;
		},
		topics: () =>
			ofLibrary('topics', [], async () => {
				const found = await archive.topics(mostListed + 1);
				const topics = found.slice(0, mostListed).map(({ topic, articles }) => ({ topic, articles }));
				return { topics, more: found.length > mostListed };
			}),
		articlesOn: (topic) =>
			ofLibrary('topics', [same(topic)], async () => {
				const found = await findTopic(archive, topic);
				const articles = await archive.linesByTopic(found.key, mostListed);
				const months = await archive.monthsOf('topic', found.key);
				const corrected = correctedTopic(topic, found);
				return { topic: found.topic, corrected, total: found.articles, articles, months };
			}),
		topicMonths: () =>
			ofLibrary('topics', ['months'], async () => ({ months: await archive.monthsOfTopics(overTime) })),
		async speakers(wanted, page) {
			if (wanted === undefined) return ofLibrary('speakers', [page], () => speakersOfLibrary(archive, page));
			return unchanged(async () => {
				const line = await lineOf(wanted);
				return ofSeen('speakers', [page, ...editionOf(line)], async (seen) => {
					const found = await speakersOfArticle(seen, readings, line, page);
					const now = await archive.line(line.id);
					if (now?.revision !== line.revision || now.shelf !== line.shelf) throw new Changed();
					return found;
				});
			});
		},
		async related(wanted) {
			const line = await lineOf(wanted);
			return ofSeen('topics', ['related', ...editionOf(line)], (seen) => answerRelated(seen, readings, line));
		},
		async alsoIn(wanted) {
			const line = await lineOf(wanted);
			return ofSeen('stories', editionOf(line), (seen) => answerAlsoIn(seen, readings, line));
		},
		stories: (ids) => ofLibrary('stories', [ids], () => answerStories(archive, readings, ids)),
		comments: ({ article, sort, seed }) =>
			ofArticle('comments', article, [sort, sort === 'sample' ? seed : 0], async (line) => {
				const { comments, language } = await bodyOf(line);
				return {
					article: line,
					total: line.counts.comments,
					comments: pickComments(comments, { sort, seed, limit: mostComments, language }),
				};
			}),
		search: (request) => ofLibrary('search', [request], () => answerSearch(archive, request)),
		ask: (question, article) => {
			const asked = [question.trim()];
			const answer = async (line: ArticleLine | null) => {
				// Loaded at first use, as all that reads whole articles: it takes long, and a start does not need it.
				const { answerQuestion } = await import('./ask.ts');
				return answerQuestion(archive, question, line);
			};
			return article === undefined
				? ofLibrary('ask', asked, () => answer(null))
				: ofArticle('ask', article, asked, answer);
		},
		line: (id) => archive.line(id),
		latest: (limit) => ofLibrary('latest', [limit], () => archive.latest(limit)),
		added: (since, limit) => archive.added(since, limit),
		suggestArticles: (typed, limit) =>
			ofLibrary('suggestions', ['article', same(typed), limit], () => suggestArticles(archive, typed, limit)),
		suggestSpeakers: (typed, limit, article) =>
			ofSeen('suggestions', ['speaker', same(typed), limit, same(article)], (seen) =>
				suggestSpeakers(seen, typed, limit, article),
			),
		suggestAbout: (typed, limit, within) =>
			ofLibrary('suggestions', ['about', typed, limit, same(within.speaker), same(within.article)], () =>
				suggestAbout(archive, typed, limit, within),
			),
		quotesLike: (typed, limit, within) =>
			ofLibrary('quotesLike', [typed, limit, same(within.speaker), same(within.article)], () =>
				quotesLike(archive, typed, limit, within),
			),
		suggestTopics: (typed, limit, article) =>
			ofLibrary('suggestions', ['topic', same(typed), limit, same(article)], () =>
				suggestTopics(archive, typed, limit, article),
			),
		status: async () => ({
			...(await ofLibrary('status', [], () => statusOfLibrary(archive))),
			waiting: waiting(),
		}),
	};
}
