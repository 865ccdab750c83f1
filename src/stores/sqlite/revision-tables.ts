/** What articles said before they were changed. */
export const revisionTables = `
	-- A revision that was shown until its source changed. The text lies in texts and bodies. "changed" puts them in
	-- order.
	CREATE TABLE revisions (
		shelf INTEGER NOT NULL,
		article TEXT NOT NULL,
		revision TEXT NOT NULL,
		until TEXT NOT NULL,
		changed INTEGER NOT NULL,
		PRIMARY KEY (article, shelf, revision)
	) WITHOUT ROWID;
	-- When the text that is shown was changed last; null where it never was.
	ALTER TABLE articles ADD COLUMN changedAt TEXT;

	-- Utterances that an article does not have any more, with the last moment at which it had them.
	CREATE TABLE former_utterances (
		number INTEGER PRIMARY KEY,
		shelf INTEGER GENERATED ALWAYS AS (number >> 32) VIRTUAL,
		article TEXT NOT NULL,
		until TEXT NOT NULL,
		speakerKey TEXT,
		speaker TEXT,
		role TEXT,
		cue TEXT,
		paragraph INTEGER NOT NULL,
		kind TEXT NOT NULL,
		parts TEXT NOT NULL
	);
	CREATE INDEX former_utterances_by_article ON former_utterances (article, shelf, number);
	-- Beside the words that an utterance is found by, those of the speaker's name, each behind U+E000.
	CREATE VIRTUAL TABLE former_search USING fts5 (
		text, content = '', contentless_delete = 1, detail = none,
		tokenize = 'porter unicode61 remove_diacritics 2'
	);
`;
