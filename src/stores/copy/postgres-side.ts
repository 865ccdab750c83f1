import { UserError } from '../../errors.ts';
import { checkAddress } from '../postgres/address.ts';
import { explainOpening } from '../postgres/archive.ts';
import { type Database, openDatabase } from '../postgres/database.ts';
import { indexTexts } from '../postgres/indexed.ts';
import { migrate } from '../postgres/migrations.ts';
import type { Writing } from '../postgres/transactions.ts';
import { progressTable, type Side, type Step, type Table } from './side.ts';

/** The archive in a database. @throws UserError where it cannot be opened, or is to be read and is not there. */
export async function postgresSide(url: string, use: 'from' | 'to'): Promise<Side> {
	const address = checkAddress(url);
	const database = openDatabase(url);
	try {
		if (use === 'from' && !(await hasTable(database, 'holdings')))
			throw new UserError(`There is no archive at ${address} to copy.`);
		await migrate(database, address);
	} catch (error) {
		await database.close();
		throw explainOpening(address, error);
	}
	return {
		address,
		all: (sql, ...values) => database.all(sql, ...values),
		tables: () => tablesOf(database),
		fillsItself: new Set(),
		isUnfinished: () => hasTable(database, progressTable),
		apply: (steps) =>
			database.write(async (writing) => {
				for (const step of steps) await apply(writing, step);
			}),
		async finish() {
			await countOn(database);
			await database.change('ANALYZE');
		},
		close: () => database.close(),
	};
}

/** Whether a table is there. */
async function hasTable(database: Database, name: string): Promise<boolean> {
	const found = await database.get<{ there: boolean }>(
		"SELECT to_regclass(current_schema() || '.' || ?::text) IS NOT NULL AS there",
		name,
	);
	return found?.there === true;
}

async function tablesOf(database: Database): Promise<Table[]> {
	const rows = await database.all<{ name: string; columns: string[]; key: string[] }>(
		`SELECT c.relname AS name,
			array(SELECT attname::text FROM pg_attribute
				WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
			array(SELECT a.attname::text FROM pg_index AS i, unnest(i.indkey) WITH ORDINALITY AS k (number, at)
				JOIN pg_attribute AS a ON a.attnum = k.number
				WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid ORDER BY k.at) AS key
		FROM pg_class AS c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
			AND c.relname NOT LIKE '%\\_search' AND c.relname NOT IN ('meta', ?) ORDER BY c.relname`,
		progressTable,
	);
	// When a shelf was changed last is for processes that look for it, and a trigger fills which speakers have several names.
	return rows.map(({ columns, ...rest }) => ({
		...rest,
		columns: columns.filter(
			(name) => (rest.name === 'revisions' || name !== 'changed') && name !== 'several',
		),
	}));
}

async function apply(writing: Writing, step: Step): Promise<void> {
	if ('sql' in step) await writing.run(step.sql, ...step.values);
	else if ('searched' in step) await indexTexts(writing, step.searched);
	else if ('meta' in step) {
		await writing.run(
			'INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
			step.meta,
			step.value,
		);
	} else {
		const { table, columns, rows } = step;
		const names = columns.map((column) => `"${column}"`).join(', ');
		// JSON, since it has a type for each column of the table. It takes no U+0000, as text does not.
		const json = JSON.stringify(rows, (_, value: unknown) =>
			typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value,
		);
		await writing.run(
			`INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${table}, ?::json)`,
			json,
		);
	}
}

/** New rows of tables that are numbered by the database come after those that were copied. */
async function countOn(database: Database): Promise<void> {
	const numbered = await database.all<{ table: string; column: string }>(
		`SELECT c.relname AS "table", a.attname AS "column" FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
		WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attidentity <> ''`,
	);
	for (const { table, column } of numbered) {
		await database.change(
			`SELECT setval(pg_get_serial_sequence('${table}', '${column}'),
				(SELECT coalesce(max(${column}), 0) + 1 FROM ${table}), false)`,
		);
	}
}
