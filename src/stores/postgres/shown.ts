import type { ArticleRecord, RecordOf } from '../articles.ts';
import type { Writing } from './database.ts';
import type { Generations } from './generations.ts';
import { indexSearched, putArticle, type Searched } from './put.ts';
import { removeArticle } from './remove.ts';
import { forgetRevision, forgetRevisions, settleFormer } from './revisions.ts';
import { type ShelfRange, shelfNumbered } from './shelves.ts';
import { dropTexts, readText } from './texts.ts';

/** One write's changes to what the shelves show. */
export interface Showing {
	/**
	 * Updates what a shelf shows of an article to what its sources hold now: the one that was read last.
	 * @param fresh a record that was worked out just now: it is put in even where its revision is shown already.
	 */
	settle(range: ShelfRange, id: string, fresh?: ArticleRecord): Promise<void>;
	/** Ends it: what was put in becomes searchable, and the shelves that changed get a new generation. */
	finish(): Promise<void>;
}

/**
 * Changes what the shelves show. An article is shown once to each server: where it is on the shared shelf, a
 * server's own copy is hidden until it is gone from there, so counts of the two shelves can simply be added. Inside a
 * write of articles.
 */
export function showing(writing: Writing, generations: Generations, recordOf: RecordOf): Showing {
	const searched: Searched[] = [];
	const changed = new Set<number>();
	const now = new Date();

	const shownRevision = (shelf: number, id: string) =>
		writing.get<{ number: number; revision: string }>(
			'SELECT number, revision FROM articles WHERE id = ? AND shelf = ?',
			id,
			shelf,
		);
	const wantedRevision = async (shelf: number, id: string): Promise<string | null> => {
		if (shelf !== 0 && (await shownRevision(0, id))) return null;
		const last = await writing.get<{ revision: string }>(
			'SELECT revision FROM holdings WHERE article = ? AND shelf = ? ORDER BY taken DESC LIMIT 1',
			id,
			shelf,
		);
		return last?.revision ?? null;
	};

	const isHeld = async (shelf: number, id: string) =>
		(await writing.get('SELECT 1 FROM holdings WHERE article = ? AND shelf = ? LIMIT 1', id, shelf)) !==
		undefined;

	const settle: Showing['settle'] = async (range, id, fresh) => {
		const { shelf } = range;
		const shown = await shownRevision(shelf, id);
		const wanted = await wantedRevision(shelf, id);
		if (wanted === null && shown) await removeArticle(writing, range, shown.number);
		const isFresh = fresh !== undefined && fresh.line.revision === wanted;
		if (wanted !== null && (isFresh || wanted !== shown?.revision)) {
			const record = isFresh ? fresh : recordOf(await readText(writing, shelf, id, wanted));
			await forgetRevision(writing, shelf, id, wanted);
			const number = await putArticle(writing, range, record, now, searched);
			const former = await settleFormer(writing, recordOf, range, record, (former, text) => {
				searched.push({ kind: 'former', number: former, text });
			});
			searched.push({ kind: 'pair', number, text: [...former.union(new Set(record.pairs))].join(' ') });
		}
		if (wanted !== null || shown) changed.add(shelf);
		if (!(await isHeld(shelf, id))) await forgetRevisions(writing, shelf, id);
		await dropTexts(writing, shelf, id);
		// A server's own copy is hidden behind a shared one, and shown again when that goes.
		if (shelf === 0 && (wanted === null) !== (shown === undefined)) {
			const others = await writing.all<{ shelf: number }>(
				'SELECT DISTINCT shelf FROM holdings WHERE article = ? AND shelf > 0',
				id,
			);
			for (const other of others) await settle(await shelfNumbered(writing, other.shelf), id);
		}
	};
	return {
		settle,
		async finish() {
			await indexSearched(writing, searched);
			for (const shelf of [...changed].sort((a, b) => a - b)) await generations.raise(writing, { shelf });
		},
	};
}
