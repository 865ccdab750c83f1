import type { FileState, SourceStore } from '../sources.ts';
import type { Database } from './database.ts';
import { bumpGeneration, putArticles, removeArticle } from './put.ts';

const columns = 'name, size, modified, sha256, reader';

/** The files part of a SQLite archive. */
export function sqliteFiles(database: Database): SourceStore {
	const note = (file: FileState, article: string | null, reason: string | null) =>
		database.run(
			'INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
			file.name,
			file.size,
			file.modified,
			file.sha256,
			file.reader,
			article,
			reason,
			new Date().toISOString(),
		);
	const lastReader = () =>
		database.get<{ value: string }>("SELECT value FROM meta WHERE name = 'reader'")?.value ?? null;
	const held = (name: string) =>
		database.get<{ article: string | null; reason: string | null }>(
			'SELECT article, reason FROM files WHERE name = ?',
			name,
		);

	/**
	 * Lets go of the article that a file held. Another file that holds the same one is looked at again: the
	 * archive may have had it from either.
	 */
	const release = (name: string, article: string | null) => {
		if (article === null) return;
		removeArticle(database, article);
		database.run("UPDATE files SET reader = '' WHERE article = ? AND name <> ?", article, name);
	};

	return {
		async startReader(reader) {
			const sql = "INSERT OR REPLACE INTO meta VALUES ('reader', ?)";
			if (lastReader() !== reader) await database.write(() => database.run(sql, reader));
		},
		lastReader: async () => lastReader(),
		files: async (after, limit) =>
			database.all<FileState>(
				`SELECT ${columns} FROM files WHERE name > ? ORDER BY name LIMIT ?`,
				after,
				limit,
			),
		file: async (name) =>
			database.get<FileState>(`SELECT ${columns} FROM files WHERE name = ?`, name) ?? null,

		countFiles: async () =>
			database.get<{ count: number }>('SELECT count(*) AS count FROM files')?.count ?? 0,

		async putFile(record, file) {
			const json = JSON.stringify(record.article);
			await database.write(() => {
				const before = held(file.name)?.article ?? null;
				if (before !== record.line.id) release(file.name, before);
				putArticles(database, [{ record, json }], new Date());
				note(file, record.line.id, null);
				bumpGeneration(database);
			});
		},

		async touchFile(file) {
			await database.write(() =>
				database.run(
					'UPDATE files SET size = ?, modified = ? WHERE name = ?',
					file.size,
					file.modified,
					file.name,
				),
			);
		},

		breakFile: (file, reason, { keep } = { keep: false }) =>
			database.write(() => {
				const before = held(file.name);
				const news = before?.reason !== reason || (!keep && before.article !== null);
				if (!keep) release(file.name, before?.article ?? null);
				note(file, keep ? (before?.article ?? null) : null, reason);
				if (news) bumpGeneration(database);
				return news;
			}),

		async removeFile(name) {
			await database.write(() => {
				const before = held(name);
				if (!before) return;
				release(name, before.article);
				database.run('DELETE FROM files WHERE name = ?', name);
				bumpGeneration(database);
			});
		},
	};
}
