import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Database } from '../sqlite/database.ts';
import { archiveName, openOrExplain } from '../sqlite/open.ts';
import { indexTexts } from '../sqlite/put.ts';
import { progressTable, type Side, type Step, type Table } from './side.ts';

/** The archive in a folder. @throws UserError where it cannot be opened, or is to be read and is not there. */
export function sqliteSide(dataDir: string, use: 'from' | 'to'): Side {
	const file = join(dataDir, archiveName);
	if (use === 'from' && !existsSync(file))
		throw new UserError(`There is no archive in "${dataDir}" to copy.`);
	const database = openOrExplain(dataDir);
	return {
		address: `"${file}"`,
		all: async (sql, ...values) => database.all(sql, ...values),
		tables: async () => tablesOf(database),
		// By triggers.
		fillsItself: new Set(['article_months', 'speaker_months', 'topic_months']),
		isUnfinished: async () =>
			database.get('SELECT 1 FROM sqlite_schema WHERE name = ?', progressTable) !== undefined,
		apply: (steps) =>
			database.write(() => {
				for (const step of steps) apply(database, step);
			}),
		finish: async () => database.exec('ANALYZE'),
		close: async () => database.close(),
	};
}

function tablesOf(database: Database): Table[] {
	const names = database.all<{ name: string }>(
		`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
		AND name NOT LIKE 'sqlite%' AND name NOT IN ('meta', ?) ORDER BY name`,
		progressTable,
	);
	return names.map(({ name }) => {
		const columns = database.all<{ name: string; pk: number }>(
			'SELECT name, pk FROM pragma_table_xinfo(?) WHERE hidden = 0',
			name,
		);
		const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
		return { name, columns: columns.map((column) => column.name), key: key.map((column) => column.name) };
	});
}

function apply(database: Database, step: Step): void {
	if ('sql' in step) database.run(step.sql, ...step.values);
	else if ('searched' in step) indexTexts(database, step.searched);
	else if ('meta' in step) {
		const value = step.meta === 'sequence' ? Number(step.value) : step.value;
		database.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', step.meta, value);
	} else {
		const { table, columns, rows } = step;
		const names = columns.map((column) => `"${column}"`).join(', ');
		const sql = `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
		for (const row of rows) database.run(sql, ...columns.map((column) => row[column] ?? null));
	}
}
