import type { AddingRules, Addition, AdditionStore } from '../additions.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Queries, Value } from './queries.ts';
import { nameOf } from './shelves.ts';

/** What members added: the shared shelf is the server ''. */
export const additionTables = `
	CREATE TABLE additions (
		server text NOT NULL,
		name text NOT NULL,
		article text NOT NULL,
		kind text NOT NULL,
		address text,
		member text NOT NULL,
		at bigint NOT NULL,
		fetched bigint NOT NULL,
		joined bigint NOT NULL,
		PRIMARY KEY (server, name, article)
	);
	CREATE INDEX additions_by_article ON additions (server, article);
	CREATE INDEX additions_by_age ON additions (server, at DESC);
	-- How often members added something today; rows of other days are deleted with the next one.
	CREATE TABLE additions_today (
		server text NOT NULL,
		member text NOT NULL,
		day text NOT NULL,
		used bigint NOT NULL,
		PRIMARY KEY (server, member)
	);
	CREATE TABLE adding_rules (
		server text PRIMARY KEY, who text NOT NULL, role text, daily bigint
	);
`;

type Row = Omit<Addition, 'joined'> & { readonly joined: number };

const columns = `name, kind, address, article, nullif(member, '') AS member, at, fetched AS "fetchedAt", joined`;
const additionOf = (row: Row): Addition => ({ ...row, joined: row.joined === 1 });

/** The part of a PostgreSQL archive that keeps what members added. */
export function postgresAdditions(database: Database, clock: Clock): AdditionStore {
	const today = () => `to_char(to_timestamp(${clock()} / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
	const select = async (queries: Pick<Queries, 'all'>, rest: string, ...values: Value[]) => {
		const rows = await queries.all<Row>(
			`SELECT ${columns} FROM additions WHERE server = ? ${rest}`,
			...values,
		);
		return rows.map(additionOf);
	};

	return {
		async put(shelf, additions) {
			await database.write(async (writing) => {
				for (const { name, article, kind, address, member, joined } of additions) {
					await writing.run(
						`INSERT INTO additions (server, name, article, kind, address, member, joined, at, fetched)
						VALUES (?, ?, ?, ?, ?, ?, ?, ${clock()}, ${clock()})
						ON CONFLICT (server, name, article) DO UPDATE SET kind = excluded.kind, address = excluded.address,
							member = excluded.member, joined = excluded.joined, at = excluded.at, fetched = excluded.fetched`,
						...[nameOf(shelf), name, article, kind, address, member ?? '', joined ? 1 : 0],
					);
				}
			});
		},
		async fetched(shelf, name) {
			const sql = `UPDATE additions SET fetched = ${clock()} WHERE server = ? AND name = ?`;
			await database.change(sql, nameOf(shelf), name);
		},
		named: (shelf, name) => select(database, 'AND name = ? ORDER BY at, article', nameOf(shelf), name),
		of: (shelf, articles) =>
			select(database, 'AND article = ANY (?::text[]) ORDER BY at, name', nameOf(shelf), articles),
		list: (shelf, { articles, offset, limit }) =>
			database.read(async (queries) => {
				const among = articles === undefined ? '' : 'AND article = ANY (?::text[])';
				const given = [nameOf(shelf), ...(articles === undefined ? [] : [articles])];
				const total = await queries.get<{ count: number }>(
					`SELECT count(*) AS count FROM additions WHERE server = ? ${among}`,
					...given,
				);
				const inOrder = `${among} ORDER BY at DESC, name, article LIMIT ? OFFSET ?`;
				return {
					additions: await select(queries, inOrder, ...given, limit, offset),
					total: total?.count ?? 0,
				};
			}),
		remove: (shelf, article) =>
			database.write(async (writing) => {
				const found = await select(writing, 'AND article = ? ORDER BY at, name', nameOf(shelf), article);
				await writing.run('DELETE FROM additions WHERE server = ? AND article = ?', nameOf(shelf), article);
				return found;
			}),
		spend: (shelf, member, most) =>
			database.write(async (writing) => {
				const server = nameOf(shelf);
				// Counting and adding are one step, whoever else adds something to this shelf.
				await writing.lock(`additions ${server}`);
				const used = await writing.get<{ member: number; server: number }>(
					`SELECT coalesce(sum(used) FILTER (WHERE member = ?), 0) AS member, coalesce(sum(used), 0) AS server
					FROM additions_today WHERE server = ? AND day = ${today()}`,
					member,
					server,
				);
				if ((used?.member ?? 0) >= most.member) return 'member';
				if ((used?.server ?? 0) >= most.server) return 'server';
				await writing.run(`DELETE FROM additions_today WHERE day <> ${today()} AND server = ?`, server);
				await writing.run(
					`INSERT INTO additions_today AS t VALUES (?, ?, ${today()}, 1)
					ON CONFLICT (server, member) DO UPDATE SET used = t.used + 1`,
					server,
					member,
				);
				return null;
			}),
		rules: async (server) =>
			(await database.get<AddingRules>(
				'SELECT who, role, daily FROM adding_rules WHERE server = ?',
				server,
			)) ?? null,
		async setRules(server, { who, role, daily }) {
			await database.change(
				`INSERT INTO adding_rules VALUES (?, ?, ?, ?)
				ON CONFLICT (server) DO UPDATE SET who = excluded.who, role = excluded.role, daily = excluded.daily`,
				...[server, who, role, daily],
			);
		},
	};
}
