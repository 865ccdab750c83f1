import type { ArticleRecord, RecordSoon } from '../articles.ts';
import type { IndexedText } from '../indexed-text.ts';
import type { Generations } from './generations.ts';
import { indexTexts } from './indexed.ts';
import { type Marks, marksOf } from './marks.ts';
import { putArticle } from './put.ts';
import { removeArticle, type Shown } from './remove.ts';
import { forgetRevision, forgetRevisions, settleFormer } from './revisions.ts';
import { type ShelfRange, shelfNumbered } from './shelves.ts';
import { dropTexts, readText } from './texts.ts';
import type { Writing } from './transactions.ts';

/** More than this do not fit into a notice. */
const mostMarks = 5_000;

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
export function showing(writing: Writing, generations: Generations, recordOf: RecordSoon): Showing {
	const searched: IndexedText[] = [];
	/** By the number of the shelf, the articles of which it shows something else. */
	const changed = new Map<number, Set<string>>();
	/** By the number of the shelf, what was added to it; null where something else was changed there as well. */
	const added = new Map<number, Set<number> | null>();
	const now = new Date();
	const note = (shelf: number, marks: Marks | null) => {
		const all = added.get(shelf) === undefined ? new Set<number>() : added.get(shelf);
		for (const mark of marks ?? []) all?.add(mark);
		added.set(shelf, marks === null || (all?.size ?? 0) > mostMarks ? null : (all ?? null));
	};

	const settle: Showing['settle'] = async (range, id, fresh) => {
		const { shelf } = range;
		const standing = await standingOf(writing, shelf, id);
		const { shown, held } = standing;
		const wanted = shelf !== 0 && standing.isShared ? null : held;
		if (wanted === null && shown) await removeArticle(writing, range, shown);
		let listedAs: readonly string[] = [];
		const isFresh = fresh !== undefined && fresh.line.revision === wanted;
		if (wanted !== null && (isFresh || wanted !== shown?.revision)) {
			const record = isFresh ? fresh : await recordOf(await readText(writing, shelf, id, wanted));
			if (standing.revisions > 0) await forgetRevision(writing, shelf, id, wanted);
			const put = await putArticle(writing, range, record, { ...standing, now }, searched);
			const { number } = put;
			({ listedAs } = put);
			const former =
				standing.revisions === 0
					? new Set<string>()
					: await settleFormer(writing, recordOf, range, record, (former, text) => {
							searched.push({ kind: 'former', number: former, text });
						});
			searched.push({ kind: 'pair', number, text: [...former.union(new Set(record.pairs))].join(' ') });
		}
		// What earlier texts are kept for was there before.
		const isNew = shown === null && standing.revisions === 0 && isFresh && wanted !== null;
		if (wanted !== null || shown) note(shelf, isNew ? marksOf(fresh, listedAs) : null);
		if (wanted !== null || shown) changed.set(shelf, (changed.get(shelf) ?? new Set()).add(id));
		if (held === null && standing.revisions > 0) await forgetRevisions(writing, shelf, id);
		writing.later(dropTexts(writing, shelf, id));
		// A server's own copy is hidden behind a shared one, and shown again when that goes.
		if (shelf === 0 && (wanted === null) !== (shown === null)) {
			for (const other of standing.others) await settle(await shelfNumbered(writing, other), id);
		}
	};
	return {
		settle,
		async finish() {
			await indexTexts(writing, searched);
			for (const [shelf, articles] of [...changed].sort(([a], [b]) => a - b))
				await generations.raise(writing, { shelf, articles, marks: added.get(shelf) ?? null });
		},
	};
}

interface Standing {
	/** What the shelf shows of it. */
	readonly shown: Shown | null;
	/** The revision that its sources hold: of the one that was read last. */
	readonly held: string | null;
	readonly isShared: boolean;
	/** How many earlier texts are kept, and when the last of these was replaced. */
	readonly revisions: number;
	readonly changedAt: string | null;
	/** Other shelves whose sources hold it. */
	readonly others: readonly number[];
}

type StandingRow = Omit<Standing, 'shown' | 'others'> &
	(Shown | { readonly number: null }) & { readonly others: readonly string[] };

/** All that has to be known of an article on a shelf to decide what is shown of it. */
async function standingOf(writing: Writing, shelf: number, id: string): Promise<Standing> {
	const row = await writing.get<StandingRow>(
		`WITH holding AS (
			SELECT revision FROM holdings WHERE article = $1 AND shelf = $2 ORDER BY taken DESC LIMIT 1
		)
		SELECT a.number, a.revision, a.added, a.arrival, a.moment, a.comments,
			(SELECT revision FROM holding) AS held,
			EXISTS (SELECT 1 FROM articles WHERE id = $1 AND shelf = 0) AS "isShared",
			(SELECT count(*) FROM revisions WHERE article = $1 AND shelf = $2) AS revisions,
			(SELECT until FROM revisions WHERE article = $1 AND shelf = $2
				AND revision IS DISTINCT FROM (SELECT revision FROM holding) ORDER BY changed DESC LIMIT 1) AS "changedAt",
			array(SELECT DISTINCT shelf FROM holdings WHERE article = $1 AND shelf > 0)::text[] AS others
		FROM (VALUES (1)) AS one LEFT JOIN articles AS a ON a.id = $1 AND a.shelf = $2`,
		id,
		shelf,
	);
	if (!row) throw new Error('The archive gave no answer.');
	const { held, isShared, revisions, changedAt, others } = row;
	const shown = row.number === null ? null : row;
	return { shown, held, isShared, revisions, changedAt, others: others.map(Number) };
}
