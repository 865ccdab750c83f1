/**
 * Shelves, and sources that hold any number of articles. A row's number says in its upper bits on which shelf it
 * lies, so a shelf is a range of numbers in every table and full-text index; all that was there is on shelf 0.
 */
export const shelfTables = `
	-- What lies on a shelf in all. "speakers" of a server's shelf are those that the shared one does not have.
	CREATE TABLE shelves (
		number INTEGER PRIMARY KEY,
		server TEXT NOT NULL UNIQUE,
		generation INTEGER NOT NULL,
		articles INTEGER NOT NULL,
		quotes INTEGER NOT NULL,
		unattributed INTEGER NOT NULL,
		comments INTEGER NOT NULL,
		speakers INTEGER NOT NULL
	);
	INSERT INTO shelves SELECT 0, '', (SELECT value FROM meta WHERE name = 'generation'),
		articles, quotes, unattributed, comments, (SELECT count(*) FROM speakers) FROM totals;
	DROP TABLE totals;
	DELETE FROM meta WHERE name = 'generation';
	-- Counts what comes in: an article's "arrival", and the order in which sources were read.
	INSERT INTO meta SELECT 'sequence', coalesce(max(number), 0) FROM articles;

	CREATE TABLE new_articles (
		number INTEGER PRIMARY KEY,
		shelf INTEGER GENERATED ALWAYS AS (number >> 32) VIRTUAL,
		id TEXT NOT NULL,
		arrival INTEGER NOT NULL,
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
		comments INTEGER NOT NULL,
		UNIQUE (id, shelf)
	);
	INSERT INTO new_articles SELECT number, id, number, revision, headline, folded, site, url, at, atIs, moment, added,
		paragraphs, quotes, speakers, comments FROM articles;
	DROP TABLE articles;
	ALTER TABLE new_articles RENAME TO articles;
	CREATE INDEX articles_by_moment ON articles (shelf, moment DESC, number DESC);
	CREATE INDEX articles_by_headline ON articles (folded, shelf);
	CREATE INDEX articles_by_arrival ON articles (shelf, arrival);

	-- Which body an article has in a revision: the one that is shown, and those that other sources hold.
	CREATE TABLE texts (
		shelf INTEGER NOT NULL,
		id TEXT NOT NULL,
		revision TEXT NOT NULL,
		body INTEGER NOT NULL,
		PRIMARY KEY (id, shelf, revision)
	) WITHOUT ROWID;
	INSERT INTO texts SELECT 0, id, revision, number FROM articles;
	ALTER TABLE bodies RENAME COLUMN article TO number;

	CREATE TABLE new_speakers (
		number INTEGER PRIMARY KEY,
		shelf INTEGER GENERATED ALWAYS AS (number >> 32) VIRTUAL,
		key TEXT NOT NULL,
		name TEXT NOT NULL,
		role TEXT,
		quotes INTEGER NOT NULL,
		articles INTEGER NOT NULL,
		UNIQUE (key, shelf)
	);
	INSERT INTO new_speakers SELECT number, key, name, role, quotes, articles FROM speakers;
	DROP TABLE speakers;
	ALTER TABLE new_speakers RENAME TO speakers;
	CREATE INDEX speakers_by_quotes ON speakers (shelf, quotes DESC, number);

	CREATE TABLE new_topics (
		number INTEGER PRIMARY KEY,
		shelf INTEGER GENERATED ALWAYS AS (number >> 32) VIRTUAL,
		key TEXT NOT NULL,
		name TEXT NOT NULL,
		articles INTEGER NOT NULL,
		UNIQUE (key, shelf)
	);
	INSERT INTO new_topics SELECT number, key, name, articles FROM topics;
	DROP TABLE topics;
	ALTER TABLE new_topics RENAME TO topics;
	CREATE INDEX topics_by_articles ON topics (shelf, articles DESC, key);

	ALTER TABLE utterances ADD COLUMN shelf INTEGER GENERATED ALWAYS AS (number >> 32) VIRTUAL;
	DROP INDEX utterances_by_moment;
	CREATE INDEX utterances_by_moment ON utterances (shelf, moment DESC, article DESC, number);

	CREATE TABLE new_words (
		shelf INTEGER NOT NULL, kind TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (shelf, kind, word)
	) WITHOUT ROWID;
	INSERT INTO new_words SELECT 0, kind, word FROM words;
	DROP TABLE words;
	ALTER TABLE new_words RENAME TO words;
	CREATE INDEX words_by_second_letter ON words (shelf, kind, substr(word, 2, 1));

	-- One row a source that was looked at ("kind" says where it comes from), and why it could not be read.
	CREATE TABLE sources (
		shelf INTEGER NOT NULL,
		kind TEXT NOT NULL,
		name TEXT NOT NULL,
		size INTEGER NOT NULL,
		modified REAL NOT NULL,
		sha256 TEXT,
		reader TEXT NOT NULL,
		reason TEXT,
		at TEXT NOT NULL,
		PRIMARY KEY (shelf, kind, name)
	) WITHOUT ROWID;
	CREATE INDEX broken_sources ON sources (shelf, name) WHERE reason IS NOT NULL;
	INSERT INTO sources SELECT 0, 'folder', name, size, modified, sha256, reader, reason, at FROM files;
	-- The articles that a source holds, each in the revision that was read from it. The one taken last is shown.
	CREATE TABLE holdings (
		shelf INTEGER NOT NULL,
		kind TEXT NOT NULL,
		source TEXT NOT NULL,
		article TEXT NOT NULL,
		revision TEXT NOT NULL,
		taken INTEGER NOT NULL,
		PRIMARY KEY (shelf, kind, source, article)
	) WITHOUT ROWID;
	CREATE INDEX holdings_by_article ON holdings (article, shelf, taken);
	INSERT INTO holdings SELECT 0, 'folder', f.name, a.id, a.revision, a.number
		FROM files AS f JOIN articles AS a ON a.id = f.article;
	INSERT INTO holdings SELECT 0, 'put', id, id, revision, number FROM articles
		WHERE id NOT IN (SELECT article FROM files WHERE article IS NOT NULL);
	DROP TABLE files;
`;
