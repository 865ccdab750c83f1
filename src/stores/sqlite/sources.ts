import type { ArticleRecord, RecordOf } from '../articles.ts';
import type { SourceSet, SourceState, SourceStore } from '../sources.ts';
import type { Database } from './database.ts';
import { keepRevision } from './revisions.ts';
import { bumpGeneration, findShelf, makeShelf, nextInSequence, type ShelfRange } from './shelves.ts';
import { type Showing, showing } from './shown.ts';
import { saveText } from './texts.ts';

const columns = 'name, size, modified, sha256, reader';

/** The sources of one kind on one shelf. */
export function sqliteSources(
	database: Database,
	recordOf: RecordOf,
	{ shelf, kind }: SourceSet,
): SourceStore {
	const lastReader = () =>
		database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'reader'")?.value ?? null;
	const number = () => findShelf(database, shelf)?.shelf ?? -1;
	const reasonOf = (range: ShelfRange, name: string) =>
		database.get<{ reason: string | null }>(
			'SELECT reason FROM sources WHERE shelf = ? AND kind = ? AND name = ?',
			range.shelf,
			kind,
			name,
		);
	const note = (range: ShelfRange, file: SourceState, reason: string | null) =>
		database.run(
			'INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
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
	const hold = (range: ShelfRange, name: string, records: readonly ArticleRecord[]): boolean => {
		const shown = showing(database, recordOf);
		const hasLost = holdArticles(database, shown, range, { kind, name }, records);
		shown.finish();
		return hasLost;
	};

	return {
		async startReader(reader) {
			const sql = "INSERT OR REPLACE INTO meta VALUES ('reader', ?)";
			if (lastReader() !== reader) await database.write(() => database.run(sql, reader));
		},
		lastReader: async () => lastReader(),
		list: async (after, limit) =>
			database.all<SourceState>(
				`SELECT ${columns} FROM sources WHERE shelf = ? AND kind = ? AND name > ? ORDER BY name LIMIT ?`,
				number(),
				kind,
				after,
				limit,
			),
		named: async (names) =>
			database.all<SourceState>(
				`SELECT ${columns} FROM sources
				WHERE shelf = ? AND kind = ? AND name IN (SELECT value FROM json_each(?))`,
				number(),
				kind,
				JSON.stringify(names),
			),
		count: async () =>
			database.get<{ count: number }>(
				'SELECT count(*) AS count FROM sources WHERE shelf = ? AND kind = ?',
				number(),
				kind,
			)?.count ?? 0,

		holding: async (article) =>
			database
				.all<{ source: string }>(
					'SELECT source FROM holdings WHERE article = ? AND +shelf = ? AND kind = ? ORDER BY source',
					article,
					number(),
					kind,
				)
				.map(({ source }) => source),

		async put(records, file) {
			await database.write(() => {
				const range = makeShelf(database, shelf);
				const before = reasonOf(range, file.name);
				hold(range, file.name, records);
				note(range, file, null);
				if (before?.reason) bumpGeneration(database, range);
			});
		},

		async touch({ name, size, modified }) {
			await database.write(() =>
				database.run(
					'UPDATE sources SET size = ?, modified = ? WHERE shelf = ? AND kind = ? AND name = ?',
					size,
					modified,
					number(),
					kind,
					name,
				),
			);
		},

		fail: (file, reason, { keep } = { keep: false }) =>
			database.write(() => {
				const range = makeShelf(database, shelf);
				const isOther = reasonOf(range, file.name)?.reason !== reason;
				const hasLost = !keep && hold(range, file.name, []);
				note(range, file, reason);
				if (isOther) bumpGeneration(database, range);
				return isOther || hasLost;
			}),

		async remove(name) {
			await database.write(() => {
				const range = findShelf(database, shelf);
				const before = range && reasonOf(range, name);
				if (!range || !before) return;
				hold(range, name, []);
				database.run(
					'DELETE FROM sources WHERE shelf = ? AND kind = ? AND name = ?',
					range.shelf,
					kind,
					name,
				);
				bumpGeneration(database, range);
			});
		},
	};
}

/**
 * Notes what a source holds now, in place of what it held, and has it shown; of two articles with one id the last.
 * Inside a write. @returns whether it held something that it does not hold now.
 */
export function holdArticles(
	database: Database,
	shown: Showing,
	range: ShelfRange,
	{ kind, name }: { readonly kind: string; readonly name: string },
	records: readonly ArticleRecord[],
): boolean {
	const { shelf } = range;
	const before = database.all<{ article: string; revision: string }>(
		'SELECT article, revision FROM holdings WHERE shelf = ? AND kind = ? AND source = ?',
		shelf,
		kind,
		name,
	);
	const held = new Map(records.map((record) => [record.line.id, record]));
	const lost = before.map(({ article }) => article).filter((id) => !held.has(id));
	database.run('DELETE FROM holdings WHERE shelf = ? AND kind = ? AND source = ?', shelf, kind, name);
	for (const [id, record] of held) {
		database.run(
			'INSERT INTO holdings VALUES (?, ?, ?, ?, ?, ?)',
			shelf,
			kind,
			name,
			id,
			record.line.revision,
			nextInSequence(database),
		);
		saveText(database, range, record.article);
	}
	for (const { article, revision } of before) {
		// A source of one article that gets another headline gets another id.
		const next =
			held.get(article) ?? (before.length === 1 && held.size === 1 ? [...held.values()][0] : undefined);
		if (next) keepRevision(database, range, { id: article, revision }, next.article);
	}
	for (const id of lost) shown.settle(range, id);
	for (const [id, record] of held) shown.settle(range, id, record);
	return lost.length > 0;
}
