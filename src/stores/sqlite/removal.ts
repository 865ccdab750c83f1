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
import type { Database } from './database.ts';
import { recount } from './feed-tables.ts';
import { bumpGeneration, findShelf } from './shelves.ts';

/** Servers that have removed the bot, and when. */
export const removalTables =
	'CREATE TABLE removed_servers (server TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID';

/** The part of a SQLite archive that removes what servers and members have left behind. */
export function sqliteRemoval(database: Database, clock: () => number): RemovalStore {
	const run = <Counts extends object>(statements: readonly Statement<Counts>[], counts: Counts): Counts => {
		const counted = new Map<keyof Counts, number>();
		for (const { sql, values, counts: of } of statements) {
			const { changes } = database.run(sql, ...values);
			if (of !== undefined) counted.set(of, (counted.get(of) ?? 0) + changes);
		}
		return { ...counts, ...Object.fromEntries(counted) };
	};
	/** Inside a write. */
	const feedsOf = (server: string) =>
		database.all<{ feed: number }>('SELECT feed FROM feed_subscriptions WHERE server = ?', server);
	const forget = (server: string): ForgottenOfServer => {
		const feeds = feedsOf(server);
		database.run('DELETE FROM feed_subscriptions WHERE server = ?', server);
		for (const { feed } of feeds) recount(database, feed, clock());
		const range = findShelf(database, server);
		const onShelf = range === null ? noneOfServer : run(shelfStatements(range, 'rowid'), noneOfServer);
		if (range !== null) bumpGeneration(database, range);
		const rest = run(serverStatements(server), noneOfServer);
		database.run('UPDATE corrected_servers SET generation = generation + 1 WHERE server = ?', server);
		return { ...rest, articles: onShelf.articles, feeds: feeds.length };
	};
	const note = (servers: readonly string[], sql: string, ...values: number[]) =>
		database.write(() =>
			servers.filter((server) => {
				const isNew = database.run(sql, server, ...values).changes > 0;
				if (isNew) for (const { feed } of feedsOf(server)) recount(database, feed, clock());
				return isNew;
			}),
		);
	return {
		forgetServer: (server) => database.write(() => forget(server)),
		forgetMember: (member) => database.write(() => run(memberStatements(member), noneOfMember)),
		noteRemoved: (servers) => note(servers, 'INSERT OR IGNORE INTO removed_servers VALUES (?, ?)', clock()),
		noteBack: (servers) => note(servers, 'DELETE FROM removed_servers WHERE server = ?'),
		serversKept: async () => database.all<{ server: string }>(serversKept).map(({ server }) => server),
		serversRemoved: async () =>
			database
				.all<{ server: string }>('SELECT server FROM removed_servers ORDER BY server')
				.map(({ server }) => server),
		forgetOneRemoved: async (age) => {
			const due = () =>
				database.get<{ server: string }>(
					'SELECT server FROM removed_servers WHERE at <= ? ORDER BY at LIMIT 1',
					clock() - age,
				)?.server ?? null;
			if (due() === null) return null;
			return database.write(() => {
				const server = due();
				if (server !== null) forget(server);
				return server;
			});
		},
	};
}
