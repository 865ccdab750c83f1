import type { Article } from '../../article.ts';
import { type ArticleRecord, type RecordedUtterance, type RecordSoon, saidIn } from '../articles.ts';
import { isAlike, mostFormer, mostRevisions, oneLine, saysTheSame, searchedText } from '../earlier-texts.ts';
import type { Queries } from './queries.ts';
import { nextInSequence, nextNumber, type ShelfRange } from './shelves.ts';
import { readText, saveText } from './texts.ts';
import type { Writing } from './transactions.ts';

interface RevisionRow {
	readonly revision: string;
	readonly until: string;
}

/** The earlier texts of an article on a shelf, the latest first. */
export function revisionsOf(
	queries: Pick<Queries, 'all'>,
	shelf: number,
	id: string,
): Promise<RevisionRow[]> {
	return queries.all<RevisionRow>(
		'SELECT revision, until FROM revisions WHERE article = ? AND shelf = ? ORDER BY changed DESC',
		id,
		shelf,
	);
}

/**
 * Keeps what an article said until now, where it was shown and its source was changed and now says something else.
 * The same bytes read in another way do not count as changed. Inside a write, before the new text is shown.
 * @param shown what the source held until now.
 * @param after what it holds now: the same article, or one that shares half of its paragraphs under another id.
 */
export async function keepRevision(
	writing: Writing,
	range: ShelfRange,
	shown: { readonly id: string; readonly revision: string },
	after: Article,
): Promise<void> {
	const { shelf } = range;
	const { id, revision } = shown;
	const isShown = 'SELECT 1 FROM articles WHERE id = ? AND shelf = ? AND revision = ?';
	if (revision === after.revision || (await writing.get(isShown, id, shelf, revision)) === undefined) return;
	const before = await readText(writing, shelf, id, revision);
	if (before.source.sha256 === after.source.sha256 || saysTheSame(before, after)) return;
	if (id !== after.id) {
		if (!isAlike(before, after)) return;
		for (const earlier of (await revisionsOf(writing, shelf, id)).toReversed()) {
			await noteRevision(
				writing,
				range,
				after.id,
				await readText(writing, shelf, id, earlier.revision),
				earlier.until,
			);
		}
	}
	await noteRevision(writing, range, after.id, before, new Date().toISOString());
	for (const old of (await revisionsOf(writing, shelf, after.id)).slice(mostRevisions)) {
		await forgetRevision(writing, shelf, after.id, old.revision);
	}
}

async function noteRevision(
	writing: Writing,
	range: ShelfRange,
	id: string,
	text: Article,
	until: string,
): Promise<void> {
	if (text.id !== id) await saveText(writing, range, { ...text, id });
	await writing.run(
		`INSERT INTO revisions (shelf, article, revision, until, changed) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (article, shelf, revision) DO UPDATE SET until = excluded.until, changed = excluded.changed`,
		range.shelf,
		id,
		text.revision,
		until,
		await nextInSequence(writing),
	);
}

/** A text that is shown again is no longer an earlier one. Inside a write. */
export async function forgetRevision(
	writing: Writing,
	shelf: number,
	id: string,
	revision: string,
): Promise<void> {
	await writing.run(
		'DELETE FROM revisions WHERE article = ? AND shelf = ? AND revision = ?',
		id,
		shelf,
		revision,
	);
}

/** Deletes all earlier texts of an article. Inside a write. */
export async function forgetRevisions(writing: Writing, shelf: number, id: string): Promise<void> {
	await writing.run('DELETE FROM revisions WHERE article = ? AND shelf = ?', id, shelf);
	await removeFormer(writing, shelf, id);
}

/**
 * Works out again which utterances of an article's earlier texts are no longer in it. Inside a write.
 * @param found gets each with the number of its row, to be searched.
 * @returns the pairs of neighbouring words of all earlier texts.
 */
export async function settleFormer(
	writing: Writing,
	recordOf: RecordSoon,
	range: ShelfRange,
	current: ArticleRecord,
	found: (number: number, text: string) => void,
): Promise<Set<string>> {
	const { shelf } = range;
	const { id } = current.line;
	await removeFormer(writing, shelf, id);
	const revisions = await revisionsOf(writing, shelf, id);
	const pairs = new Set<string>();
	if (revisions.length === 0) return pairs;
	const text = oneLine(current.article.paragraphs.join(' '));
	const known = new Set<string>();
	let number = await nextNumber(writing, 'former_utterances', range);
	for (const { revision, until } of revisions) {
		const record = await recordOf(await readText(writing, shelf, id, revision));
		for (const pair of record.pairs) pairs.add(pair);
		for (const utterance of record.utterances) {
			const said = saidIn(utterance).map(oneLine);
			const key = JSON.stringify(said);
			if (known.has(key) || known.size >= mostFormer || said.every((one) => text.includes(one))) continue;
			known.add(key);
			await putFormer(writing, number, id, until, utterance);
			found(number, searchedText(utterance));
			number++;
		}
	}
	return pairs;
}

async function putFormer(
	writing: Writing,
	number: number,
	article: string,
	until: string,
	utterance: RecordedUtterance,
): Promise<void> {
	const { speakerKey, speaker, role, cue, paragraph, kind, parts } = utterance;
	await writing.run(
		`INSERT INTO former_utterances (number, article, until, "speakerKey", speaker, role, cue, paragraph, kind, parts)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		number,
		article,
		until,
		speakerKey,
		speaker,
		role,
		cue,
		paragraph,
		kind,
		JSON.stringify(parts),
	);
}

async function removeFormer(writing: Writing, shelf: number, id: string): Promise<void> {
	const of = 'SELECT number FROM former_utterances WHERE article = ? AND shelf = ?';
	if ((await writing.get(of, id, shelf)) === undefined) return;
	await writing.run(`DELETE FROM former_search WHERE number IN (${of})`, id, shelf);
	await writing.run('DELETE FROM former_utterances WHERE article = ? AND shelf = ?', id, shelf);
}
