import { additionTables } from './additions.ts';
import { quotationColumns } from './beginnings.ts';
import { correctionTables } from './corrections.ts';
import type { Database } from './database.ts';
import { arrivalsByAdded, digestRoleSetBy, digestTables } from './digest-tables.ts';
import { discussionTables } from './discussions.ts';
import { explanationTables } from './explanations.ts';
import { feedTables } from './feed-tables.ts';
import { followTables } from './follow-tables.ts';
import { monthTables } from './months.ts';
import { pairTables } from './pairs.ts';
import { removalTables } from './removal.ts';
import { revisionTables } from './revision-tables.ts';
import { searchTables } from './search.ts';
import { shardTables } from './shards.ts';
import { shelfTables } from './shelf-tables.ts';
import { threadTables } from './threads.ts';

/**
 * The schema's history, oldest first. The archive's `user_version` counts how many of them it has seen. One that
 * has been released is never edited: a change is a new one at the end.
 */
export const migrations: readonly string[] = [
	`
	CREATE TABLE meta (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
	INSERT INTO meta VALUES ('identity', lower(hex(randomblob(8)))), ('generation', 0);

	-- Kept with every change: counting a large archive takes too long for an answer.
	CREATE TABLE totals (
		articles INTEGER NOT NULL, quotes INTEGER NOT NULL, unattributed INTEGER NOT NULL, comments INTEGER NOT NULL
	);
	INSERT INTO totals VALUES (0, 0, 0, 0);

	-- One row a file that was looked at: what it held, or why it could not be read.
	CREATE TABLE files (
		name TEXT PRIMARY KEY,
		size INTEGER NOT NULL,
		modified REAL NOT NULL,
		sha256 TEXT,
		reader TEXT NOT NULL,
		article TEXT,
		reason TEXT,
		at TEXT NOT NULL
	) WITHOUT ROWID;
	CREATE INDEX files_by_article ON files (article);
	CREATE INDEX broken_files ON files (name) WHERE reason IS NOT NULL;

	-- A line of a list. The article itself lies in bodies, so that lists read little. A number never comes back:
	-- it tells what was taken in later.
	CREATE TABLE articles (
		number INTEGER PRIMARY KEY AUTOINCREMENT,
		id TEXT NOT NULL UNIQUE,
		revision TEXT NOT NULL,
		headline TEXT NOT NULL,
		folded TEXT NOT NULL,
		site TEXT,
		url TEXT,
		at TEXT NOT NULL,
		atIs TEXT NOT NULL,
		moment INTEGER NOT NULL,
		added TEXT NOT NULL,
		paragraphs INTEGER NOT NULL,
		quotes INTEGER NOT NULL,
		speakers INTEGER NOT NULL,
		comments INTEGER NOT NULL
	);
	CREATE INDEX articles_by_moment ON articles (moment DESC, number DESC);
	CREATE INDEX articles_by_headline ON articles (folded);
	CREATE TABLE bodies (article INTEGER PRIMARY KEY, json TEXT NOT NULL);

	-- Speakers are joined across articles by their key; the counts are kept with every change.
	CREATE TABLE speakers (
		number INTEGER PRIMARY KEY,
		key TEXT NOT NULL UNIQUE,
		name TEXT NOT NULL,
		role TEXT,
		quotes INTEGER NOT NULL,
		articles INTEGER NOT NULL
	);
	CREATE INDEX speakers_by_quotes ON speakers (quotes DESC, number);
	CREATE TABLE utterances (
		number INTEGER PRIMARY KEY,
		article INTEGER NOT NULL,
		moment INTEGER NOT NULL,
		speaker INTEGER,
		name TEXT,
		role TEXT,
		cue TEXT,
		paragraph INTEGER NOT NULL,
		kind TEXT NOT NULL,
		parts TEXT NOT NULL
	);
	CREATE INDEX utterances_by_article ON utterances (article, number);
	CREATE INDEX utterances_by_moment ON utterances (moment DESC, article DESC, number);
	CREATE INDEX utterances_by_speaker ON utterances (speaker, moment DESC, article DESC, number);

	CREATE TABLE topics (
		number INTEGER PRIMARY KEY,
		key TEXT NOT NULL UNIQUE,
		name TEXT NOT NULL,
		articles INTEGER NOT NULL
	);
	CREATE INDEX topics_by_articles ON topics (articles DESC, name);
	CREATE TABLE article_topics (
		article INTEGER NOT NULL,
		topic INTEGER NOT NULL,
		moment INTEGER NOT NULL,
		PRIMARY KEY (article, topic)
	) WITHOUT ROWID;
	CREATE INDEX articles_by_topic ON article_topics (topic, moment DESC, article DESC);

	-- What is searched is folded before it comes here, so the tables need not hold it a second time.
	CREATE VIRTUAL TABLE headline_search USING fts5 (
		text, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
		tokenize = 'unicode61 remove_diacritics 2'
	);
	CREATE VIRTUAL TABLE speaker_search USING fts5 (
		text, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
		tokenize = 'unicode61 remove_diacritics 2'
	);
	CREATE VIRTUAL TABLE topic_search USING fts5 (
		text, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
		tokenize = 'unicode61 remove_diacritics 2'
	);
	CREATE VIRTUAL TABLE utterance_search USING fts5 (
		text, content = '', contentless_delete = 1, detail = none,
		tokenize = 'porter unicode61 remove_diacritics 2'
	);
	-- Every folded word of headlines, speakers and topics, against which slips are corrected.
	CREATE TABLE words (kind TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (kind, word)) WITHOUT ROWID;

	-- What does not fit into a custom id, under a short key.
	CREATE TABLE kept (key TEXT PRIMARY KEY, value TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
	CREATE INDEX kept_by_age ON kept (at);
	`,
	digestTables,
	// By the folded name, so that lower case does not come after all capitals.
	`
	DROP INDEX topics_by_articles;
	CREATE INDEX topics_by_articles ON topics (articles DESC, key);
	`,
	// Answers in a cache that others may write to are signed with it.
	`INSERT INTO meta VALUES ('secret', lower(hex(randomblob(32))));`,
	// A slip in the first letter is looked for by the second.
	'CREATE INDEX words_by_second_letter ON words (kind, substr(word, 2, 1))',
	shelfTables,
	digestRoleSetBy,
	revisionTables,
	arrivalsByAdded,
	threadTables,
	// Whether the reader was unsure of what it read.
	'ALTER TABLE articles ADD COLUMN unsure INTEGER NOT NULL DEFAULT 0',
	pairTables,
	quotationColumns,
	discussionTables,
	correctionTables,
	followTables,
	monthTables,
	searchTables,
	explanationTables,
	feedTables,
	additionTables,
	shardTables,
	removalTables,
];

/** "Vrbt": marks the file as an archive of this program, as SQLite offers for that. */
const applicationId = 0x56726274;

interface Standing {
	readonly application_id: number;
	readonly user_version: number;
	readonly tables: number;
}

/** Why a file is refused as an archive. */
export type Refusal = 'foreign' | 'newer';

/**
 * Brings an archive to the newest schema.
 * @returns why it cannot be, or null. Nothing is written into a file that is refused.
 */
export function migrate(database: Database): Refusal | null {
	const standing = () =>
		database.get<Standing>(`
			SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) AS tables
			FROM pragma_application_id, pragma_user_version`);
	const refusal = (now: Standing | undefined): Refusal | null => {
		if (!now || (now.application_id !== applicationId && now.tables > 0)) return 'foreign';
		return now.user_version > migrations.length ? 'newer' : null;
	};
	const before = standing();
	const refused = refusal(before);
	if (refused || before?.user_version === migrations.length) return refused;
	// Readers and a writer do not wait for each other; the file remembers it.
	database.exec('PRAGMA journal_mode = WAL');
	return database.writeNow(() => {
		// Another process may have been faster.
		const now = standing();
		const late = refusal(now);
		if (late || !now) return late;
		for (const migration of migrations.slice(now.user_version)) database.exec(migration);
		database.exec(`PRAGMA application_id = ${applicationId}`);
		database.exec(`PRAGMA user_version = ${migrations.length}`);
		return null;
	});
}
