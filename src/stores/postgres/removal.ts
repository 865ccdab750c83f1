import type { ForgottenOfServer, RemovalStore } from '../removal.ts';
import {
	memberStatements,
	noneOfMember,
	noneOfServer,
	type Statement,
	serverStatements,
	serversKept,
	shelfStatements,
} from '../removal-statements.ts';
import { writingArticles } from './articles-lock.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { lockOfFeeds, recount } from './feed-tables.ts';
import type { Generations } from './generations.ts';
import { findShelf } from './shelves.ts';
import type { Writing } from './transactions.ts';

/** Servers that have removed the bot, and when. */
export const removalTables = 'CREATE TABLE removed_servers (server text PRIMARY KEY, at bigint NOT NULL);';

/** The part of a PostgreSQL archive that removes what servers and members have left behind. */
export function postgresRemoval(database: Database, generations: Generations, clock: Clock): RemovalStore {
	const run = async <Counts extends object>(
		writing: Writing,
		statements: readonly Statement<Counts>[],
		counts: Counts,
	): Promise<Counts> => {
		const counted = new Map<keyof Counts, number>();
		for (const { sql, values, counts: of } of statements) {
			const changes = await writing.run(sql, ...values);
			if (of !== undefined) counted.set(of, (counted.get(of) ?? 0) + changes);
		}
		return { ...counts, ...Object.fromEntries(counted) };
	};
	/** Inside a write with the lock of feeds. */
	const feedsOf = (writing: Writing, server: string) =>
		writing.all<{ feed: number }>('SELECT feed FROM feed_subscriptions WHERE server = ?', server);
	/** Inside a write of articles. */
	const forget = async (writing: Writing, server: string): Promise<ForgottenOfServer> => {
		await writing.lock(lockOfFeeds);
		await writing.lock(`corrections ${server}`);
		const feeds = await feedsOf(writing, server);
		await writing.run('DELETE FROM feed_subscriptions WHERE server = ?', server);
		for (const { feed } of feeds) await recount(writing, feed, clock());
		const range = await findShelf(writing, server);
		const onShelf =
			range === null ? noneOfServer : await run(writing, shelfStatements(range, 'number'), noneOfServer);
		if (range !== null) await generations.raise(writing, range);
		const rest = await run(writing, serverStatements(server), noneOfServer);
		if (rest.corrections > 0) await generations.raise(writing, { corrections: server });
		return { ...rest, articles: onShelf.articles, feeds: feeds.length };
	};
	const note = (servers: readonly string[], sql: string) =>
		database.write(async (writing) => {
			await writing.lock(lockOfFeeds);
			const noted: string[] = [];
			for (const server of servers) {
				if ((await writing.run(sql, server)) === 0) continue;
				noted.push(server);
				for (const { feed } of await feedsOf(writing, server)) await recount(writing, feed, clock());
			}
			return noted;
		});
	const list = async (sql: string) =>
		(await database.all<{ server: string }>(sql)).map(({ server }) => server);
	return {
		forgetServer: (server) => writingArticles(database, (writing) => forget(writing, server)),
		forgetMember: (member) =>
			database.write((writing) => run(writing, memberStatements(member), noneOfMember)),
		noteRemoved: (servers) =>
			note(servers, `INSERT INTO removed_servers VALUES (?, ${clock()}) ON CONFLICT DO NOTHING`),
		noteBack: (servers) => note(servers, 'DELETE FROM removed_servers WHERE server = ?'),
		serversKept: () => list(serversKept),
		serversRemoved: () => list('SELECT server FROM removed_servers ORDER BY server'),
		async forgetOneRemoved(age) {
			const due = `SELECT server FROM removed_servers WHERE at <= ${clock()} - ?::bigint ORDER BY at LIMIT 1`;
			if ((await database.get(due, age)) === undefined) return null;
			return writingArticles(database, async (writing) => {
				const found = await writing.get<{ server: string }>(due, age);
				if (found === undefined) return null;
				await forget(writing, found.server);
				return found.server;
			});
		},
	};
}
