/** The digests' part of the schema. */
export const digestTables = `
	CREATE TABLE digest_settings (
		server text PRIMARY KEY,
		channel text NOT NULL,
		time text NOT NULL,
		zone text NOT NULL,
		days bigint NOT NULL,
		follow text NOT NULL,
		leave_out text NOT NULL,
		length text NOT NULL,
		role text,
		-- Who chose it: it is given only as long as they could give it themselves.
		role_set_by text,
		apart bigint NOT NULL,
		quiet text NOT NULL,
		first text NOT NULL,
		set_by text NOT NULL,
		set_at bigint NOT NULL,
		paused text,
		paused_at bigint,
		covered_number bigint,
		covered_at bigint
	);
	CREATE INDEX digests_by_clock ON digest_settings (zone, time) WHERE paused IS NULL;

	-- What was posted, once for each key. An entry that is neither settled nor leased is up for claiming.
	CREATE TABLE digest_ledger (
		server text NOT NULL,
		date text NOT NULL,
		slot text NOT NULL,
		state text NOT NULL,
		due_at bigint NOT NULL,
		channel text NOT NULL,
		holder text,
		lease_until bigint NOT NULL,
		attempts bigint NOT NULL,
		retry_at bigint,
		message text,
		settled_at bigint,
		reason text,
		plan text,
		PRIMARY KEY (server, date, slot)
	);
	CREATE INDEX digests_open ON digest_ledger (state) WHERE state IN ('claimed', 'waiting');
	CREATE INDEX digests_by_due ON digest_ledger (due_at);

	CREATE TABLE digest_articles (
		server text NOT NULL,
		article text NOT NULL,
		date text NOT NULL,
		at bigint NOT NULL,
		PRIMARY KEY (server, article)
	);
	CREATE INDEX digest_articles_by_age ON digest_articles (at);
`;
