import type { KeptArticle } from '../../article.ts';
import type { Shelf } from '../../shelves.ts';
import type { ArticleView, LibraryStatus, Revision } from '../articles.ts';
import { utterancesBeginning } from './beginnings.ts';
import type { Database } from './database.ts';
import { dependsOn } from './depends.ts';
import { areFormer, formerUtterances } from './former.ts';
import type { Generations } from './generations.ts';
import { utterancesLike } from './like.ts';
import { datesOf, selectAdded, selectLine, selectNewest, selectNewestOf } from './lines.ts';
import { utterancesMatching } from './matching.ts';
import { monthsOf, monthsOfTopics } from './months.ts';
import { newest } from './newest.ts';
import { articlesSharing } from './pairs.ts';
import { quotedIn } from './quoted.ts';
import type { Remembered } from './remembered.ts';
import { revisionsOf } from './revisions.ts';
import { articlesLike, searchArticles, searchUtterances } from './search.ts';
import { nameOf, pairOf, readTotals, shelvesSeenBy } from './shelves.ts';
import { speakers, speakersOfArticle, speakersOfFamilies } from './speakers.ts';
import { matching, mostCandidates } from './terms.ts';
import { readText } from './texts.ts';
import { topicOfKey, topics } from './topics.ts';
import { findUtterances, utterancesOfArticle } from './utterances.ts';
import { linesWithEach } from './with-pairs.ts';
import { hasWord, wordsLike } from './words.ts';

/** How many broken files are named; an articles folder full of rubbish has more than anybody reads. */
const mostBroken = 1_000;

/** The articles that a server sees; null sees the shared shelf alone. */
export function postgresView(
	database: Database,
	generations: Generations,
	remembered: Remembered,
	server: Shelf,
): ArticleView {
	const seen = () => shelvesSeenBy(generations, server);
	const shelvesOf = (which: 'all' | 'own' = 'all') =>
		which === 'all' ? seen() : seen().filter((range) => range.server === server);
	const { read } = database;
	const generation = () =>
		seen()
			.map((range) => `${range.shelf}:${generations.shelf(nameOf(range.server))?.generation}`)
			.join(',');

	return {
		// Corrections are laid over this view: src/library/corrections/view.ts.
		edition: () => '',
		generation,
		watch: {
			now: generation,
			dependsOn: (question, given, answer) => dependsOn(question, given, answer, seen().length === 1),
			isUnchanged(since, marks) {
				if (marks === null) return since === generation();
				const was = new Map(since.split(',').map((one) => one.split(':') as [string, string]));
				return seen().every(
					({ shelf, server }) => generations.marked(nameOf(server), marks) <= Number(was.get(`${shelf}`)),
				);
			},
		},

		generationOf: (article) =>
			seen()
				.map((range) => `${range.shelf}:${generations.article(nameOf(range.server), article)}`)
				.join(','),

		audience: () => pairOf(seen()).join(),

		async article(id) {
			const body = await database.get<{ json: string }>(
				`SELECT b.json FROM articles AS a
				JOIN texts AS t ON t.id = a.id AND t.shelf = a.shelf AND t.revision = a.revision
				JOIN bodies AS b ON b.number = t.body WHERE a.id = ? AND a.shelf IN (?, ?) ORDER BY a.shelf LIMIT 1`,
				id,
				...pairOf(seen()),
			);
			return body ? (JSON.parse(body.json) as KeptArticle) : null;
		},
		line: (id) => selectLine(database, seen(), id),
		latest: (limit, which) =>
			selectNewest(database, shelvesOf(which), limit, ({ shelf }) => ({
				from: 'articles AS a WHERE a.shelf = ?',
				values: [shelf],
			})),
		added: (since, limit) => read((queries) => selectAdded(queries, seen(), since, limit)),
		dates: () => datesOf(database, seen()),
		linesByHeadline: (folded, limit) =>
			selectNewest(database, seen(), limit, ({ shelf }) => ({
				from: 'articles AS a WHERE left(a.folded, 300) = left(?, 300) AND a.folded = ? AND a.shelf = ?',
				values: [folded, folded, shelf],
			})),
		linesByWords: (words, match, limit) =>
			read((queries) =>
				selectNewestOf(queries, seen(), limit, (range) =>
					newest(
						queries,
						'headline',
						matching('headline', words, match, match === 'all'),
						range,
						mostCandidates,
					),
				),
			),

		speakers: (limit) => read((queries) => speakers.top(queries, seen(), limit)),
		speakersByWords: (words, match, limit) =>
			read((queries) => speakers.byWords(queries, seen(), words, match, limit)),
		async speakersOfFamilies(families, alone = 'given') {
			const shelves = seen();
			const known = remembered.alone(shelves);
			const others = alone === 'given' ? families : families.filter((family) => !known.has(family));
			return others.length === 0 ? [] : speakersOfFamilies(database, shelves, others, alone);
		},
		speakersIn: (article) => speakersOfArticle(database, seen(), article),

		topics: (limit) => read((queries) => topics.top(queries, seen(), limit)),
		topicsByWords: (words, match, limit) =>
			read((queries) => topics.byWords(queries, seen(), words, match, limit)),
		topic: (key) => topicOfKey(database, seen(), key),
		linesByTopic: (key, limit) =>
			selectNewest(database, seen(), limit, ({ shelf }) => ({
				with: `found AS MATERIALIZED (
					SELECT article AS number FROM article_topics
					WHERE topic = (SELECT number FROM topics WHERE key = ? AND shelf = ?)
					ORDER BY moment DESC, article DESC LIMIT ?
				)`,
				from: 'found JOIN articles AS a USING (number)',
				values: [key, shelf, limit],
			})),

		monthsOf: (kind, key) => monthsOf(database, seen(), kind, key),
		quotedIn: (keys, limit) => read((queries) => quotedIn(queries, seen(), keys, limit)),
		monthsOfTopics: (limits) => read((queries) => monthsOfTopics(queries, seen(), limits)),
		linesWithEach: (phrases, limit) => read((queries) => linesWithEach(queries, seen(), phrases, limit)),

		hasWord: (kind, word) => hasWord(database, seen(), kind, word),
		words: (kind, like) => wordsLike(database, seen(), kind, like),

		utterances(query) {
			const { article, speakers, about, limit } = query;
			if (article !== undefined && about === undefined)
				return utterancesOfArticle(database, seen(), { ...query, article });
			const isOfAll = article === undefined && speakers === undefined;
			const shelves = seen();
			const alone = remembered.alone(shelves);
			return isOfAll && about?.length === 1 && limit > 0
				? utterancesMatching(database, shelves, about, limit, alone)
				: read((queries) => findUtterances(queries, shelves, query, alone));
		},

		articlesSharing(query) {
			const shelves = seen();
			const ofNow = remembered.now(shelves);
			return read((queries) => articlesSharing(queries, shelves, query, ofNow, remembered.commonPairs));
		},
		utterancesLike: (query) =>
			read((queries) => utterancesLike(queries, seen(), query, remembered.commonWords)),
		searchUtterances: (query) => read((queries) => searchUtterances(queries, seen(), query)),
		searchArticles: (part, query) => read((queries) => searchArticles(queries, seen(), part, query)),
		articlesLike: (words, limit) => read((queries) => articlesLike(queries, seen(), words, limit)),
		utterancesBeginning: (begun, limit) =>
			read((queries) => utterancesBeginning(queries, seen(), begun, limit)),

		revisions: (id) =>
			read(async (queries) => {
				const shelves = seen();
				const line = await selectLine(queries, shelves, id);
				const range = line && shelves.find(({ server }) => server === line.shelf);
				if (!range) return [];
				const found: Revision[] = [];
				for (const { revision, until } of await revisionsOf(queries, range.shelf, id)) {
					found.push({ article: await readText(queries, range.shelf, id, revision), until });
				}
				return found;
			}),
		async former(query) {
			const shelves = seen();
			const areAny = await areFormer(database, shelves, query, remembered.now(shelves));
			return areAny ? read((queries) => formerUtterances(queries, seen(), query)) : [];
		},

		status: () =>
			read(async (queries) => {
				const shelves = seen();
				const { articles, quotes, comments, speakers } = await readTotals(queries, shelves);
				const broken: LibraryStatus['broken'][number][] = [];
				for (const { shelf } of shelves) {
					const rows = await queries.all<LibraryStatus['broken'][number]>(
						`SELECT name, reason, at FROM sources WHERE reason IS NOT NULL AND shelf = ? ORDER BY name LIMIT ?`,
						shelf,
						mostBroken,
					);
					broken.push(...rows);
				}
				return { articles, quotes, speakers, comments, broken };
			}),
	};
}
