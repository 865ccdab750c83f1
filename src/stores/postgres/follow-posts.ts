import type { ClaimedPost, FollowStore, NewsArticle, NewsQuery, PostKey, SettledPost } from '../follows.ts';
import { hasBot } from '../removed-servers.ts';
import { type Clock, timeOf } from './clock.ts';
import type { Database } from './database.ts';
import { dayMs, ofPost, selectFollows, valuesOf } from './follow-tables.ts';
import type { Generations } from './generations.ts';
import type { Queries } from './queries.ts';
import { shelvesSeenBy } from './shelves.ts';
import type { Writing } from './transactions.ts';

type PostMethods = Pick<FollowStore, 'due' | 'claim' | 'plan' | 'settle' | 'news'>;

const mostDue = 500;
/** Of more articles that arrived at once, the last ones are looked through. */
const mostLooked = 5_000;
/** Longer than any lease and any pause: an end further away was written before the clock was set back. */
const longest = 2 * 3_600_000;

/** Whether a row of `follow_posts` is up for claiming. */
const isFree = (
	now: string,
) => `(p.holder IS NULL OR p.lease_until <= ${now} OR p.lease_until > ${now} + ${longest})
	AND (p.retry_at <= ${now} OR p.retry_at > ${now} + ${longest})`;
/** Whether a follow has something to look for: one told once a day at its hour, the other with each arrival. */
const isDue = (now: string) => `f.ended IS NULL AND f.next_at <= ${now} AND (
	f.pace = 'daily' OR f.covered < (SELECT value::bigint FROM meta WHERE name = 'sequence')) AND ${hasBot('f.server')}`;

export function postgresFollowPosts(database: Database, generations: Generations, clock: Clock): PostMethods {
	return {
		due: () =>
			database.all<PostKey>(
				`SELECT DISTINCT f.member, f.target FROM follows AS f
					LEFT JOIN follow_posts AS p ON p.member = f.member AND p.target = f.target
				WHERE ${isDue(clock())} AND (p.member IS NULL OR ${isFree(clock())})
				UNION SELECT p.member, p.target FROM follow_posts AS p WHERE p.plan IS NOT NULL AND ${isFree(clock())}
				LIMIT ${mostDue}`,
			),
		claim: (key, { holder, leaseMs }) =>
			database.write(async (writing): Promise<ClaimedPost | null> => {
				const claimed = await writing.get<Omit<ClaimedPost, 'follows'>>(
					`INSERT INTO follow_posts AS p
						(member, target, number, holder, lease_until, attempts, since, retry_at)
					VALUES (?, ?, 1, ?, ${clock()} + ?::bigint, 1, ${clock()}, 0)
					ON CONFLICT (member, target) DO UPDATE SET holder = excluded.holder,
						lease_until = excluded.lease_until, attempts = p.attempts + 1,
						since = CASE WHEN p.attempts = 0 THEN excluded.since ELSE p.since END
					WHERE ${isFree(clock())}
					RETURNING number, attempts, since, plan`,
					...valuesOf(key),
					holder,
					leaseMs,
				);
				if (!claimed) return null;
				const where = `${ofPost} AND ended IS NULL AND next_at <= ${clock()} AND ${hasBot('follows.server')}`;
				return { ...claimed, follows: await selectFollows(writing, where, ...valuesOf(key)) };
			}),
		plan: async (key, plan, { holder, leaseMs }) =>
			(await database.change(
				`UPDATE follow_posts SET plan = ?, lease_until = ${clock()} + ?::bigint WHERE ${ofPost} AND holder = ?`,
				plan,
				leaseMs,
				...valuesOf(key),
				holder,
			)) > 0,
		settle: (key, holder, settled) =>
			database.write(async (writing) => settle(writing, key, holder, settled, await timeOf(writing, clock))),
		news: (query) => news(database, generations, query),
	};
}

async function settle(
	writing: Writing,
	key: PostKey,
	holder: string,
	settled: SettledPost,
	now: number,
): Promise<boolean> {
	if ('retryIn' in settled) {
		const sql = `UPDATE follow_posts SET holder = NULL, retry_at = ? WHERE ${ofPost} AND holder = ?`;
		return (await writing.run(sql, now + settled.retryIn, ...valuesOf(key), holder)) > 0;
	}
	const changes = await writing.run(
		`UPDATE follow_posts SET holder = NULL, retry_at = 0, attempts = 0, plan = NULL, number = number + ?
		WHERE ${ofPost} AND holder = ?`,
		settled.posted ? 1 : 0,
		...valuesOf(key),
		holder,
	);
	if (changes === 0) return false;
	// In one order, so that two members' posts never wait for each other.
	for (const { id, upTo, told } of settled.covered.toSorted((a, b) => a.id - b.id)) {
		await writing.run(
			`UPDATE follows SET covered = greatest(covered, ?),
				next_at = CASE WHEN pace = 'daily' AND next_at <= ?::bigint
					THEN next_at + ${dayMs}::bigint * (1 + (?::bigint - next_at) / ${dayMs}) ELSE next_at END
			WHERE id = ?`,
			upTo,
			now,
			now,
			id,
		);
		await writing.run(
			`INSERT INTO follow_told (follow, article, at) SELECT ?, article, ? FROM unnest(?::text[]) AS t (article)
			ON CONFLICT DO NOTHING`,
			id,
			now,
			told,
		);
	}
	return true;
}

const has = {
	speaker: `SELECT 1 FROM utterances AS u JOIN speakers AS s ON s.number = u.speaker
		WHERE u.article = a.number AND s.key = ANY (?::text[])`,
	topic: `SELECT 1 FROM article_topics AS x JOIN topics AS t ON t.number = x.topic
		WHERE x.article = a.number AND t.key = ANY (?::text[])`,
};

/** New articles are few, so each is looked at, instead of all that a speaker ever said. */
async function news(
	queries: Pick<Queries, 'all'>,
	generations: Generations,
	{ follow, keys, after, upTo, limit }: NewsQuery,
): Promise<readonly NewsArticle[]> {
	const arrived: NewsArticle[] = [];
	for (const { shelf } of shelvesSeenBy(generations, follow.server)) {
		const rows = await queries.all<NewsArticle>(
			`SELECT id AS article, arrival AS number FROM (
				SELECT id, number, arrival FROM articles
				WHERE shelf = ? AND arrival > ? AND arrival <= ? ORDER BY arrival DESC LIMIT ${mostLooked}
			) AS a WHERE EXISTS (${has[follow.kind]})
				AND NOT EXISTS (SELECT 1 FROM follow_told WHERE follow = ? AND article = a.id)
			ORDER BY arrival DESC LIMIT ?`,
			shelf,
			after,
			upTo,
			keys,
			follow.id,
			limit,
		);
		arrived.push(...rows);
	}
	const once = new Map(arrived.sort((a, b) => a.number - b.number).map((one) => [one.article, one]));
	return [...once.values()].reverse().slice(0, limit);
}
