import type { KeptArticle } from '../../article.ts';
import type { Shelf } from '../../shelves.ts';
import type { ArticleView, LibraryStatus } from '../articles.ts';
import { utterancesBeginning } from './beginnings.ts';
import type { Database } from './database.ts';
import { formerUtterances } from './former.ts';
import { datesOf, selectAdded, selectLine, selectNewest } from './lines.ts';
import { matching, mostCandidates } from './match.ts';
import { monthsOf, monthsOfTopics } from './months.ts';
import { articlesSharing } from './pairs.ts';
import { quotedIn } from './quoted.ts';
import { revisionsOf } from './revisions.ts';
import { articlesLike, searchArticles, searchUtterances } from './search.ts';
import { findShelf, pairOf, readTotals, shelvesSeenBy } from './shelves.ts';
import { speakers, speakersOfArticle, speakersOfFamilies } from './speakers.ts';
import { readText } from './texts.ts';
import { topicOfKey, topics } from './topics.ts';
import { findLike, findUtterances } from './utterances.ts';
import { linesWithPairs } from './with-pairs.ts';
import { hasWord, wordsLike } from './words.ts';

/** How many broken files are named; an articles folder full of rubbish has more than anybody reads. */
const mostBroken = 1_000;

const ofShared = 'SELECT generation FROM shelves WHERE number = 0';
const ofBoth = 'SELECT number, generation FROM shelves WHERE number = 0 OR server = ? ORDER BY number';

/** The articles that a server sees; null sees the shared shelf alone. */
export function sqliteView(database: Database, server: Shelf): ArticleView {
	const seen = () => shelvesSeenBy(database, server);
	const shelvesOf = (which: 'all' | 'own' = 'all') =>
		which === 'all' ? seen() : seen().filter((range) => range.server === server);
	const generation = () => {
		// Every answer asks for it, so with one query.
		if (server === null) return `0:${database.get<{ generation: number }>(ofShared)?.generation}`;
		const rows = database.all<{ number: number; generation: number }>(ofBoth, server);
		return rows.map(({ number, generation }) => `${number}:${generation}`).join(',');
	};

	return {
		// Corrections are laid over this view: src/library/corrections/view.ts.
		edition: () => '',
		generation,
		// To ask the file for an article takes no longer than to ask it for this.
		generationOf: generation,
		audience: () => pairOf(seen()).join(),

		async article(id) {
			const body = database.get<{ json: string }>(
				`SELECT b.json FROM articles AS a
				JOIN texts AS t ON t.id = a.id AND t.shelf = a.shelf AND t.revision = a.revision
				JOIN bodies AS b ON b.number = t.body WHERE a.id = ? AND a.shelf IN (?, ?)`,
				id,
				...pairOf(seen()),
			);
			return body ? (JSON.parse(body.json) as KeptArticle) : null;
		},
		line: async (id) => selectLine(database, seen(), id),
		latest: async (limit, which) =>
			selectNewest(database, shelvesOf(which), limit, ({ shelf }) => ({
				from: 'articles AS a WHERE a.shelf = ?',
				values: [shelf],
			})),
		added: async (since, limit) => database.read(() => selectAdded(database, seen(), since, limit)),
		dates: async () => datesOf(database, seen()),
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

		speakers: async (limit) => speakers.top(database, seen(), limit),
		speakersByWords: async (words, match, limit) => speakers.byWords(database, seen(), words, match, limit),
		speakersOfFamilies: async (families, alone) => speakersOfFamilies(database, seen(), families, alone),
		speakersIn: async (article) => speakersOfArticle(database, seen(), article),

		topics: async (limit) => topics.top(database, seen(), limit),
		topicsByWords: async (words, match, limit) => topics.byWords(database, seen(), words, match, limit),
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

		monthsOf: async (kind, key) => monthsOf(database, seen(), kind, key),
		quotedIn: async (keys, limit) => database.read(() => quotedIn(database, seen(), keys, limit)),
		monthsOfTopics: async (limits) => database.read(() => monthsOfTopics(database, seen(), limits)),
		linesWithEach: async (phrases, limit) =>
			phrases.map((pairs) => linesWithPairs(database, seen(), pairs, limit)),

		hasWord: async (kind, word) => hasWord(database, seen(), kind, word),
		words: async (kind, like) => wordsLike(database, seen(), kind, like),

		utterances: async (query) => database.read(() => findUtterances(database, seen(), query)),

		articlesSharing: async (query) => database.read(() => articlesSharing(database, seen(), query)),
		utterancesLike: async (query) => database.read(() => findLike(database, seen(), query)),
		searchUtterances: async (query) => database.read(() => searchUtterances(database, seen(), query)),
		searchArticles: async (part, query) => database.read(() => searchArticles(database, seen(), part, query)),
		articlesLike: async (words, limit) => database.read(() => articlesLike(database, seen(), words, limit)),
		utterancesBeginning: async (begun, limit) =>
			database.read(() => utterancesBeginning(database, seen(), begun, limit)),

		async revisions(id) {
			const line = selectLine(database, seen(), id);
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
			const totals = readTotals(database, shelves);
			const broken = shelves.flatMap(({ shelf }) =>
				database.all<LibraryStatus['broken'][number]>(
					`SELECT name, reason, at FROM sources INDEXED BY broken_sources
					WHERE reason IS NOT NULL AND shelf = ? ORDER BY name LIMIT ?`,
					shelf,
					mostBroken,
				),
			);
			const { articles, quotes, comments, speakers } = totals;
			return { articles, quotes, speakers, comments, broken };
		},
	};
}
