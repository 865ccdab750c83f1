/** The digests' part of the schema. */
export const digestTables = `
	CREATE TABLE digest_settings (
		server TEXT PRIMARY KEY,
		channel TEXT NOT NULL,
		time TEXT NOT NULL,
		zone TEXT NOT NULL,
		days INTEGER NOT NULL,
		follow TEXT NOT NULL,
		leave_out TEXT NOT NULL,
		length TEXT NOT NULL,
		role TEXT,
		apart INTEGER NOT NULL,
		quiet TEXT NOT NULL,
		first TEXT NOT NULL,
		set_by TEXT NOT NULL,
		set_at INTEGER NOT NULL,
		paused TEXT,
		paused_at INTEGER,
		covered_number INTEGER,
		covered_at INTEGER
	) WITHOUT ROWID;
	CREATE INDEX digests_by_clock ON digest_settings (zone, time) WHERE paused IS NULL;

	-- What was posted, once for each key. An entry that is neither settled nor leased is up for claiming.
	CREATE TABLE digest_ledger (
		server TEXT NOT NULL,
		date TEXT NOT NULL,
		slot TEXT NOT NULL,
		state TEXT NOT NULL,
		due_at INTEGER NOT NULL,
		channel TEXT NOT NULL,
		holder TEXT,
		lease_until INTEGER NOT NULL,
		attempts INTEGER NOT NULL,
		retry_at INTEGER,
		message TEXT,
		settled_at INTEGER,
		reason TEXT,
		plan TEXT,
		PRIMARY KEY (server, date, slot)
	) WITHOUT ROWID;
	CREATE INDEX digests_open ON digest_ledger (state) WHERE state IN ('claimed', 'waiting');
	CREATE INDEX digests_by_due ON digest_ledger (due_at);

	CREATE TABLE digest_articles (
		server TEXT NOT NULL,
		article TEXT NOT NULL,
		date TEXT NOT NULL,
		at INTEGER NOT NULL,
		PRIMARY KEY (server, article)
	) WITHOUT ROWID;
	CREATE INDEX digest_articles_by_age ON digest_articles (at);
`;

/** Who chose the role that is pinged: it is given only as long as they could give it themselves. */
export const digestRoleSetBy = `
	ALTER TABLE digest_settings ADD COLUMN role_set_by TEXT;
	UPDATE digest_settings SET role_set_by = set_by WHERE role IS NOT NULL;
`;

/** What was added lately is read in pages, however much else there is. */
export const arrivalsByAdded = 'CREATE INDEX articles_by_added ON articles (shelf, added, arrival)';
