import type { KeptArticle } from '../../article.ts';
import { bold, UserError } from '../../errors.ts';
import { pickComments } from '../../language/comments.ts';
import type { Cache } from '../cache/cache.ts';
import type { SeenView } from '../corrections/view.ts';
import type { ArticleLine, Library, LibraryState } from '../library.ts';
import { soughtWords } from './about.ts';
import { answerBrief } from './brief.ts';
import { correctedTopic, findTopic } from './find-topic.ts';
import { withFormer } from './former.ts';
import { Changed, keptAnswers } from './kept.ts';
import { keptOfArticles } from './kept-of-article.ts';
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
import { typedKey } from './typed-key.ts';

/** In lists: topics of the library, articles on a topic. More than anybody pages through. */
const mostListed = 1_000;
/** Months, and topics of each. */
const overTime = { months: 120, topics: 5 };
/** Comments in one answer. */
const mostComments = 100;

/** What of its article an answer changes with, where it changes with others, too. */
const editionOf = ({ id, revision, shelf, changedAt }: ArticleLine) => [id, revision, shelf, changedAt];

/**
 * The library's answers to one server, from what it sees of the archive, with a cache in front. Answers about one
 * article are kept until that changes (kept-of-article.ts), those about many until something changes that they depend
 * on (kept.ts). They are never shared with a server that sees something else, also not where it comes to see something
 * else between the key and the answer.
 * @param waiting what is not read yet. @param readings what was worked out of articles before.
 */
export function answersFrom(
	archive: SeenView,
	cache: Cache,
	waiting: () => LibraryState['waiting'] = () => null,
	readings: Readings = openReadings(),
): Library {
	const kept = keptAnswers(archive, cache);
	const { unchanged, ofSeen } = kept;
	const { lineOf, ofArticle } = keptOfArticles(archive, cache, kept);
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
			const asked = [typedKey(speaker), about === undefined ? null : soughtWords(about).toSorted()];
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
			ofSeen('topics', [], async (seen) => {
				const found = await seen.topics(mostListed + 1);
				const topics = found.slice(0, mostListed).map(({ topic, articles }) => ({ topic, articles }));
				return { topics, more: found.length > mostListed };
			}),
		articlesOn: (topic) =>
			ofSeen('topics', [typedKey(topic)], async (seen) => {
				const found = await findTopic(seen, topic);
				const articles = await seen.linesByTopic(found.key, mostListed);
				const months = await seen.monthsOf('topic', found.key);
				const corrected = correctedTopic(topic, found);
				return { topic: found.topic, corrected, total: found.articles, articles, months };
			}),
		topicMonths: () =>
			ofSeen('topics', ['months'], async (seen) => ({ months: await seen.monthsOfTopics(overTime) })),
		async speakers(wanted, page) {
			if (wanted === undefined) return ofSeen('speakers', [page], (seen) => speakersOfLibrary(seen, page));
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
		stories: (ids) => ofSeen('stories', [ids], (seen) => answerStories(seen, readings, ids)),
		comments: ({ article, sort, seed }) =>
			ofArticle('comments', article, [sort, sort === 'sample' ? seed : 0], async (line) => {
				const { comments, language } = await bodyOf(line);
				return {
					article: line,
					total: line.counts.comments,
					comments: pickComments(comments, { sort, seed, limit: mostComments, language }),
				};
			}),
		search: (request) => ofSeen('search', [request], (seen) => answerSearch(seen, request)),
		ask: (question, article) => {
			const asked = [question.trim()];
			const answer = async (line: ArticleLine | null, seen = archive) => {
				// Loaded at first use, as all that reads whole articles: it takes long, and a start does not need it.
				const { answerQuestion } = await import('./ask.ts');
				return answerQuestion(seen, question, line);
			};
			return article === undefined
				? ofSeen('ask', asked, (seen) => answer(null, seen))
				: ofArticle('ask', article, asked, (line) => answer(line));
		},
		line: (id) => archive.line(id),
		latest: (limit) => ofSeen('latest', [limit], (seen) => seen.latest(limit)),
		added: (since, limit) => archive.added(since, limit),
		suggestArticles: (typed, limit) =>
			ofSeen('suggestions', ['article', typedKey(typed), limit], (seen) =>
				suggestArticles(seen, typed, limit),
			),
		suggestSpeakers: (typed, limit, article) =>
			ofSeen('suggestions', ['speaker', typedKey(typed), limit, typedKey(article)], (seen) =>
				suggestSpeakers(seen, typed, limit, article),
			),
		suggestAbout: (typed, limit, within) =>
			ofSeen(
				'suggestions',
				['about', typed, limit, typedKey(within.speaker), typedKey(within.article)],
				(seen) => suggestAbout(seen, typed, limit, within),
			),
		quotesLike: (typed, limit, within) =>
			ofSeen('quotesLike', [typed, limit, typedKey(within.speaker), typedKey(within.article)], (seen) =>
				quotesLike(seen, typed, limit, within),
			),
		suggestTopics: (typed, limit, article) =>
			ofSeen('suggestions', ['topic', typedKey(typed), limit, typedKey(article)], (seen) =>
				suggestTopics(seen, typed, limit, article),
			),
		status: async () => ({
			...(await ofSeen('status', [], (seen) => statusOfLibrary(seen))),
			waiting: waiting(),
		}),
	};
}
