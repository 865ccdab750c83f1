import type { ClaimedPost, FollowStore, NewsArticle, NewsQuery, PostKey, SettledPost } from '../follows.ts';
import { hasBot } from '../removed-servers.ts';
import type { Database } from './database.ts';
import { dayMs, ofPost, selectFollows, valuesOf } from './follow-tables.ts';
import { pairOf, shelvesSeenBy } from './shelves.ts';

type PostMethods = Pick<FollowStore, 'due' | 'claim' | 'plan' | 'settle' | 'news'>;

const mostDue = 500;
/** Of more articles that arrived at once, the last ones are looked through. */
const mostLooked = 5_000;
/** Longer than any lease and any pause: an end further away was written before the clock was set back. */
const longest = 2 * 3_600_000;

/** Whether a row of `follow_posts` is up for claiming. */
const isFree = `(p.holder IS NULL OR p.lease_until <= ? OR p.lease_until > ?)
	AND (p.retry_at <= ? OR p.retry_at > ?)`;
const freeAt = (now: number) => [now, now + longest, now, now + longest] as const;
/** Whether a follow has something to look for: one told once a day at its hour, the other with each arrival. */
const isDue = `f.ended IS NULL AND f.next_at <= ? AND (f.pace = 'daily' OR f.covered < ?) AND ${hasBot('f.server')}`;

export function sqliteFollowPosts(database: Database, clock: () => number): PostMethods {
	const lastArrival = () =>
		database.get<{ value: number }>("SELECT value FROM meta WHERE name = 'sequence'")?.value ?? 0;
	return {
		async due() {
			const now = clock();
			return database.all<PostKey>(
				`SELECT DISTINCT f.member, f.target FROM follows AS f
					LEFT JOIN follow_posts AS p ON p.member = f.member AND p.target = f.target
				WHERE ${isDue} AND (p.member IS NULL OR ${isFree})
				UNION SELECT p.member, p.target FROM follow_posts AS p WHERE p.plan IS NOT NULL AND ${isFree}
				LIMIT ${mostDue}`,
				now,
				lastArrival(),
				...freeAt(now),
				...freeAt(now),
			);
		},
		claim: (key, { holder, leaseMs }) =>
			database.write((): ClaimedPost | null => {
				const now = clock();
				const claimed = database.get<Omit<ClaimedPost, 'follows'>>(
					`INSERT INTO follow_posts AS p
						(member, target, number, holder, lease_until, attempts, since, retry_at)
					VALUES (?, ?, 1, ?, ?, 1, ?, 0)
					ON CONFLICT (member, target) DO UPDATE SET holder = excluded.holder,
						lease_until = excluded.lease_until, attempts = attempts + 1,
						since = CASE WHEN attempts = 0 THEN excluded.since ELSE since END
					WHERE ${isFree}
					RETURNING number, attempts, since, plan`,
					...valuesOf(key),
					holder,
					now + leaseMs,
					now,
					...freeAt(now),
				);
				if (!claimed) return null;
				const follows = selectFollows(
					database,
					`${ofPost} AND ended IS NULL AND next_at <= ? AND ${hasBot('follows.server')}`,
					...valuesOf(key),
					now,
				);
				return { ...claimed, follows };
			}),
		plan: (key, plan, { holder, leaseMs }) =>
			database.write(
				() =>
					database.run(
						`UPDATE follow_posts SET plan = ?, lease_until = ? WHERE ${ofPost} AND holder = ?`,
						plan,
						clock() + leaseMs,
						...valuesOf(key),
						holder,
					).changes > 0,
			),
		settle: (key, holder, settled) => database.write(() => settle(database, key, holder, settled, clock())),
		news: async (query) => news(database, query),
	};
}

function settle(
	database: Database,
	key: PostKey,
	holder: string,
	settled: SettledPost,
	now: number,
): boolean {
	if ('retryIn' in settled) {
		const sql = `UPDATE follow_posts SET holder = NULL, retry_at = ? WHERE ${ofPost} AND holder = ?`;
		return database.run(sql, now + settled.retryIn, ...valuesOf(key), holder).changes > 0;
	}
	const { changes } = database.run(
		`UPDATE follow_posts SET holder = NULL, retry_at = 0, attempts = 0, plan = NULL, number = number + ?
		WHERE ${ofPost} AND holder = ?`,
		settled.posted ? 1 : 0,
		...valuesOf(key),
		holder,
	);
	if (changes === 0) return false;
	for (const { id, upTo, told } of settled.covered) {
		database.run(
			`UPDATE follows SET covered = max(covered, ?),
				next_at = CASE WHEN pace = 'daily' AND next_at <= ?
					THEN next_at + ${dayMs} * (1 + (? - next_at) / ${dayMs}) ELSE next_at END
			WHERE id = ?`,
			upTo,
			now,
			now,
			id,
		);
		for (const article of told)
			database.run('INSERT OR IGNORE INTO follow_told VALUES (?, ?, ?)', id, article, now);
	}
	return true;
}

const has = {
	speaker: `SELECT 1 FROM utterances AS u JOIN speakers AS s ON s.number = u.speaker
		WHERE u.article = a.number AND s.key IN (SELECT value FROM json_each(?))`,
	topic: `SELECT 1 FROM article_topics AS x JOIN topics AS t ON t.number = x.topic
		WHERE x.article = a.number AND t.key IN (SELECT value FROM json_each(?))`,
};

/** New articles are few, so each is looked at, instead of all that a speaker ever said. */
function news(database: Database, { follow, keys, after, upTo, limit }: NewsQuery): readonly NewsArticle[] {
	const arrived = pairOf(shelvesSeenBy(database, follow.server)).flatMap((shelf) =>
		database.all<NewsArticle>(
			`SELECT id AS article, arrival AS number FROM (
				SELECT id, number, arrival FROM articles INDEXED BY articles_by_arrival
				WHERE shelf = ? AND arrival > ? AND arrival <= ? ORDER BY arrival DESC LIMIT ${mostLooked}
			) AS a WHERE EXISTS (${has[follow.kind]})
				AND NOT EXISTS (SELECT 1 FROM follow_told WHERE follow = ? AND article = a.id)
			LIMIT ?`,
			shelf,
			after,
			upTo,
			JSON.stringify(keys),
			follow.id,
			limit,
		),
	);
	const once = new Map(arrived.sort((a, b) => a.number - b.number).map((one) => [one.article, one]));
	return [...once.values()].reverse().slice(0, limit);
}
