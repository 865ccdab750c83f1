import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../article.ts';
import { UserError } from '../../errors.ts';
import type { Archive } from '../archive.ts';
import type { KnownSpeaker, KnownTopic, LibraryStatus } from '../articles.ts';
import { type Database, openDatabase, resultCode } from './database.ts';
import { sqliteFiles } from './files.ts';
import { forgetOldKept, sqliteKept } from './kept.ts';
import { newestFirst, selectLines, selectLinesWith } from './lines.ts';
import { matching, mostCandidates } from './match.ts';
import { migrate } from './migrations.ts';
import { bumpGeneration, putArticles } from './put.ts';
import { readTotals } from './totals.ts';
import { findUtterances } from './utterances.ts';
import { hasWord, wordsLike } from './words.ts';

/** The archive's name in the folder that the bot writes to. */
export const archiveName = 'verbatim.sqlite';
/** So many broken files are named; an articles folder full of rubbish has more than anybody reads. */
const mostBroken = 1_000;

/**
 * Opens the archive in a folder, both of which are made where they are missing.
 * @throws UserError where that cannot be: what is wrong with the folder or the file, and what to do.
 */
export async function openSqliteArchive(dataDir: string): Promise<Archive & { readonly database: Database }> {
	const database = openOrExplain(dataDir);
	try {
		database.hurry();
		await forgetOldKept(database);
		return sqliteArchive(database);
	} catch (error) {
		database.close();
		throw error;
	}
}

function openOrExplain(dataDir: string): Database {
	const file = join(dataDir, archiveName);
	try {
		mkdirSync(dataDir, { recursive: true });
	} catch (error) {
		throw new UserError(
			`DATA_DIR is "${dataDir}", where no folder can be made: set it to a folder that the bot may write to.`,
			{ cause: error },
		);
	}
	let database: Database | undefined;
	try {
		database = openDatabase(file);
		const refused = migrate(database);
		// The smallest write: a file system that is full or read-only shows here and not at a member's question.
		if (!refused) database.writeNow(() => database?.run('UPDATE totals SET articles = articles'));
		if (refused === null) return database;
		throw new UserError(
			refused === 'foreign'
				? `"${file}" is a database of another program: move it away, or set DATA_DIR to another folder.`
				: `"${file}" was written by a newer Verbatim: start that one, or move the file away and the articles are read afresh.`,
		);
	} catch (error) {
		database?.close();
		throw error instanceof UserError ? error : (explain(file, error) ?? error);
	}
}

function explain(file: string, error: unknown): UserError | null {
	switch (resultCode(error)) {
		case 11: // corrupt
		case 26: // not a database
		case 1: // a table that should be there is not
			return new UserError(
				`"${file}" is damaged or no archive: move it away and start again, and the articles are read afresh.`,
				{ cause: error },
			);
		case 3: // no permission
		case 8: // read-only
		case 10: // the disk gives an error
		case 14: // cannot be opened
			return new UserError(
				`"${file}" cannot be written to: let the bot write to that folder, or set DATA_DIR to another one.`,
				{ cause: error },
			);
		case 13:
			return new UserError(
				`The disk is full, so "${file}" cannot be written to: make room and start again.`,
				{
					cause: error,
				},
			);
		case 5:
		case 6:
			return new UserError(
				`"${file}" is kept locked by another program: stop that one, or set DATA_DIR to another folder.`,
				{ cause: error },
			);
		default:
			return null;
	}
}

function sqliteArchive(database: Database): Archive & { readonly database: Database } {
	const identity = database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'identity'")?.value;
	const secret = database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'secret'")?.value;
	if (identity === undefined || secret === undefined) throw new Error('The archive has lost its identity.');

	const speakerColumns = 's.key, s.name AS speaker, s.role, s.quotes';
	const topicColumns = 't.key, t.name AS topic, t.articles';
	const candidates = (kind: 'headline' | 'speaker' | 'topic') =>
		`found AS MATERIALIZED (
			SELECT rowid AS number FROM ${kind}_search WHERE ${kind}_search MATCH ?
			ORDER BY rowid DESC LIMIT ${mostCandidates}
		)`;

	return {
		...sqliteFiles(database),
		...sqliteKept(database),
		database,
		identity,
		secret,
		generation: async () =>
			database.get<{ value: number }>("SELECT value FROM meta WHERE name = 'generation'")?.value ?? 0,

		async put(records) {
			const now = new Date();
			const articles = records.map((record) => ({ record, json: JSON.stringify(record.article) }));
			await database.write(() => {
				putArticles(database, articles, now);
				bumpGeneration(database);
			});
		},

		async article(id) {
			const body = database.get<{ json: string }>(
				'SELECT json FROM bodies WHERE article = (SELECT number FROM articles WHERE id = ?)',
				id,
			);
			return body ? (JSON.parse(body.json) as Article) : null;
		},
		line: async (id) => selectLines(database, 'WHERE a.id = ?', id)[0] ?? null,
		latest: async (limit) => selectLines(database, newestFirst, limit),
		linesByHeadline: async (folded, limit) =>
			selectLines(database, `WHERE a.folded = ? ${newestFirst}`, folded, limit),
		linesByWords: async (words, match, limit) =>
			selectLinesWith(
				database,
				candidates('headline'),
				`FROM found CROSS JOIN articles AS a USING (number) ${newestFirst}`,
				matching(words, match, match === 'all'),
				limit,
			),

		speakers: async (limit) =>
			database.all<KnownSpeaker>(
				`SELECT ${speakerColumns} FROM speakers AS s ORDER BY s.quotes DESC, s.number LIMIT ?`,
				limit,
			),
		speakersByWords: async (words, match, limit) =>
			database.all<KnownSpeaker>(
				`WITH ${candidates('speaker')} SELECT ${speakerColumns}
				FROM found CROSS JOIN speakers AS s USING (number) ORDER BY s.quotes DESC, s.number LIMIT ?`,
				matching(words, match, match === 'all'),
				limit,
			),
		speakersIn: async (article) =>
			database.all<KnownSpeaker>(
				`SELECT s.key, max(u.name) AS speaker, max(u.role) AS role, count(*) AS quotes
				FROM utterances AS u JOIN speakers AS s ON s.number = u.speaker
				WHERE u.article = (SELECT number FROM articles WHERE id = ?)
				GROUP BY u.speaker ORDER BY quotes DESC, min(u.number)`,
				article,
			),

		topics: async (limit) =>
			database.all<KnownTopic>(
				`SELECT ${topicColumns} FROM topics AS t ORDER BY t.articles DESC, t.key LIMIT ?`,
				limit,
			),
		topicsByWords: async (words, match, limit) =>
			database.all<KnownTopic>(
				`WITH ${candidates('topic')} SELECT ${topicColumns}
				FROM found CROSS JOIN topics AS t USING (number) ORDER BY t.articles DESC, t.key LIMIT ?`,
				matching(words, match, match === 'all'),
				limit,
			),
		topic: async (key) =>
			database.get<KnownTopic>(`SELECT ${topicColumns} FROM topics AS t WHERE t.key = ?`, key) ?? null,
		linesByTopic: async (key, limit) =>
			selectLinesWith(
				database,
				`found AS MATERIALIZED (
					SELECT article AS number FROM article_topics
					WHERE topic = (SELECT number FROM topics WHERE key = ?)
					ORDER BY moment DESC, article DESC LIMIT ?
				)`,
				'FROM found CROSS JOIN articles AS a USING (number) ORDER BY a.moment DESC, a.number DESC',
				key,
				limit,
			),

		hasWord: async (kind, word) => hasWord(database, kind, word),
		words: async (kind, like) => wordsLike(database, kind, like),

		utterances: async (query) => database.read(() => findUtterances(database, query)),

		async status() {
			const { articles, quotes, comments } = readTotals(database);
			const speakers = database.get<{ count: number }>('SELECT count(*) AS count FROM speakers')?.count ?? 0;
			const broken = database.all<LibraryStatus['broken'][number]>(
				'SELECT name, reason, at FROM files WHERE reason IS NOT NULL ORDER BY name LIMIT ?',
				mostBroken,
			);
			return { articles, quotes, speakers, comments, broken };
		},
		close: async () => database.close(),
	};
}
