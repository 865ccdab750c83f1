import { monthTables } from './months.ts';
import { searchTables } from './search-tables.ts';

/**
 * The articles and what was found in them, in tables and columns that have the same names as SQLite's. A row's number
 * says in its upper bits on which shelf it lies, so a shelf is a range of numbers. All text sorts by its characters'
 * numbers: see `migrations.ts`.
 */
export const articleTables = `
	CREATE TABLE meta (name text PRIMARY KEY, value text NOT NULL);
	-- Counts what comes in: an article's "arrival", and the order in which sources were read.
	INSERT INTO meta VALUES
		('identity', substr(replace(gen_random_uuid()::text, '-', ''), 1, 16)),
		('secret', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')),
		('sequence', '0');

	-- What lies on a shelf in all. "speakers" of a server's shelf are those that the shared one does not have.
	-- "changed" is for processes that look what is new.
	CREATE TABLE shelves (
		number bigint PRIMARY KEY,
		server text NOT NULL UNIQUE,
		generation bigint NOT NULL,
		articles bigint NOT NULL,
		quotes bigint NOT NULL,
		unattributed bigint NOT NULL,
		comments bigint NOT NULL,
		speakers bigint NOT NULL,
		changed timestamptz NOT NULL DEFAULT clock_timestamp()
	) WITH (fillfactor = 50);
	CREATE INDEX shelves_by_change ON shelves (changed);
	INSERT INTO shelves VALUES (0, '', 0, 0, 0, 0, 0, 0);

	-- A line of a list. The article itself lies in bodies, so that lists read little.
	CREATE TABLE articles (
		number bigint PRIMARY KEY,
		shelf bigint GENERATED ALWAYS AS (number >> 32) STORED,
		id text NOT NULL,
		arrival bigint NOT NULL,
		revision text NOT NULL,
		headline text NOT NULL,
		folded text NOT NULL,
		site text,
		url text,
		at text NOT NULL,
		"atIs" text NOT NULL,
		moment bigint NOT NULL,
		added text NOT NULL,
		paragraphs bigint NOT NULL,
		quotes bigint NOT NULL,
		speakers bigint NOT NULL,
		comments bigint NOT NULL,
		"changedAt" text,
		unsure bigint NOT NULL DEFAULT 0,
		UNIQUE (id, shelf)
	);
	CREATE INDEX articles_by_moment ON articles (shelf, moment DESC, number DESC);
	-- An index holds no text of any length: of two headlines with one beginning the column decides.
	CREATE INDEX articles_by_headline ON articles (left(folded, 300), shelf);
	CREATE INDEX articles_by_arrival ON articles (shelf, arrival);
	CREATE INDEX articles_by_added ON articles (shelf, added, arrival);

	CREATE TABLE bodies (number bigint PRIMARY KEY, json text NOT NULL);
	-- Which body an article has in a revision: the one that is shown, and those that other sources hold.
	CREATE TABLE texts (
		shelf bigint NOT NULL,
		id text NOT NULL,
		revision text NOT NULL,
		body bigint NOT NULL,
		PRIMARY KEY (id, shelf, revision)
	);

	-- Speakers are joined across articles by their key; the counts are kept with every change.
	CREATE TABLE speakers (
		number bigint PRIMARY KEY,
		shelf bigint GENERATED ALWAYS AS (number >> 32) STORED,
		key text NOT NULL,
		name text NOT NULL,
		role text,
		quotes bigint NOT NULL,
		articles bigint NOT NULL,
		UNIQUE (key, shelf)
	);
	CREATE INDEX speakers_by_quotes ON speakers (shelf, quotes DESC, number);
	CREATE TABLE utterances (
		number bigint PRIMARY KEY,
		shelf bigint GENERATED ALWAYS AS (number >> 32) STORED,
		article bigint NOT NULL,
		moment bigint NOT NULL,
		speaker bigint,
		name text,
		role text,
		cue text,
		paragraph bigint NOT NULL,
		kind text NOT NULL,
		parts text NOT NULL,
		fragment text,
		begins text
	);
	CREATE INDEX utterances_by_article ON utterances (article, number);
	CREATE INDEX utterances_by_moment ON utterances (shelf, moment DESC, article DESC, number);
	CREATE INDEX utterances_by_speaker ON utterances (speaker, moment DESC, article DESC, number);
	CREATE INDEX utterances_by_beginning ON utterances (begins, shelf) WHERE begins IS NOT NULL;

	CREATE TABLE topics (
		number bigint PRIMARY KEY,
		shelf bigint GENERATED ALWAYS AS (number >> 32) STORED,
		key text NOT NULL,
		name text NOT NULL,
		articles bigint NOT NULL,
		UNIQUE (key, shelf)
	);
	CREATE INDEX topics_by_articles ON topics (shelf, articles DESC, key);
	CREATE TABLE article_topics (
		article bigint NOT NULL,
		topic bigint NOT NULL,
		moment bigint NOT NULL,
		PRIMARY KEY (article, topic)
	);
	CREATE INDEX articles_by_topic ON article_topics (topic, moment DESC, article DESC);

	-- Every folded word of headlines, speakers and topics, and the longer ones of utterances, against which slips are
	-- corrected.
	CREATE TABLE words (
		shelf bigint NOT NULL, kind text NOT NULL, word text NOT NULL, PRIMARY KEY (shelf, kind, word)
	);
	CREATE INDEX words_by_second_letter ON words (shelf, kind, substr(word, 2, 1));

	-- One row a source that was looked at ("kind" says where it comes from), and why it could not be read.
	CREATE TABLE sources (
		shelf bigint NOT NULL,
		kind text NOT NULL,
		name text NOT NULL,
		size bigint NOT NULL,
		modified double precision NOT NULL,
		sha256 text,
		reader text NOT NULL,
		reason text,
		at text NOT NULL,
		PRIMARY KEY (shelf, kind, name)
	);
	CREATE INDEX broken_sources ON sources (shelf, name) WHERE reason IS NOT NULL;
	-- The articles that a source holds, each in the revision that was read from it. The one taken last is shown.
	CREATE TABLE holdings (
		shelf bigint NOT NULL,
		kind text NOT NULL,
		source text NOT NULL,
		article text NOT NULL,
		revision text NOT NULL,
		taken bigint NOT NULL,
		PRIMARY KEY (shelf, kind, source, article)
	);
	CREATE INDEX holdings_by_article ON holdings (article, shelf, taken);

	-- A revision that was shown until its source changed. The text lies in texts and bodies. "changed" puts them in
	-- order.
	CREATE TABLE revisions (
		shelf bigint NOT NULL,
		article text NOT NULL,
		revision text NOT NULL,
		until text NOT NULL,
		changed bigint NOT NULL,
		PRIMARY KEY (article, shelf, revision)
	);
	-- Utterances that an article does not have any more, with the last moment at which it had them.
	CREATE TABLE former_utterances (
		number bigint PRIMARY KEY,
		shelf bigint GENERATED ALWAYS AS (number >> 32) STORED,
		article text NOT NULL,
		until text NOT NULL,
		"speakerKey" text,
		speaker text,
		role text,
		cue text,
		paragraph bigint NOT NULL,
		kind text NOT NULL,
		parts text NOT NULL
	);
	CREATE INDEX former_utterances_by_article ON former_utterances (article, shelf, number);
	${monthTables}
	${searchTables}
`;

/**
 * What decides about an utterance that a word has found, in an index, so that hundreds of rows need not be read for it.
 * Only rows that were vacuumed are read from an index alone.
 */
export const foundUtterances = `
	CREATE INDEX utterances_found ON utterances (number) INCLUDE (article, moment, speaker);
	ALTER TABLE utterances SET (autovacuum_vacuum_insert_scale_factor = 0.02);
`;

/**
 * Whether a speaker's family (the key up to its first slash) has other names, on any shelf: most have none, and then
 * nobody has to look for them. It stays where the others go. A trigger keeps it, so that an older version needs not.
 */
export const severalNames = `
	ALTER TABLE speakers ADD COLUMN several boolean NOT NULL DEFAULT false;
	UPDATE speakers SET several = true WHERE split_part(key, '/', 1) IN (
		SELECT split_part(key, '/', 1) FROM speakers GROUP BY 1 HAVING min(key) <> max(key)
	);
	CREATE FUNCTION note_several_names() RETURNS trigger LANGUAGE plpgsql AS $$
		DECLARE
			family text;
		BEGIN
			FOR family IN SELECT split_part(a.key, '/', 1) FROM added AS a WHERE EXISTS (
				SELECT 1 FROM speakers AS s WHERE s.key > split_part(a.key, '/', 1) || '/'
					AND s.key < split_part(a.key, '/', 1) || '0' AND s.key <> a.key
			) LOOP
				UPDATE speakers SET several = true WHERE key > family || '/' AND key < family || '0' AND NOT several;
			END LOOP;
			RETURN NULL;
		END
	$$;
	CREATE TRIGGER speakers_several AFTER INSERT ON speakers REFERENCING NEW TABLE AS added
		FOR EACH STATEMENT EXECUTE FUNCTION note_several_names();
`;
