import type { ArticleRecord, RecordSoon } from '../articles.ts';
import type { SourceSet, SourceState, SourceStore } from '../sources.ts';
import { writingArticles } from './articles-lock.ts';
import type { Database } from './database.ts';
import type { Generations } from './generations.ts';
import { keepRevision } from './revisions.ts';
import { findShelf, makeShelf, type ShelfRange } from './shelves.ts';
import { type Showing, showing } from './shown.ts';
import { saveText } from './texts.ts';
import type { Writing } from './transactions.ts';

const columns = 'name, size, modified, sha256, reader';

/** The sources of one kind on one shelf. */
export function postgresSources(
	database: Database,
	generations: Generations,
	recordOf: RecordSoon,
	{ shelf, kind }: SourceSet,
): SourceStore {
	const lastReader = async () =>
		(await database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'reader'"))?.value ?? null;
	const number = async () => (await findShelf(database, shelf))?.shelf ?? -1;
	const reasonOf = (writing: Writing, range: ShelfRange, name: string) =>
		writing.get<{ reason: string | null }>(
			'SELECT reason FROM sources WHERE shelf = ? AND kind = ? AND name = ?',
			range.shelf,
			kind,
			name,
		);
	const note = (writing: Writing, range: ShelfRange, file: SourceState, reason: string | null) =>
		writing.run(
			`INSERT INTO sources (shelf, kind, name, size, modified, sha256, reader, reason, at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (shelf, kind, name) DO UPDATE SET size = excluded.size, modified = excluded.modified,
				sha256 = excluded.sha256, reader = excluded.reader, reason = excluded.reason, at = excluded.at`,
			range.shelf,
			kind,
			file.name,
			file.size,
			file.modified,
			file.sha256,
			file.reader,
			reason,
			new Date().toISOString(),
		);
	const hold = async (
		writing: Writing,
		range: ShelfRange,
		name: string,
		records: readonly ArticleRecord[],
	): Promise<boolean> => {
		const shown = showing(writing, generations, recordOf);
		const hasLost = await holdArticles(writing, shown, range, { kind, name }, records);
		await shown.finish();
		return hasLost;
	};

	return {
		async startReader(reader) {
			const sql = `INSERT INTO meta VALUES ('reader', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
			if ((await lastReader()) !== reader) await database.change(sql, reader);
		},
		lastReader,
		list: async (after, limit) =>
			database.all<SourceState>(
				`SELECT ${columns} FROM sources WHERE shelf = ? AND kind = ? AND name > ? ORDER BY name LIMIT ?`,
				await number(),
				kind,
				after,
				limit,
			),
		named: async (names) =>
			database.all<SourceState>(
				`SELECT ${columns} FROM sources WHERE shelf = ? AND kind = ? AND name = ANY (?::text[])`,
				await number(),
				kind,
				names,
			),
		count: async () =>
			(
				await database.get<{ count: number }>(
					'SELECT count(*) AS count FROM sources WHERE shelf = ? AND kind = ?',
					await number(),
					kind,
				)
			)?.count ?? 0,

		async holding(article) {
			const found = await database.all<{ source: string }>(
				'SELECT source FROM holdings WHERE article = ? AND shelf = ? AND kind = ? ORDER BY source',
				article,
				await number(),
				kind,
			);
			return found.map(({ source }) => source);
		},

		async put(records, file) {
			await writingArticles(database, async (writing) => {
				const range = await makeShelf(writing, shelf);
				const before = await reasonOf(writing, range, file.name);
				await hold(writing, range, file.name, records);
				await note(writing, range, file, null);
				if (before?.reason) await generations.raise(writing, { ...range, articles: [] });
			});
		},

		async touch({ name, size, modified }) {
			await database.change(
				'UPDATE sources SET size = ?, modified = ? WHERE shelf = ? AND kind = ? AND name = ?',
				size,
				modified,
				await number(),
				kind,
				name,
			);
		},

		fail: (file, reason, { keep } = { keep: false }) =>
			writingArticles(database, async (writing) => {
				const range = await makeShelf(writing, shelf);
				const isOther = (await reasonOf(writing, range, file.name))?.reason !== reason;
				const hasLost = !keep && (await hold(writing, range, file.name, []));
				await note(writing, range, file, reason);
				if (isOther) await generations.raise(writing, { ...range, articles: [] });
				return isOther || hasLost;
			}),

		async remove(name) {
			await writingArticles(database, async (writing) => {
				const range = await findShelf(writing, shelf);
				const before = range && (await reasonOf(writing, range, name));
				if (!range || !before) return;
				await hold(writing, range, name, []);
				await writing.run(
					'DELETE FROM sources WHERE shelf = ? AND kind = ? AND name = ?',
					range.shelf,
					kind,
					name,
				);
				await generations.raise(writing, { ...range, articles: [] });
			});
		},
	};
}

/**
 * Notes what a source holds now, in place of what it held, and has it shown; of two articles with one id the last.
 * Inside a write of articles. @returns whether it held something that it does not hold now.
 */
export async function holdArticles(
	writing: Writing,
	shown: Showing,
	range: ShelfRange,
	{ kind, name }: { readonly kind: string; readonly name: string },
	records: readonly ArticleRecord[],
): Promise<boolean> {
	const { shelf } = range;
	const dropped = writing.all<{ article: string; revision: string }>(
		`DELETE FROM holdings WHERE shelf = ? AND kind = ? AND source = ? RETURNING article, revision`,
		shelf,
		kind,
		name,
	);
	const held = new Map(records.map((record) => [record.line.id, record]));
	const [before] = await Promise.all([
		dropped,
		noteHoldings(writing, range, { kind, name }, [...held.values()]),
		...held.values().map((record) => saveText(writing, range, record.article)),
	]);
	const lost = before.map(({ article }) => article).filter((id) => !held.has(id));
	for (const { article, revision } of before) {
		// A source of one article that gets another headline gets another id.
		const next =
			held.get(article) ?? (before.length === 1 && held.size === 1 ? [...held.values()][0] : undefined);
		if (next) await keepRevision(writing, range, { id: article, revision }, next.article);
	}
	for (const id of lost) await shown.settle(range, id);
	for (const [id, record] of held) await shown.settle(range, id, record);
	return lost.length > 0;
}

/** Each takes the next number of the sequence. */
async function noteHoldings(
	writing: Writing,
	{ shelf }: ShelfRange,
	{ kind, name }: { readonly kind: string; readonly name: string },
	records: readonly ArticleRecord[],
): Promise<void> {
	if (records.length === 0) return;
	await writing.run(
		`WITH sequence AS (
			UPDATE meta SET value = (value::bigint + ?)::text WHERE name = 'sequence' RETURNING value::bigint AS last
		)
		INSERT INTO holdings (shelf, kind, source, article, revision, taken)
		SELECT ?, ?, ?, h.article, h.revision, last - ?::bigint + h.at FROM sequence,
			unnest(?::text[], ?::text[]) WITH ORDINALITY AS h (article, revision, at)`,
		records.length,
		shelf,
		kind,
		name,
		records.length,
		records.map(({ line }) => line.id),
		records.map(({ line }) => line.revision),
	);
}
