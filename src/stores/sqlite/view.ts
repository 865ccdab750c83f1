import type { Article } from '../../article.ts';
import type { Shelf } from '../../shelves.ts';
import type { ArticleView, LibraryStatus } from '../articles.ts';
import type { Database } from './database.ts';
import { formerUtterances } from './former.ts';
import { selectAdded, selectLine, selectNewest } from './lines.ts';
import { matching, mostCandidates } from './match.ts';
import { revisionsOf } from './revisions.ts';
import { findShelf, readTotals, type ShelfRange, shelvesSeenBy } from './shelves.ts';
import { speakersByWords, speakersOfArticle, speakersOfFamilies, topSpeakers } from './speakers.ts';
import { readText } from './texts.ts';
import { topicOfKey, topicsByWords, topTopics } from './topics.ts';
import { findUtterances } from './utterances.ts';
import { hasWord, wordsLike } from './words.ts';

/** How many broken files are named; an articles folder full of rubbish has more than anybody reads. */
const mostBroken = 1_000;

/** The articles that a server sees; null sees the shared shelf alone. */
export function sqliteView(database: Database, server: Shelf): ArticleView {
	const seen = () => shelvesSeenBy(database, server);
	const among = (shelves: readonly ShelfRange[]) => JSON.stringify(shelves.map(({ shelf }) => shelf));
	const numberOf = (id: string) =>
		database.get<{ number: number }>(
			'SELECT number FROM articles WHERE id = ? AND shelf IN (SELECT value FROM json_each(?))',
			id,
			among(seen()),
		)?.number;

	return {
		generation() {
			const rows = database.all<{ number: number; generation: number }>(
				`SELECT number, generation FROM shelves
				WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number`,
				among(seen()),
			);
			return rows.map(({ number, generation }) => `${number}:${generation}`).join(',');
		},

		async article(id) {
			const body = database.get<{ json: string }>(
				`SELECT b.json FROM articles AS a
				JOIN texts AS t ON t.id = a.id AND t.shelf = a.shelf AND t.revision = a.revision
				JOIN bodies AS b ON b.number = t.body WHERE a.number = ?`,
				numberOf(id) ?? null,
			);
			return body ? (JSON.parse(body.json) as Article) : null;
		},
		line: async (id) => selectLine(database, seen(), 'id', id),
		latest: async (limit) =>
			selectNewest(database, seen(), limit, ({ shelf }) => ({
				from: 'articles AS a WHERE a.shelf = ?',
				values: [shelf],
			})),
		added: async (since, limit) => database.read(() => selectAdded(database, seen(), since, limit)),
		linesByHeadline: async (folded, limit) =>
			selectNewest(database, seen(), limit, ({ shelf }) => ({
				// The planner would otherwise go through all articles in order.
				from: 'articles AS a INDEXED BY articles_by_headline WHERE a.folded = ? AND a.shelf = ?',
				values: [folded, shelf],
			})),
		linesByWords: async (words, match, limit) =>
			selectNewest(database, seen(), limit, ({ first, last }) => ({
				with: `found AS MATERIALIZED (
					SELECT rowid AS number FROM headline_search
					WHERE headline_search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ${mostCandidates}
				)`,
				from: 'found CROSS JOIN articles AS a USING (number)',
				values: [matching(words, match, match === 'all'), first, last],
			})),

		speakers: async (limit) => topSpeakers(database, seen(), limit),
		speakersByWords: async (words, match, limit) => speakersByWords(database, seen(), words, match, limit),
		speakersOfFamilies: async (families) => speakersOfFamilies(database, seen(), families),
		async speakersIn(article) {
			const number = numberOf(article);
			return number === undefined ? [] : speakersOfArticle(database, number);
		},

		topics: async (limit) => topTopics(database, seen(), limit),
		topicsByWords: async (words, match, limit) => topicsByWords(database, seen(), words, match, limit),
		topic: async (key) => topicOfKey(database, seen(), key),
		linesByTopic: async (key, limit) =>
			selectNewest(database, seen(), limit, ({ shelf }) => ({
				with: `found AS MATERIALIZED (
					SELECT article AS number FROM article_topics
					WHERE topic = (SELECT number FROM topics WHERE key = ? AND shelf = ?)
					ORDER BY moment DESC, article DESC LIMIT ?
				)`,
				from: 'found CROSS JOIN articles AS a USING (number)',
				values: [key, shelf, limit],
			})),

		hasWord: async (kind, word) => hasWord(database, seen(), kind, word),
		words: async (kind, like) => wordsLike(database, seen(), kind, like),

		utterances: async (query) => database.read(() => findUtterances(database, seen(), query)),

		async revisions(id) {
			const line = selectLine(database, seen(), 'id', id);
			const range = line && findShelf(database, line.shelf);
			if (!range) return [];
			return revisionsOf(database, range.shelf, id).map(({ revision, until }) => ({
				article: readText(database, range.shelf, id, revision),
				until,
			}));
		},
		former: async (query) => database.read(() => formerUtterances(database, seen(), query)),

		async status() {
			const shelves = seen();
			const { articles, quotes, comments, speakers } = readTotals(database, shelves);
			const broken = shelves.flatMap(({ shelf }) =>
				database.all<LibraryStatus['broken'][number]>(
					`SELECT name, reason, at FROM sources INDEXED BY broken_sources
					WHERE reason IS NOT NULL AND shelf = ? ORDER BY name LIMIT ?`,
					shelf,
					mostBroken,
				),
			);
			return { articles, quotes, speakers, comments, broken };
		},
	};
}
