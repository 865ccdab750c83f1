import type { ArticleRecord, RecordOf } from '../articles.ts';
import type { IndexedText } from '../indexed-text.ts';
import type { Database } from './database.ts';
import { indexTexts, putArticle } from './put.ts';
import { removeArticle } from './remove.ts';
import { forgetRevision, forgetRevisions, settleFormer } from './revisions.ts';
import { bumpGeneration, type ShelfRange, shelfNumbered } from './shelves.ts';
import { dropTexts, readText } from './texts.ts';

/** One write's changes to what the shelves show. */
export interface Showing {
	/**
	 * Updates what a shelf shows of an article to what its sources hold now: the one that was read last.
	 * @param fresh a record that was worked out just now: it is put in even where its revision is shown already.
	 */
	settle(range: ShelfRange, id: string, fresh?: ArticleRecord): void;
	/** Ends it: what was put in becomes searchable, and the shelves that changed get a new generation. */
	finish(): void;
}

/**
 * Changes what the shelves show. An article is shown once to each server: where it is on the shared shelf, a
 * server's own copy is hidden until it is gone from there, so counts of the two shelves can simply be added. Inside a
 * write.
 */
export function showing(database: Database, recordOf: RecordOf): Showing {
	const searched: IndexedText[] = [];
	const changed = new Set<number>();
	const now = new Date();

	const shownRevision = (shelf: number, id: string) =>
		database.get<{ number: number; revision: string }>(
			'SELECT number, revision FROM articles WHERE id = ? AND shelf = ?',
			id,
			shelf,
		);
	const wantedRevision = (shelf: number, id: string): string | null => {
		if (shelf !== 0 && shownRevision(0, id)) return null;
		const last = database.get<{ revision: string }>(
			'SELECT revision FROM holdings WHERE article = ? AND shelf = ? ORDER BY taken DESC LIMIT 1',
			id,
			shelf,
		);
		return last?.revision ?? null;
	};

	const isHeld = (shelf: number, id: string) =>
		database.get('SELECT 1 FROM holdings WHERE article = ? AND +shelf = ?', id, shelf) !== undefined;

	const settle: Showing['settle'] = (range, id, fresh) => {
		const { shelf } = range;
		const shown = shownRevision(shelf, id);
		const wanted = wantedRevision(shelf, id);
		if (wanted === null && shown) removeArticle(database, range, shown.number);
		const isFresh = fresh !== undefined && fresh.line.revision === wanted;
		if (wanted !== null && (isFresh || wanted !== shown?.revision)) {
			const record = isFresh ? fresh : recordOf(readText(database, shelf, id, wanted));
			forgetRevision(database, shelf, id, wanted);
			putArticle(database, range, record, now, searched);
			const former = settleFormer(database, recordOf, range, record, (number, text) => {
				searched.push({ kind: 'former', number, text });
			});
			const number = shownRevision(shelf, id)?.number;
			if (number !== undefined) {
				searched.push({ kind: 'pair', number, text: [...former.union(new Set(record.pairs))].join(' ') });
			}
		}
		if (wanted !== null || shown) changed.add(shelf);
		if (!isHeld(shelf, id)) forgetRevisions(database, shelf, id);
		dropTexts(database, shelf, id);
		// A server's own copy is hidden behind a shared one, and shown again when that goes.
		if (shelf === 0 && (wanted === null) !== (shown === undefined)) {
			const others = database.all<{ shelf: number }>(
				'SELECT DISTINCT shelf FROM holdings WHERE article = ? AND shelf > 0',
				id,
			);
			for (const other of others) settle(shelfNumbered(database, other.shelf), id);
		}
	};
	return {
		settle,
		finish() {
			indexTexts(database, searched);
			for (const shelf of changed) bumpGeneration(database, { shelf });
		},
	};
}
