import { UserError } from '../../errors.ts';
import { additionTables } from './additions.ts';
import { articleTables, foundUtterances, severalNames } from './article-tables.ts';
import { correctionTables } from './corrections.ts';
import type { Database } from './database.ts';
import { digestTables } from './digest-tables.ts';
import { discussionTables } from './discussions.ts';
import { explanationTables } from './explanations.ts';
import { feedTables } from './feed-tables.ts';
import { followTables } from './follow-tables.ts';
import { keptTables } from './kept.ts';
import type { Queries } from './queries.ts';
import { removalTables } from './removal.ts';
import { shardTables } from './shards.ts';
import { threadTables } from './threads.ts';

/**
 * The schema's history, oldest first. "meta" counts how many of them a database has seen. One that has been released
 * is never edited: a change is a new one at the end. Within a major version each only adds, and nothing that an older
 * version has to fill, so that two versions run side by side while processes are replaced one by one.
 */
const migrations: readonly string[] = [
	[
		articleTables,
		keptTables,
		threadTables,
		digestTables,
		discussionTables,
		correctionTables,
		followTables,
		explanationTables,
		additionTables,
		feedTables,
		shardTables,
	].join('\n'),
	removalTables,
	foundUtterances,
	severalNames,
];

/** Text sorts by its characters' numbers, as in SQLite, whatever language the database was made for. */
const inOrder = (sql: string) =>
	sql.replace(/^(\s*(?:\w+|"\w+") )text\b|([(,] ?(?:\w+|"\w+") )text\b/gmu, '$1$2text COLLATE "C"');

/** The oldest PostgreSQL that Verbatim is tested with. */
const oldest = 15;

/** @throws UserError where the server is older. */
async function checkServer(queries: Pick<Queries, 'get'>, address: string): Promise<void> {
	const found = await queries.get<{ number: number; name: string }>(
		"SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name",
	);
	if (found === undefined || found.number >= oldest * 10_000) return;
	throw new UserError(
		`The database at ${address} is PostgreSQL ${found.name}: Verbatim needs ${oldest} or newer, so upgrade it, or set STORE_URL to another.`,
	);
}

const versionOf = async (queries: Pick<Queries, 'get'>): Promise<number | 'foreign' | 'empty'> => {
	const found = await queries.get<{ ours: boolean; others: boolean }>(
		`SELECT to_regclass(current_schema() || '.meta') IS NOT NULL
				AND to_regclass(current_schema() || '.holdings') IS NOT NULL AS ours,
			EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema()) AS others`,
	);
	if (found?.ours !== true) return found?.others === true ? 'foreign' : 'empty';
	const row = await queries.get<{ value: string }>("SELECT value FROM meta WHERE name = 'schema'");
	return row === undefined ? 'foreign' : Number(row.value);
};

/**
 * Brings a database to the newest schema, once however many processes start.
 * @param address how it is named in an error.
 * @throws UserError where it belongs to another program or a newer version, or the server is too old; then nothing is written.
 */
export async function migrate(database: Database, address: string): Promise<void> {
	const checked = (version: number | 'foreign' | 'empty'): number => {
		if (version === 'foreign') {
			throw new UserError(
				`The database at ${address} has tables of another program: give Verbatim one of its own in STORE_URL.`,
			);
		}
		if (version !== 'empty' && version > migrations.length) {
			throw new UserError(
				`The database at ${address} was written by a newer Verbatim: start that one, or set STORE_URL to another database.`,
			);
		}
		return version === 'empty' ? 0 : version;
	};
	await checkServer(database, address);
	if (checked(await versionOf(database)) === migrations.length) return;
	await database.write(async (writing) => {
		await writing.lock('schema');
		// Another process may have been faster.
		const version = checked(await versionOf(writing));
		for (const migration of migrations.slice(version)) await writing.run(inOrder(migration));
		await writing.run(
			`INSERT INTO meta VALUES ('schema', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
			String(migrations.length),
		);
	});
}
