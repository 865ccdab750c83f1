import type { Shelf } from '../../shelves.ts';
import type { AddingRules, Addition, AdditionStore } from '../additions.ts';
import type { Database } from './database.ts';

/** What members added: the shared shelf is the server ''. */
export const additionTables = `
	CREATE TABLE additions (
		server TEXT NOT NULL,
		name TEXT NOT NULL,
		article TEXT NOT NULL,
		kind TEXT NOT NULL,
		address TEXT,
		member TEXT NOT NULL,
		at INTEGER NOT NULL,
		fetched INTEGER NOT NULL,
		joined INTEGER NOT NULL,
		PRIMARY KEY (server, name, article)
	) WITHOUT ROWID;
	CREATE INDEX additions_by_article ON additions (server, article);
	CREATE INDEX additions_by_age ON additions (server, at DESC);
	-- How often members added something today; rows of other days are deleted with the next one.
	CREATE TABLE additions_today (
		server TEXT NOT NULL,
		member TEXT NOT NULL,
		day TEXT NOT NULL,
		used INTEGER NOT NULL,
		PRIMARY KEY (server, member)
	) WITHOUT ROWID;
	CREATE TABLE adding_rules (
		server TEXT PRIMARY KEY, who TEXT NOT NULL, role TEXT, daily INTEGER
	) WITHOUT ROWID;
`;

type Row = Omit<Addition, 'joined'> & { readonly joined: number };

const columns =
	"name, kind, address, article, nullif(member, '') AS member, at, fetched AS fetchedAt, joined";
const nameOf = (shelf: Shelf): string => shelf ?? '';
const additionOf = (row: Row): Addition => ({ ...row, joined: row.joined === 1 });

/** The part of a SQLite archive that keeps what members added. */
export function sqliteAdditions(database: Database, clock: () => number): AdditionStore {
	const today = () => new Date(clock()).toISOString().slice(0, 10);
	const select = (rest: string, ...values: (string | number)[]) =>
		database.all<Row>(`SELECT ${columns} FROM additions WHERE server = ? ${rest}`, ...values).map(additionOf);
	const usedToday = (server: string, member: string | null) =>
		database.get<{ used: number }>(
			`SELECT coalesce(sum(used), 0) AS used FROM additions_today
			WHERE server = ? AND day = ? AND (?3 IS NULL OR member = ?3)`,
			...[server, today(), member],
		)?.used ?? 0;

	return {
		put: async (shelf, additions) =>
			database.write(() => {
				for (const { name, article, kind, address, member, joined } of additions) {
					database.run(
						'INSERT OR REPLACE INTO additions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
						...[nameOf(shelf), name, article, kind, address, member ?? '', clock(), clock(), joined ? 1 : 0],
					);
				}
			}),
		fetched: async (shelf, name) =>
			database.write(() => {
				const sql = 'UPDATE additions SET fetched = ? WHERE server = ? AND name = ?';
				database.run(sql, clock(), nameOf(shelf), name);
			}),
		named: async (shelf, name) => select('AND name = ? ORDER BY at, article', nameOf(shelf), name),
		of: async (shelf, articles) =>
			select(
				'AND article IN (SELECT value FROM json_each(?)) ORDER BY at, name',
				...[nameOf(shelf), JSON.stringify(articles)],
			),
		list: async (shelf, { articles, offset, limit }) => {
			const among = articles === undefined ? '' : 'AND article IN (SELECT value FROM json_each(?))';
			const given = [nameOf(shelf), ...(articles === undefined ? [] : [JSON.stringify(articles)])];
			const total = database.get<{ count: number }>(
				`SELECT count(*) AS count FROM additions WHERE server = ? ${among}`,
				...given,
			);
			return {
				additions: select(
					`${among} ORDER BY at DESC, name, article LIMIT ? OFFSET ?`,
					...given,
					limit,
					offset,
				),
				total: total?.count ?? 0,
			};
		},
		remove: (shelf, article) =>
			database.write(() => {
				const found = select('AND article = ? ORDER BY at, name', nameOf(shelf), article);
				database.run('DELETE FROM additions WHERE server = ? AND article = ?', nameOf(shelf), article);
				return found;
			}),
		spend: (shelf, member, most) =>
			database.write(() => {
				const server = nameOf(shelf);
				if (usedToday(server, member) >= most.member) return 'member';
				if (usedToday(server, null) >= most.server) return 'server';
				database.run('DELETE FROM additions_today WHERE day <> ?', today());
				database.run(
					`INSERT INTO additions_today VALUES (?, ?, ?, 1)
					ON CONFLICT (server, member) DO UPDATE SET used = used + 1`,
					...[server, member, today()],
				);
				return null;
			}),
		rules: async (server) =>
			database.get<AddingRules>('SELECT who, role, daily FROM adding_rules WHERE server = ?', server) ?? null,
		setRules: async (server, { who, role, daily }) =>
			database.write(() => {
				database.run('INSERT OR REPLACE INTO adding_rules VALUES (?, ?, ?, ?)', server, who, role, daily);
			}),
	};
}
