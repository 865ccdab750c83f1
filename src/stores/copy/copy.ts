import { UserError } from '../../errors.ts';
import { words } from '../../language/fold.ts';
import type { RecordOf } from '../articles.ts';
import type { IndexedText } from '../indexed-text.ts';
import { type Shown, searchedOf } from './index-articles.ts';
import { progressTable, type Row, type Side, type Step, type Table } from './side.ts';

/** Rows of one transaction; bodies hold whole articles. */
const rowsAtOnce = (table: string) => (table === 'bodies' ? 100 : 1_000);
const articlesAtOnce = 20;

/** How many rows a table has on both sides. */
export interface TableCount {
	readonly table: string;
	readonly from: number;
	readonly to: number;
}

/**
 * Copies everything from one store to another, which has to be empty, or to hold a part of the same copy: it goes on
 * where it was. Nobody may use either of them meanwhile.
 * @param report is told what is being copied.
 * @throws UserError where the target holds something else.
 */
export async function copyStore(
	from: Side,
	to: Side,
	recordOf: RecordOf,
	report: (what: string) => void,
): Promise<TableCount[]> {
	if (await from.isUnfinished())
		throw new UserError(`${from.address} is only a part of a copy: finish that one first.`);
	const tables = await tablesOfBoth(from, to);
	// It may have been stopped after the end, before anybody was told.
	if (!(await to.isUnfinished()) && (await isCopied(from, to))) return countsOf(from, to, tables);
	await begin(from, to, tables);
	for (const table of tables) {
		if (to.fillsItself.has(table.name)) continue;
		report(table.name);
		await copyRows(from, to, table);
	}
	report('the search index');
	for (const kind of ['speaker', 'topic'] as const) await indexNames(to, kind);
	await indexArticles(to, recordOf);
	const values = await from.all<{ name: 'sequence' | 'reader'; value: string | number }>(
		"SELECT name, value FROM meta WHERE name IN ('sequence', 'reader')",
	);
	await to.apply(values.map(({ name, value }) => ({ meta: name, value: String(value) })));
	await to.finish();
	const counts = await countsOf(from, to, tables);
	if (counts.every((count) => count.from === count.to))
		await to.apply([
			{ sql: `DROP TABLE ${progressTable}`, values: [] },
			{ meta: 'copied', value: (await identityOf(from)) ?? '' },
		]);
	return counts;
}

const identityOf = async (side: Side) =>
	(await side.all<{ value: string }>("SELECT value FROM meta WHERE name = 'identity'"))[0]?.value;

async function isCopied(from: Side, to: Side): Promise<boolean> {
	const [copied] = await to.all<{ value: string }>("SELECT value FROM meta WHERE name = 'copied'");
	return copied !== undefined && copied.value === (await identityOf(from));
}

async function countsOf(from: Side, to: Side, tables: readonly Table[]): Promise<TableCount[]> {
	const counts: TableCount[] = [];
	for (const { name } of tables) {
		counts.push({ table: name, from: await countOf(from, name), to: await countOf(to, name) });
	}
	return counts;
}

const countOf = async (side: Side, table: string) =>
	(await side.all<{ count: number }>(`SELECT count(*) AS count FROM ${table}`))[0]?.count ?? 0;

/** The tables of both, which are the same ones: both have the newest schema. */
async function tablesOfBoth(from: Side, to: Side): Promise<readonly Table[]> {
	const there = new Map((await to.tables()).map((table) => [table.name, table]));
	const tables = await from.tables();
	for (const { name, columns } of tables) {
		const missing = columns.filter((column) => !there.get(name)?.columns.includes(column));
		if (missing.length > 0)
			throw new Error(`${to.address} lacks ${missing.join(', ')} of the table ${name}.`);
	}
	return tables;
}

async function begin(from: Side, to: Side, tables: readonly Table[]): Promise<void> {
	const [identity] = await from.all<{ value: string }>("SELECT value FROM meta WHERE name = 'identity'");
	if (await to.isUnfinished()) {
		if ((await reached(to, 'source')) === identity?.value) return;
		throw new UserError(`${to.address} holds a part of a copy of another archive: choose an empty place.`);
	}
	for (const { name } of tables) {
		const least = name === 'shelves' ? 1 : 0;
		if ((await countOf(to, name)) > least)
			throw new UserError(`${to.address} holds an archive already: choose an empty place to copy to.`);
	}
	await to.apply([
		{ sql: `CREATE TABLE ${progressTable} (name TEXT PRIMARY KEY, at TEXT NOT NULL)`, values: [] },
		{ sql: 'DELETE FROM shelves', values: [] },
		noteReached('source', identity?.value ?? ''),
	]);
}

async function reached(side: Side, name: string): Promise<string | null> {
	const [row] = await side.all<{ at: string }>(`SELECT at FROM ${progressTable} WHERE name = ?`, name);
	return row?.at ?? null;
}

const noteReached = (name: string, at: string): Step => ({
	sql: `INSERT INTO ${progressTable} VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at`,
	values: [name, at],
});

/** Page by page in the order of the key; how far it came is noted in the same transaction. */
async function copyRows(from: Side, to: Side, { name, columns, key }: Table): Promise<void> {
	const quoted = (some: readonly string[]) => some.map((column) => `"${column}"`).join(', ');
	const last = await reached(to, name);
	let after: (string | number | null)[] | null = last === null ? null : JSON.parse(last);
	for (;;) {
		const where = after === null ? '' : `WHERE (${quoted(key)}) > (${key.map(() => '?').join(', ')})`;
		const rows = await from.all<Row>(
			`SELECT ${quoted(columns)} FROM ${name} ${where} ORDER BY ${quoted(key)} LIMIT ${rowsAtOnce(name)}`,
			...(after ?? []),
		);
		const end = rows.at(-1);
		if (end === undefined) return;
		after = key.map((column) => end[column] ?? null);
		await to.apply([{ table: name, columns, rows }, noteReached(name, JSON.stringify(after))]);
	}
}

async function indexNames(to: Side, kind: 'speaker' | 'topic'): Promise<void> {
	let after = Number((await reached(to, `${kind} index`)) ?? -1);
	for (;;) {
		const rows = await to.all<{ number: number; name: string }>(
			`SELECT number, name FROM ${kind}s WHERE number > ? ORDER BY number LIMIT 1000`,
			after,
		);
		const end = rows.at(-1);
		if (end === undefined) return;
		after = end.number;
		const searched = rows.map(
			({ number, name }): IndexedText => ({ kind, number, text: words(name).join(' ') }),
		);
		await to.apply([{ searched }, noteReached(`${kind} index`, String(after))]);
	}
}

async function indexArticles(to: Side, recordOf: RecordOf): Promise<void> {
	let after = Number((await reached(to, 'article index')) ?? -1);
	for (;;) {
		const shown = await to.all<Shown>(
			`SELECT number, shelf, id, revision FROM articles WHERE number > ? ORDER BY number LIMIT ${articlesAtOnce}`,
			after,
		);
		const end = shown.at(-1);
		if (end === undefined) return;
		after = end.number;
		const searched: IndexedText[] = [];
		for (const one of shown) searched.push(...(await searchedOf(to, one, recordOf)));
		await to.apply([{ searched }, noteReached('article index', String(after))]);
	}
}
